import { join } from 'node:path';
import { variables } from '@maatwerktraject/config';
import { alsLogin } from '@maatwerktraject/database';
import { UserError, progress, runToLog } from '../long-step.mjs';
import { databaseLogins, ownDatabaseUrls, type DatabaseLogins } from './database-logins.js';
import { Guard } from './guard.js';
import { identiteitEnvironment, oefenaccounts } from './identiteit.js';
import { appEnvironment, codecEnvironment, type LaunchPlan } from './launch-plan.js';
import { root } from './paths.js';
import { clusterRecord } from './postgres-files.js';
import { prepareCluster } from './postgres.js';
import { ensureProductDatabase } from './product-database.js';
import { checkDatabase, checkSmtp, checkTemporal } from './reachable.js';
import { removeRunFile, writeRunFile } from './run-file.js';
import { appSpec, inheritedEnvironment, postgresSpec, temporalSpec } from './services.js';
import { SupervisedChild, type ChildSpec } from './supervised-child.js';
import { databaseUser } from './system-user.js';
import { findTemporal } from './temporal-cli.js';

const only = <T>(names: readonly string[], env: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(env).filter(([name]) => names.includes(name)));

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** Starts what the plan says, in order, and stops it in the opposite order. */
export class Launcher {
  /** Folder of the embedded database, once it is known. */
  databaseLocation: string | undefined;
  private readonly children: SupervisedChild[] = [];
  private readonly guard = new Guard();
  /** Of whoever owns the tables; for migrations and commands, never for API and worker. */
  private databaseUrl: string;
  private readonly logins: DatabaseLogins;
  private closed = false;

  /** @param onGiveUp told when a service keeps dying */
  constructor(
    private readonly plan: LaunchPlan,
    private readonly onGiveUp: (error: UserError) => void,
  ) {
    this.databaseUrl = plan.config.databaseUrl ?? '';
    this.logins = databaseLogins(plan.config.dataDir);
  }

  /** Brings everything up; resolves when API and worker say that they are ready. Throws a `UserError`. */
  async bringUp(): Promise<void> {
    const { plan } = this;
    await this.checkConfigured();
    this.guard.start();
    this.record();
    if (plan.embedded.postgres) await this.startPostgres();
    if (plan.embedded.temporal) await this.startTemporal();
    if (plan.embedded.postvak) await this.startPostvak();
    await this.startIdentiteit();
    await this.migrate();
    if (plan.practice) await this.makePracticeAccounts();
    const urls = await this.databaseUrls();
    const env = appEnvironment(plan, urls.api);
    // Each program gets what it reads: the worker logs nobody in, the API sends no mail.
    const apiEnv = only(variables.api, env);
    const { host, port } = plan.config;
    const ownHost = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
    const api = `http://${ownHost.includes(':') ? `[${ownHost}]` : ownHost}:${port}/health/ready`;
    const workerPort = String(plan.ports['workerHealth']);
    await progress('De API en de worker worden gestart.', async () => {
      await this.startChild(appSpec('api', apiEnv, api, this.log('api')));
      const workerEnv = {
        ...only(variables.worker, env),
        DATABASE_URL: urls.worker,
        HOST: '127.0.0.1',
        WORKER_HEALTH_PORT: workerPort,
      };
      await this.startChild(
        appSpec('worker', workerEnv, `http://127.0.0.1:${workerPort}/health/ready`, this.log('worker')),
      );
    });
  }

  /** Stops all that was started, last first; within 20 seconds. */
  async stop(): Promise<void> {
    this.closed = true;
    for (const child of [...this.children].reverse()) await child.stop();
    this.guard.stop();
    removeRunFile(this.plan.config.dataDir);
  }

  private async checkConfigured(): Promise<void> {
    const { databaseUrl, databaseLogins, temporalAddress, temporalNamespace, smtpUrl, practiceSmtpUrl } =
      this.plan.config;
    const checks = [
      ...(databaseUrl === undefined ? [] : [checkDatabase('DATABASE_URL', databaseUrl)]),
      ...(databaseLogins === undefined
        ? []
        : [
            checkDatabase('API_DATABASE_URL', databaseLogins.api),
            checkDatabase('WORKER_DATABASE_URL', databaseLogins.worker),
          ]),
      ...(temporalAddress === undefined ? [] : [checkTemporal(temporalAddress, temporalNamespace)]),
      ...(smtpUrl === undefined ? [] : [checkSmtp('SMTP_URL', smtpUrl)]),
      ...(practiceSmtpUrl === undefined ? [] : [checkSmtp('PRACTICE_SMTP_URL', practiceSmtpUrl)]),
    ];
    const results = await Promise.allSettled(checks);
    const faults = results.flatMap((result) =>
      result.status === 'rejected' ? [asError(result.reason)] : [],
    );
    const unexpected = faults.find((fault) => !(fault instanceof UserError));
    if (unexpected !== undefined) throw unexpected;
    if (faults.length > 0) throw new UserError(faults.map(({ message }) => message).join('\n'));
  }

