import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { defaultMailFrom, fields } from './fields.js';
import { secretNames, withSecretFiles, type SecretName } from './secret-files.js';
import { identiteit } from './identiteit.schema.js';
import { isLoopback } from './loopback.js';
import { isOidcWhole, oidcFrom, oidcShape, oidcWholeFault } from './oidc.fields.js';

/** Environment variables by name, as in `process.env`. An empty value counts as absent. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A typed configuration, or every fault in it as a Dutch sentence that names the variable and says what to do. */
export type ConfigResult<Config> = { ok: true; config: Config } | { ok: false; faults: string[] };

/** Whether API and worker both have a user of their own on the configured database, or neither. */
const hasWholeLogins = (env: {
  DATABASE_URL?: string | undefined;
  API_DATABASE_URL?: string | undefined;
  WORKER_DATABASE_URL?: string | undefined;
}): boolean =>
  (env.API_DATABASE_URL === undefined) === (env.WORKER_DATABASE_URL === undefined) &&
  (env.API_DATABASE_URL === undefined || env.DATABASE_URL !== undefined);

/** Webhooks to this computer itself: to try them out where nobody else can reach it. */
const mayTryWebhooks = (env: { PUBLIC_URL?: string | undefined; WEBHOOK_LOOPBACK: boolean }): boolean =>
  !env.WEBHOOK_LOOPBACK || env.PUBLIC_URL === undefined || isLoopback(new URL(env.PUBLIC_URL).hostname);
const mayTryWebhooksFault = {
  error: 'WEBHOOK_LOOPBACK mag alleen met een PUBLIC_URL op deze computer. Haal WEBHOOK_LOOPBACK weg.',
};

