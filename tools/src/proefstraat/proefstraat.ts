import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { encryptedDataConverter } from '@maatwerktraject/temporal-codec';
import { parseKeyring } from '@maatwerktraject/crypto';
import { alsLogin } from '@maatwerktraject/database';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { buildLog, root } from '../paths.js';
import { databaseLogins } from '../database-logins.js';
import { Guard } from '../guard.js';
import { oefenaccounts } from '../identiteit.js';
import { choosePort } from '../ports.js';
import { temporaryFolder } from '../postgres-files.js';
import { prepareCluster } from '../postgres.js';
import { ensureProductDatabase } from '../product-database.js';
import { appSpec, inheritedEnvironment, postgresSpec, temporalSpec } from '../services.js';
import type { ChildSpec } from '../supervised-child.js';
import { databaseUser } from '../system-user.js';
import { findTemporal } from '../temporal-cli.js';
import { Aanmeldingen } from '../voorbeeld/aanmeldingen.js';
import { createApiClient, type ApiClient } from '../voorbeeld/api.client.js';
import { Dienst } from './dienst.js';
import { leesMailbak, mailbakSpec, type Aangenomen } from './mailbak.js';

const run = promisify(execFile);
const NAMESPACE = 'default';
/** Domain of the Message-IDs. */
export const MAIL_DOMEIN = 'proef.example';
/** Good for a bench alone: nothing is kept. */
const KEYS = ['proef', 'index']
  .map((id, n) => `${id}:${Buffer.alloc(32, n === 0 ? 1 : 9).toString('base64url')}`)
  .join(',');

export type Dienstnaam = 'postgres' | 'temporal' | 'mailbak' | 'api' | 'worker';

export interface StraatOpties {
  /** First part of the names of logs. */
  readonly naam: string;
  /** Ms that the mail server takes for one mail. */
  readonly mailMs: number;
  /** A mail server of the user's own; then what it accepts cannot be counted. */
  readonly smtpUrl?: string | undefined;
}

/** The whole product, as it is built, on services of its own that wait for the disk; nothing of it is kept. */
export class Proefstraat {
  private readonly diensten = new Map<Dienstnaam, Dienst>();
  private readonly guard = new Guard();
  private readonly given = new Set([0]);
  private readonly mailbestand: string;
  private temporalPoort = 0;
  private apiUrl = '';
  private pool: pg.Pool | undefined;
  private verbinding: Connection | undefined;
  private bekendeAanmeldingen: Aanmeldingen | undefined;

  private constructor(
    private readonly opties: StraatOpties,
    private readonly folder: string,
  ) {
    mkdirSync(join(folder, 'temporal'));
    this.mailbestand = join(folder, 'mail.jsonl');
  }

  /** Starts everything; what was started is stopped again when a part of it fails. */
  static async open(opties: StraatOpties): Promise<Proefstraat> {
    const straat = new Proefstraat(opties, temporaryFolder(databaseUser()));
    try {
      straat.guard.start();
      await straat.begin();
      return straat;
    } catch (error) {
      await straat.sluit();
      throw error;
    }
  }

  dienst(naam: Dienstnaam): Dienst {
    const dienst = this.diensten.get(naam);
    if (!dienst) throw new Error(`${naam} draait hier niet`);
    return dienst;
  }

  /** Reads as superuser, which sees every row. */
  async vraag<T>(sql: string, waarden: unknown[] = []): Promise<T[]> {
    if (!this.pool) throw new Error('er is nog geen database');
    return (await this.pool.query(sql, waarden)).rows as T[];
  }

  get aanmeldingen(): Aanmeldingen {
    if (!this.bekendeAanmeldingen) throw new Error('er is nog geen database');
    return this.bekendeAanmeldingen;
  }

  api(): ApiClient {
    return createApiClient(this.apiUrl, this.aanmeldingen);
  }

  get url(): string {
    return this.apiUrl;
  }

  /** Talks to Temporal as API and worker do. */
  async client(): Promise<Client> {
    this.verbinding ??= await Connection.connect({ address: `127.0.0.1:${String(this.temporalPoort)}` });
    return new Client({
      connection: this.verbinding,
      namespace: NAMESPACE,
      dataConverter: encryptedDataConverter(parseKeyring(KEYS)),
    });
  }

  /** What the mail server accepted; undefined for one of the user's own. */
  post(): Aangenomen[] | undefined {
    return this.opties.smtpUrl === undefined ? leesMailbak(this.mailbestand) : undefined;
  }

