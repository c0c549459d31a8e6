import { join } from 'node:path';
import { isLoopback, type LauncherConfig } from '@maatwerktraject/config';
import { choosePort } from './ports.js';
import { devTokens, type DevTokens } from './dev-tokens.js';

/** Everything that is decided before the first service starts: ports, addresses and what is embedded. */
export interface LaunchPlan {
  readonly config: LauncherConfig;
  readonly embedded: {
    readonly postgres: boolean;
    readonly temporal: boolean;
    readonly smtp: boolean;
    readonly postvak: boolean;
  };
  readonly ports: Record<string, number>;
  readonly temporalAddress: string;
  readonly smtpUrl: string;
  readonly practiceSmtpUrl: string;
  readonly urls: {
    readonly web: string;
    readonly mailbox: string | null;
    readonly temporalUi: string | null;
    readonly apiDocs: string;
  };
  /** Only with nothing but embedded services: whoever has a token is let in. */
  readonly tokens: DevTokens | null;
  readonly logDir: string;
}

const order = ['web', 'mailbox', 'smtp', 'temporal', 'temporalUi', 'postgres', 'workerHealth'] as const;

/** Port `PORT + n` for each service that is needed, or another when that one is taken. */
const choosePorts = async (
  base: number,
  needed: ReadonlySet<(typeof order)[number]>,
): Promise<Record<string, number>> => {
  const given = new Set([base]);
  const ports: Record<string, number> = { web: base };
  for (const [offset, name] of order.entries())
    if (offset > 0 && needed.has(name)) ports[name] = await choosePort(base + offset, given);
  return ports;
};

/** Decides; reads or makes the development tokens. */
export const planLaunch = async (config: LauncherConfig): Promise<LaunchPlan> => {
  const embedded = {
    postgres: config.databaseUrl === undefined,
    temporal: config.temporalAddress === undefined,
    smtp: config.smtpUrl === undefined,
    // Beside an own mail server too: the mail of an oefencohort never goes there.
    postvak: config.practiceSmtpUrl === undefined,
  };
  const needed = new Set<(typeof order)[number]>(['workerHealth']);
  if (embedded.postgres) needed.add('postgres');
  if (embedded.temporal) needed.add('temporal').add('temporalUi');
  if (embedded.postvak) needed.add('mailbox').add('smtp');
  const ports = await choosePorts(config.port, needed);
  const at = (name: string): string => `127.0.0.1:${ports[name] ?? 0}`;
  const practiceSmtpUrl = config.practiceSmtpUrl ?? `smtp://${at('smtp')}`;
  return {
    config,
    embedded,
    ports,
    temporalAddress: config.temporalAddress ?? at('temporal'),
    smtpUrl: config.smtpUrl ?? practiceSmtpUrl,
    practiceSmtpUrl,
    urls: {
      web: config.publicUrl,
      mailbox: embedded.postvak ? `http://localhost:${ports['mailbox'] ?? 0}` : (config.mailboxUrl ?? null),
      temporalUi: embedded.temporal
        ? `http://localhost:${ports['temporalUi'] ?? 0}`
        : (config.temporalUiUrl ?? null),
      apiDocs: `${config.publicUrl}/api/v1/docs`,
    },
    // Whoever can reach the website could otherwise ask for them: they are for this computer alone.
    tokens:
      embedded.postgres && embedded.temporal && embedded.smtp && isLoopback(config.host)
        ? devTokens(config.dataDir)
        : null,
    logDir: join(config.dataDir, 'logs'),
  };
};

/** The environment of API, worker and migrations: the words of `libs/config`. */
export const appEnvironment = (
  plan: LaunchPlan,
  databaseUrl: string,
): Record<string, string | undefined> => ({
  PORT: String(plan.config.port),
  HOST: plan.config.host,
  DATABASE_URL: databaseUrl,
  TEMPORAL_ADDRESS: plan.temporalAddress,
  TEMPORAL_NAMESPACE: plan.config.temporalNamespace,
  TEMPORAL_UI_URL: plan.urls.temporalUi ?? undefined,
  SMTP_URL: plan.smtpUrl,
  MAIL_FROM: plan.config.mailFrom,
  PRACTICE_SMTP_URL: plan.practiceSmtpUrl,
  MAILBOX_URL: plan.urls.mailbox ?? undefined,
  PUBLIC_URL: plan.config.publicUrl,
  DEV_TOKENS: plan.tokens === null ? undefined : JSON.stringify(plan.tokens),
  // Whoever practises is one caller, and may play a whole cohort in two minutes.
  RATE_LIMIT_PER_MINUTE: String(plan.config.rateLimitPerMinute ?? (plan.tokens === null ? 600 : 200_000)),
  LOG_LEVEL: plan.config.logLevel,
});