  private async startPostgres(): Promise<void> {
    const { config, ports } = this.plan;
    const user = databaseUser();
    const record = clusterRecord(config.dataDir, user);
    this.databaseLocation = record.location;
    await progress('De database wordt gestart.', async () => {
      const cluster = await prepareCluster(record, ports['postgres'] ?? 0, user);
      await this.startChild(postgresSpec(cluster, this.log('postgres')));
      await ensureProductDatabase(cluster, record.password, this.logins);
      this.databaseUrl = cluster.productUrl;
    });
  }

  private async startTemporal(): Promise<void> {
    const { config, ports } = this.plan;
    const binary = await findTemporal();
    const spec = temporalSpec({
      binary,
      directory: join(config.dataDir, 'temporal'),
      namespace: config.temporalNamespace,
      port: ports['temporal'] ?? 0,
      uiPort: ports['temporalUi'],
      codecUrl: `http://127.0.0.1:${ports['codec'] ?? 0}`,
      log: this.log('temporal'),
    });
    const ready = `http://127.0.0.1:${ports['codec'] ?? 0}/health/ready`;
    await progress('Temporal wordt gestart.', async () => {
      await this.startChild(appSpec('codec', codecEnvironment(this.plan), ready, this.log('codec')));
      await this.startChild(spec);
    });
  }

  private async startPostvak(): Promise<void> {
    const { config, ports } = this.plan;
    const env = {
      HOST: '127.0.0.1',
      MAILBOX_HTTP_PORT: String(ports['mailbox']),
      MAILBOX_SMTP_PORT: String(ports['smtp']),
      MAILBOX_DIR: join(config.dataDir, 'postvak'),
      // Every mail waits for the disk; the default of 4 threads would make mails wait for each other.
      UV_THREADPOOL_SIZE: '16',
    };
    const ready = `http://127.0.0.1:${ports['mailbox'] ?? 0}/health/ready`;
    await progress('Het postvak wordt gestart.', () =>
      this.startChild(appSpec('postvak', env, ready, this.log('postvak'))),
    );
  }

  private async startIdentiteit(): Promise<void> {
    const { config, embedded, oidc, ports } = this.plan;
    if (!embedded.identiteit || oidc === undefined) return;
    const port = ports['identity'] ?? 0;
    const env = identiteitEnvironment(config, oidc, port);
    const ready = `http://127.0.0.1:${port}/health/ready`;
    await this.startChild(appSpec('identiteit', env, ready, this.log('identiteit')));
  }

  private async migrate(): Promise<void> {
    const log = this.log('migraties');
    await progress('De database wordt bijgewerkt.', async () => {
      if ((await this.runOnce('migrate', [], log)) !== 0 && !this.closed)
        throw new UserError(`De database kon niet worden bijgewerkt. Wat er misging staat in ${log}.`);
    });
  }

  /** Where API and worker log in, each under its own name. */
  private async databaseUrls(): Promise<{ readonly api: string; readonly worker: string }> {
    const { config, embedded } = this.plan;
    if (config.databaseLogins !== undefined) return config.databaseLogins;
    if (!embedded.postgres) return ownDatabaseUrls(this.databaseUrl, this.logins);
    return {
      api: alsLogin(this.databaseUrl, this.logins.api),
      worker: alsLogin(this.databaseUrl, this.logins.worker),
    };
  }

  /** The people that the practice provider knows can log in here too, each with a role. */
  private async makePracticeAccounts(): Promise<void> {
    const log = this.log('oefenaccounts');
    const people = JSON.stringify(oefenaccounts);
    if ((await this.runOnce('beheer', ['accounts', people], log)) !== 0 && !this.closed)
      throw new UserError(`De oefenaccounts konden niet worden gemaakt. Wat er misging staat in ${log}.`);
  }

  /** Runs a command of the API on the database, as its owner; gives the exit code. */
  private runOnce(name: 'migrate' | 'beheer', args: readonly string[], log: string): Promise<number> {
    const env = {
      ...inheritedEnvironment(),
      ...only(variables.migration, appEnvironment(this.plan, this.databaseUrl)),
    };
    const script = join(root, 'apps', 'api', 'dist', `${name}.js`);
    return runToLog(process.execPath, ['--enable-source-maps', script, ...args], { log, cwd: root, env });
  }

  private async startChild(spec: ChildSpec): Promise<void> {
    if (this.closed) return;
    const child = new SupervisedChild(spec, () => this.record(), this.onGiveUp);
    this.children.push(child);
    await child.start();
  }

  private log(name: string): string {
    return join(this.plan.logDir, `${name}.log`);
  }

  /** Writes down what runs, at every change: a next start needs it after a crash at any moment. */
  private record(): void {
    if (this.closed) return;
    const { plan } = this;
    const running = this.children.flatMap((child) =>
      child.pid === undefined ? [] : [{ child, pid: child.pid }],
    );
    const pids = Object.fromEntries(running.map(({ child, pid }) => [child.spec.name, pid]));
    const children = this.guard.pid === undefined ? pids : { ...pids, guard: this.guard.pid };
    this.guard.watch(
      new Map(
        running.filter(({ child }) => !child.spec.ipc).map(({ child, pid }) => [pid, child.spec.stopSignal]),
      ),
    );
    writeRunFile(plan.config.dataDir, {
      pid: process.pid,
      children,
      urls: plan.urls,
      ports: plan.ports,
      practice: plan.practice,
      databaseUrl: this.databaseUrl,
    });
  }
}