  async sluit(): Promise<void> {
    await this.verbinding?.close().catch(() => undefined);
    await this.pool?.end().catch(() => undefined);
    for (const dienst of [...this.diensten.values()].reverse()) await dienst.stop();
    this.guard.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async begin(): Promise<void> {
    const user = databaseUser();
    const password = (): string => randomBytes(16).toString('hex');
    const record = {
      location: join(this.folder, 'postgres'),
      superuserPassword: password(),
      password: password(),
    };
    const cluster = await prepareCluster(record, await this.poort(), user);
    await this.start('postgres', postgresSpec(cluster, this.log('postgres')));
    const logins = databaseLogins(this.folder);
    await ensureProductDatabase(cluster, record.password, logins);
    const superuser = Object.assign(new URL(cluster.superuserUrl), {
      pathname: new URL(cluster.productUrl).pathname,
    }).href;
    this.pool = new pg.Pool({ connectionString: superuser, max: 4 });
    this.pool.on('error', () => undefined);
    this.bekendeAanmeldingen = new Aanmeldingen(superuser, KEYS);
    await this.startTemporal();
    const smtpUrl = this.opties.smtpUrl ?? (await this.startMailbak());
    await this.beheer('migrate', cluster.productUrl);
    await this.beheer('beheer', cluster.productUrl, 'accounts', JSON.stringify(oefenaccounts));
    await this.startApps(smtpUrl, {
      api: alsLogin(cluster.productUrl, logins.api),
      worker: alsLogin(cluster.productUrl, logins.worker),
    });
  }

  private async startTemporal(): Promise<void> {
    this.temporalPoort = await this.poort();
    const spec = temporalSpec({
      binary: await findTemporal(),
      directory: join(this.folder, 'temporal'),
      namespace: NAMESPACE,
      port: this.temporalPoort,
      uiPort: undefined,
      log: this.log('temporal'),
    });
    await this.start('temporal', spec);
  }

  private async startMailbak(): Promise<string> {
    const poort = await this.poort();
    await this.start(
      'mailbak',
      mailbakSpec(poort, this.mailbestand, this.opties.mailMs, this.log('mailbak')),
    );
    return `smtp://127.0.0.1:${String(poort)}`;
  }

  private async startApps(smtpUrl: string, databases: { api: string; worker: string }): Promise<void> {
    const [poort, gezondheid] = [await this.poort(), await this.poort()];
    this.apiUrl = `http://127.0.0.1:${String(poort)}`;
    const env = {
      HOST: '127.0.0.1',
      TEMPORAL_ADDRESS: `127.0.0.1:${String(this.temporalPoort)}`,
      TEMPORAL_NAMESPACE: NAMESPACE,
      SMTP_URL: smtpUrl,
      // Mail of an oefencohort too; where it may be asked after, nothing would stay unknown.
      PRACTICE_SMTP_URL: smtpUrl,
      MAIL_FROM: `Maatwerktraject <maatwerktraject@${MAIL_DOMEIN}>`,
      ENCRYPTION_KEYS: KEYS,
      PUBLIC_URL: this.apiUrl,
      RATE_LIMIT_PER_MINUTE: '999999',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
    };
    const klaar = '/health/ready';
    const api = { ...env, PORT: String(poort), DATABASE_URL: databases.api };
    await this.start('api', appSpec('api', api, `${this.apiUrl}${klaar}`, this.log('api')));
    const worker = { ...env, WORKER_HEALTH_PORT: String(gezondheid), DATABASE_URL: databases.worker };
    const adres = `http://127.0.0.1:${String(gezondheid)}${klaar}`;
    await this.start('worker', appSpec('worker', worker, adres, this.log('worker')));
  }

  /** Runs a command of the API on the database, as its owner. */
  private async beheer(name: 'migrate' | 'beheer', databaseUrl: string, ...args: string[]): Promise<void> {
    const env = { ...inheritedEnvironment(), DATABASE_URL: databaseUrl, ENCRYPTION_KEYS: KEYS };
    await run(process.execPath, [join(root, 'apps', 'api', 'dist', `${name}.js`), ...args], { env });
  }

  private async start(naam: Dienstnaam, spec: ChildSpec): Promise<void> {
    const dienst = new Dienst(spec, () => {
      this.bewaak();
    });
    this.diensten.set(naam, dienst);
    await dienst.start();
  }

  /** What cannot see that we are gone is ended by a helper that can. */
  private bewaak(): void {
    const lopend = [...this.diensten.values()].flatMap(({ pid, spec }) =>
      pid === undefined || spec.ipc ? [] : [[pid, spec.stopSignal] as const],
    );
    this.guard.watch(new Map(lopend));
  }

  private poort(): Promise<number> {
    return choosePort(0, this.given);
  }

  private log(naam: string): string {
    return buildLog(`${this.opties.naam}-${naam}`);
  }
}