const launcher = z
  .object({
    PORT: fields.port,
    HOST: fields.host,
    DATA_DIR: fields.dataDir,
    DATABASE_URL: fields.databaseUrl.optional(),
    API_DATABASE_URL: fields.apiDatabaseUrl.optional(),
    WORKER_DATABASE_URL: fields.workerDatabaseUrl.optional(),
    TEMPORAL_ADDRESS: fields.temporalAddress.optional(),
    TEMPORAL_NAMESPACE: fields.temporalNamespace,
    TEMPORAL_UI_URL: fields.temporalUiUrl.optional(),
    SMTP_URL: fields.smtpUrl.optional(),
    MAIL_FROM: fields.mailFrom.optional(),
    MAIL_RETURN_PATH: fields.mailReturnPath.optional(),
    MAIL_SPREAD_MINUTES: fields.mailSpreadMinutes,
    PRACTICE_SMTP_URL: fields.practiceSmtpUrl.optional(),
    MAILBOX_URL: fields.mailboxUrl.optional(),
    PUBLIC_URL: fields.publicUrl.optional(),
    ENCRYPTION_KEYS: fields.encryptionKeysText.optional(),
    RATE_LIMIT_PER_MINUTE: fields.rateLimitPerMinute.optional(),
    // The API inherits it; what is wrong with it is said at the start.
    SECURITY_CONTACT: fields.securityContact.optional(),
    CLOUDEVENTS_SOURCE: fields.cloudEventsSource,
    WEBHOOK_LOOPBACK: fields.webhookLoopback,
    LOG_LEVEL: fields.logLevel,
    ...oidcShape,
  })
  .refine(isOidcWhole, oidcWholeFault)
  .refine(hasWholeLogins, {
    error:
      'API_DATABASE_URL en WORKER_DATABASE_URL horen bij elkaar, en bij DATABASE_URL. Vul ze alle drie in, of alleen DATABASE_URL, of geen.',
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
  .refine(mayTryWebhooks, mayTryWebhooksFault)
  .refine((env) => env.SMTP_URL === undefined || env.MAIL_FROM !== undefined, {
    error:
      'MAIL_FROM ontbreekt. Met SMTP_URL hoort een afzender, bijvoorbeeld Maatwerktraject <noreply@jouwdomein.nl>.',
    // Said together with the faults of single fields, not only after these are mended.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
  .transform((env) => ({
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.DATA_DIR ?? (env.PORT === 3000 ? '.data' : join('.data', `poort-${env.PORT}`))),
    /** Of whoever owns the tables. */
    databaseUrl: env.DATABASE_URL,
    databaseLogins:
      env.API_DATABASE_URL === undefined || env.WORKER_DATABASE_URL === undefined
        ? undefined
        : { api: env.API_DATABASE_URL, worker: env.WORKER_DATABASE_URL },
    temporalAddress: env.TEMPORAL_ADDRESS,
    temporalNamespace: env.TEMPORAL_NAMESPACE,
    temporalUiUrl: env.TEMPORAL_UI_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? defaultMailFrom,
    mailReturnPath: env.MAIL_RETURN_PATH,
    mailSpreadMinutes: env.MAIL_SPREAD_MINUTES,
    practiceSmtpUrl: env.PRACTICE_SMTP_URL,
    mailboxUrl: env.MAILBOX_URL,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    encryptionKeys: env.ENCRYPTION_KEYS,
    oidc: oidcFrom(env),
    // Also for the practice provider, which the launcher configures itself.
    oidcNaam: env.OIDC_NAAM,
    oidcMfa: env.OIDC_MFA,
    oidcMfaAcr: env.OIDC_MFA_ACR,
    rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
    cloudEventsSource: env.CLOUDEVENTS_SOURCE,
    webhookLoopback: env.WEBHOOK_LOOPBACK,
    logLevel: env.LOG_LEVEL,
  }));

const api = z
  .object({
    PORT: fields.port,
    HOST: fields.host,
    DATABASE_URL: fields.databaseUrl,
    TEMPORAL_ADDRESS: fields.temporalAddress,
    TEMPORAL_NAMESPACE: fields.temporalNamespace,
    TEMPORAL_UI_URL: fields.temporalUiUrl.optional(),
    MAILBOX_URL: fields.mailboxUrl.optional(),
    PRACTICE_SMTP_URL: fields.practiceSmtpUrl.optional(),
    PUBLIC_URL: fields.publicUrl.optional(),
    TRUSTED_PROXIES: fields.trustedProxies,
    ENCRYPTION_KEYS: fields.encryptionKeys,
    RATE_LIMIT_PER_MINUTE: fields.rateLimitPerMinute.default(600),
    SECURITY_CONTACT: fields.securityContact.optional(),
    CLOUDEVENTS_SOURCE: fields.cloudEventsSource,
    WEBHOOK_LOOPBACK: fields.webhookLoopback,
    LOG_LEVEL: fields.logLevel,
    ...oidcShape,
  })
  .refine(isOidcWhole, oidcWholeFault)
  .refine(mayTryWebhooks, mayTryWebhooksFault)
  .transform((env) => ({
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    temporalAddress: env.TEMPORAL_ADDRESS,
    temporalNamespace: env.TEMPORAL_NAMESPACE,
    temporalUiUrl: env.TEMPORAL_UI_URL,
    mailboxUrl: env.MAILBOX_URL,
    practiceSmtpUrl: env.PRACTICE_SMTP_URL,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    trustedProxies: env.TRUSTED_PROXIES,
    keyring: env.ENCRYPTION_KEYS,
    /** Without it staff cannot log in with a provider. */
    oidc: oidcFrom(env),
    rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
    /** Where a weak spot is reported; without it there is no security.txt. */
    securityContact: env.SECURITY_CONTACT,
    cloudEventsSource: env.CLOUDEVENTS_SOURCE,
    webhookLoopback: env.WEBHOOK_LOOPBACK,
    logLevel: env.LOG_LEVEL,
  }));

const worker = z
  .object({
    HOST: fields.host,
    WORKER_HEALTH_PORT: fields.workerHealthPort,
    DATABASE_URL: fields.databaseUrl,
    TEMPORAL_ADDRESS: fields.temporalAddress,
    TEMPORAL_NAMESPACE: fields.temporalNamespace,
    SMTP_URL: fields.smtpUrl,
    MAIL_FROM: fields.mailFrom,
    MAIL_RETURN_PATH: fields.mailReturnPath.optional(),
    MAIL_SPREAD_MINUTES: fields.mailSpreadMinutes,
    PRACTICE_SMTP_URL: fields.practiceSmtpUrl.optional(),
    MAILBOX_URL: fields.mailboxUrl.optional(),
    PUBLIC_URL: fields.publicUrl,
    ENCRYPTION_KEYS: fields.encryptionKeys,
    CLOUDEVENTS_SOURCE: fields.cloudEventsSource,
    WEBHOOK_LOOPBACK: fields.webhookLoopback,
    LOG_LEVEL: fields.logLevel,
  })
  .refine(mayTryWebhooks, mayTryWebhooksFault)
  .transform((env) => ({
    host: env.HOST,
    healthPort: env.WORKER_HEALTH_PORT,
    databaseUrl: env.DATABASE_URL,
    temporalAddress: env.TEMPORAL_ADDRESS,
    temporalNamespace: env.TEMPORAL_NAMESPACE,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    /** Where mail servers send what they cannot deliver; the sender itself when absent. */
    mailReturnPath: env.MAIL_RETURN_PATH,
    /** Over how long the mail of one morning is spread. */
    mailSpreadMinutes: env.MAIL_SPREAD_MINUTES,
    practiceSmtpUrl: env.PRACTICE_SMTP_URL,
    mailboxUrl: env.MAILBOX_URL,
    publicUrl: env.PUBLIC_URL,
    keyring: env.ENCRYPTION_KEYS,
    cloudEventsSource: env.CLOUDEVENTS_SOURCE,
    webhookLoopback: env.WEBHOOK_LOOPBACK,
    logLevel: env.LOG_LEVEL,
  }));

const migration = z
  .object({
    DATABASE_URL: fields.databaseUrl,
    ENCRYPTION_KEYS: fields.encryptionKeys,
    LOG_LEVEL: fields.logLevel,
  })
  .transform((env) => ({
    databaseUrl: env.DATABASE_URL,
    keyring: env.ENCRYPTION_KEYS,
    logLevel: env.LOG_LEVEL,
  }));

const codec = z
  .object({
    HOST: fields.host,
    CODEC_PORT: fields.codecPort,
    CODEC_TOKEN: fields.codecToken,
    CODEC_LOOPBACK_OPEN: fields.codecLoopbackOpen,
    TEMPORAL_UI_URL: fields.temporalUiUrl,
    ENCRYPTION_KEYS: fields.encryptionKeys,
  })
  .refine((env) => !env.CODEC_LOOPBACK_OPEN || isLoopback(env.HOST), {
    error: 'CODEC_LOOPBACK_OPEN mag alleen met HOST op deze computer. Haal CODEC_LOOPBACK_OPEN weg.',
  })
  .transform((env) => ({
    host: env.HOST,
    port: env.CODEC_PORT,
    token: env.CODEC_TOKEN,
    loopbackOpen: env.CODEC_LOOPBACK_OPEN,
    uiOrigin: new URL(env.TEMPORAL_UI_URL).origin,
    keyring: env.ENCRYPTION_KEYS,
  }));

const postvak = z
  .object({
    HOST: fields.host,
    MAILBOX_SMTP_PORT: fields.mailboxSmtpPort,
    MAILBOX_HTTP_PORT: fields.mailboxHttpPort,
    MAILBOX_DIR: fields.mailboxDir.refine(isAbsolute, {
      error: 'MAILBOX_DIR moet met een volledig pad beginnen.',
    }),
  })
  .transform((env) => ({
    host: env.HOST,
    smtpPort: env.MAILBOX_SMTP_PORT,
    httpPort: env.MAILBOX_HTTP_PORT,
    directory: env.MAILBOX_DIR,
  }));

const parse = <Config>(
  schema: z.ZodType<Config>,
  given: Environment,
  secrets: readonly SecretName[] = [],
): ConfigResult<Config> => {
  const present = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      value === undefined || value.trim() === '' ? [] : [[name, value]],
    ),
  );
  const { env, faults } = withSecretFiles(present, secrets);
  const result = schema.safeParse(env);
  if (result.success && faults.size === 0) return { ok: true, config: result.data };
  // What could not be read is not also said to be absent.
  const known = [...faults.keys()];
  const others = (result.error?.issues ?? [])
    .map((issue) => issue.message)
    .filter((message) => !known.some((name) => message.startsWith(`${name} `)));
  return { ok: false, faults: [...new Set([...faults.values(), ...others])] };
};

export type LauncherConfig = z.output<typeof launcher>;
export type ApiConfig = z.output<typeof api>;
export type WorkerConfig = z.output<typeof worker>;
export type MigrationConfig = z.output<typeof migration>;
export type CodecConfig = z.output<typeof codec>;
export type PostvakConfig = z.output<typeof postvak>;
export type IdentiteitConfig = z.output<typeof identiteit>;

/** What each program reads, by name; a secret among them may also stand in the file that `<NAME>_FILE` names. */
export const variables = {
  launcher: Object.keys(launcher.in.shape),
  api: Object.keys(api.in.shape),
  worker: Object.keys(worker.in.shape),
  migration: Object.keys(migration.in.shape),
  codec: Object.keys(codec.in.shape),
} as const;

const secretsOf = (program: keyof typeof variables): SecretName[] =>
  secretNames.filter((name) => variables[program].includes(name));

/** For `npm start`: what is absent here is brought up as an embedded service. */
export const parseConfig = (env: Environment): ConfigResult<LauncherConfig> =>
  parse(launcher, env, secretsOf('launcher'));

/** For the API: everything it talks to must be named. */
export const parseApiConfig = (env: Environment): ConfigResult<ApiConfig> =>
  parse(api, env, secretsOf('api'));

/** For the worker; without `PRACTICE_SMTP_URL` it cannot send the mail of oefencohorten. */
export const parseWorkerConfig = (env: Environment): ConfigResult<WorkerConfig> =>
  parse(worker, env, secretsOf('worker'));

/** For the migrations job. */
export const parseMigrationConfig = (env: Environment): ConfigResult<MigrationConfig> =>
  parse(migration, env, secretsOf('migration'));

/** For the codec server; open without a token only on this computer. */
export const parseCodecConfig = (env: Environment): ConfigResult<CodecConfig> =>
  parse(codec, env, secretsOf('codec'));

/** For the built-in mailbox. */
export const parsePostvakConfig = (env: Environment): ConfigResult<PostvakConfig> => parse(postvak, env);

/** For the practice identity provider; it listens on this computer alone. */
export const parseIdentiteitConfig = (env: Environment): ConfigResult<IdentiteitConfig> =>
  parse(identiteit, env);
