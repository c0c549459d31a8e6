import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { defaultMailFrom, fields } from './fields.js';

/** Environment variables by name, as in `process.env`. An empty value counts as absent. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A typed configuration, or every fault in it as a Dutch sentence that names the variable and says what to do. */
export type ConfigResult<Config> = { ok: true; config: Config } | { ok: false; faults: string[] };

/** Whether a host name or address is this computer itself, reachable from nowhere else. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);

const hostOf = (address: string): string => address.slice(0, address.lastIndexOf(':'));

const launcher = z
  .object({
    PORT: fields.port,
    HOST: fields.host,
    DATA_DIR: fields.dataDir,
    DATABASE_URL: fields.databaseUrl.optional(),
    TEMPORAL_ADDRESS: fields.temporalAddress.optional(),
    TEMPORAL_NAMESPACE: fields.temporalNamespace,
    TEMPORAL_UI_URL: fields.temporalUiUrl.optional(),
    SMTP_URL: fields.smtpUrl.optional(),
    MAIL_FROM: fields.mailFrom.optional(),
    PRACTICE_SMTP_URL: fields.practiceSmtpUrl.optional(),
    MAILBOX_URL: fields.mailboxUrl.optional(),
    PUBLIC_URL: fields.publicUrl.optional(),
    RATE_LIMIT_PER_MINUTE: fields.rateLimitPerMinute.optional(),
    LOG_LEVEL: fields.logLevel,
  })
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
    databaseUrl: env.DATABASE_URL,
    temporalAddress: env.TEMPORAL_ADDRESS,
    temporalNamespace: env.TEMPORAL_NAMESPACE,
    temporalUiUrl: env.TEMPORAL_UI_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? defaultMailFrom,
    practiceSmtpUrl: env.PRACTICE_SMTP_URL,
    mailboxUrl: env.MAILBOX_URL,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
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
    DEV_TOKENS: fields.devTokens.optional(),
    RATE_LIMIT_PER_MINUTE: fields.rateLimitPerMinute.default(600),
    LOG_LEVEL: fields.logLevel,
  })
  .refine(
    (env) =>
      env.DEV_TOKENS === undefined ||
      (isLoopback(env.HOST) &&
        isLoopback(new URL(env.DATABASE_URL).hostname) &&
        isLoopback(hostOf(env.TEMPORAL_ADDRESS))),
    {
      error: 'DEV_TOKENS mag alleen met HOST, database en Temporal op deze computer. Haal DEV_TOKENS weg.',
    },
  )
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
    devTokens: env.DEV_TOKENS,
    rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
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
    PRACTICE_SMTP_URL: fields.practiceSmtpUrl.optional(),
    MAILBOX_URL: fields.mailboxUrl.optional(),
    PUBLIC_URL: fields.publicUrl,
    LOG_LEVEL: fields.logLevel,
  })
  .transform((env) => ({
    host: env.HOST,
    healthPort: env.WORKER_HEALTH_PORT,
    databaseUrl: env.DATABASE_URL,
    temporalAddress: env.TEMPORAL_ADDRESS,
    temporalNamespace: env.TEMPORAL_NAMESPACE,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    practiceSmtpUrl: env.PRACTICE_SMTP_URL,
    mailboxUrl: env.MAILBOX_URL,
    publicUrl: env.PUBLIC_URL,
    logLevel: env.LOG_LEVEL,
  }));

const migration = z
  .object({ DATABASE_URL: fields.databaseUrl, LOG_LEVEL: fields.logLevel })
  .transform((env) => ({ databaseUrl: env.DATABASE_URL, logLevel: env.LOG_LEVEL }));

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

const parse = <Config>(schema: z.ZodType<Config>, env: Environment): ConfigResult<Config> => {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = schema.safeParse(present);
  if (result.success) return { ok: true, config: result.data };
  return { ok: false, faults: [...new Set(result.error.issues.map((issue) => issue.message))] };
};

export type LauncherConfig = z.output<typeof launcher>;
export type ApiConfig = z.output<typeof api>;
export type WorkerConfig = z.output<typeof worker>;
export type MigrationConfig = z.output<typeof migration>;
export type PostvakConfig = z.output<typeof postvak>;

/** For `npm start`: what is absent here is brought up as an embedded service. */
export const parseConfig = (env: Environment): ConfigResult<LauncherConfig> => parse(launcher, env);

/** For the API: everything it talks to must be named; `DEV_TOKENS` only with services on this computer. */
export const parseApiConfig = (env: Environment): ConfigResult<ApiConfig> => parse(api, env);

/** For the worker; without `PRACTICE_SMTP_URL` it cannot send the mail of oefencohorten. */
export const parseWorkerConfig = (env: Environment): ConfigResult<WorkerConfig> => parse(worker, env);

/** For the migrations job. */
export const parseMigrationConfig = (env: Environment): ConfigResult<MigrationConfig> =>
  parse(migration, env);

/** For the built-in mailbox. */
export const parsePostvakConfig = (env: Environment): ConfigResult<PostvakConfig> => parse(postvak, env);
