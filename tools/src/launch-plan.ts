import { join } from 'node:path';
import { isLoopback, secretNames, type LauncherConfig, type OidcConfig } from '@maatwerktraject/config';
import { choosePort } from './ports.js';
import { encryptionKeys, type EncryptionKeys } from './encryption-keys.js';
import { embeddedOidc, oidcEnvironment } from './identiteit.js';

/** Everything that is decided before the first service starts: ports, addresses and what is embedded. */
export interface LaunchPlan {
  readonly config: LauncherConfig;
  readonly embedded: {
    readonly postgres: boolean;
    readonly temporal: boolean;
    readonly smtp: boolean;
    readonly postvak: boolean;
    readonly identiteit: boolean;
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
  /** Whether there is nothing here but embedded services on this computer: then there are people to practise as. */
  readonly practice: boolean;
  /** From `ENCRYPTION_KEYS`, or made and kept in the data folder. */
  readonly encryption: EncryptionKeys;
  /** The configured provider, or the embedded one; without either staff cannot log in with a provider. */
  readonly oidc: OidcConfig | undefined;
  readonly logDir: string;
}

const order = [
  'web',
  'mailbox',
  'smtp',
  'temporal',
  'temporalUi',
  'postgres',
  'workerHealth',
  'codec',
  'identity',
] as const;

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

/** Decides; reads or makes the keys and secrets of this folder. */
export const planLaunch = async (config: LauncherConfig): Promise<LaunchPlan> => {
  const absent = {
    postgres: config.databaseUrl === undefined,
    temporal: config.temporalAddress === undefined,
    smtp: config.smtpUrl === undefined,
    // Beside an own mail server too: the mail of an oefencohort never goes there.
    postvak: config.practiceSmtpUrl === undefined,
  };
  // Whoever can reach the website gets in without a secret: that is for this computer alone, and for no data of others.
  const practice =
    absent.postgres && absent.temporal && absent.smtp && absent.postvak && isLoopback(config.host);
  const embedded = { ...absent, identiteit: practice && config.oidc === undefined };
  const needed = new Set<(typeof order)[number]>(['workerHealth']);
  if (embedded.postgres) needed.add('postgres');
  if (embedded.temporal) needed.add('temporal').add('temporalUi').add('codec');
  if (embedded.postvak) needed.add('mailbox').add('smtp');
  if (embedded.identiteit) needed.add('identity');
  const ports = await choosePorts(config.port, needed);
  const at = (name: string): string => `127.0.0.1:${ports[name] ?? 0}`;
  const own = encryptionKeys(config.dataDir);
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
    practice: embedded.identiteit,
    oidc: embedded.identiteit ? embeddedOidc(config, ports['identity'] ?? 0) : config.oidc,
    encryption: { ...own, keys: config.encryptionKeys ?? own.keys },
    logDir: join(config.dataDir, 'logs'),
  };
};

/** The launcher has read these; with the value as well, an app would not know which of the two to believe. */
const withoutSecretFiles = Object.fromEntries(secretNames.map((name) => [`${name}_FILE`, undefined]));

/** The environment of API, worker and migrations: the words of `libs/config`. */
export const appEnvironment = (
  plan: LaunchPlan,
  databaseUrl: string,
): Record<string, string | undefined> => ({
  ...withoutSecretFiles,
  PORT: String(plan.config.port),
  HOST: plan.config.host,
  DATABASE_URL: databaseUrl,
  TEMPORAL_ADDRESS: plan.temporalAddress,
  TEMPORAL_NAMESPACE: plan.config.temporalNamespace,
  TEMPORAL_UI_URL: plan.urls.temporalUi ?? undefined,
  SMTP_URL: plan.smtpUrl,
  MAIL_FROM: plan.config.mailFrom,
  MAIL_RETURN_PATH: plan.config.mailReturnPath,
  MAIL_SPREAD_MINUTES: String(plan.config.mailSpreadMinutes),
  PRACTICE_SMTP_URL: plan.practiceSmtpUrl,
  ENCRYPTION_KEYS: plan.encryption.keys,
  MAILBOX_URL: plan.urls.mailbox ?? undefined,
  PUBLIC_URL: plan.config.publicUrl,
  ...oidcEnvironment(plan.oidc),
  // Whoever practises is one caller, and may play a whole cohort in two minutes.
  RATE_LIMIT_PER_MINUTE: String(plan.config.rateLimitPerMinute ?? (plan.practice ? 200_000 : 600)),
  CLOUDEVENTS_SOURCE: plan.config.cloudEventsSource,
  WEBHOOK_LOOPBACK: String(plan.config.webhookLoopback),
  LOG_LEVEL: plan.config.logLevel,
});

/** The environment of the codec server beside the embedded Temporal, whose web UI cannot send a token. */
export const codecEnvironment = (plan: LaunchPlan): Record<string, string | undefined> => ({
  ...withoutSecretFiles,
  HOST: '127.0.0.1',
  CODEC_PORT: String(plan.ports['codec']),
  CODEC_TOKEN: plan.encryption.codecToken,
  CODEC_LOOPBACK_OPEN: 'true',
  TEMPORAL_UI_URL: plan.urls.temporalUi ?? undefined,
  ENCRYPTION_KEYS: plan.encryption.keys,
});
