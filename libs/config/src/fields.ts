import { parseKeyring } from '@maatwerktraject/crypto';
import { z } from 'zod';
import { isLoopback } from './loopback.js';

/** `LOG_LEVEL` values, from quiet to chatty. */
export const logLevels = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'] as const;

/** Whether a text is an address with one of these protocols (as `https:`). */
export const isUrl = (value: string, protocols: readonly string[]): boolean => {
  try {
    return protocols.includes(new URL(value).protocol);
  } catch {
    return false;
  }
};

const url = (name: string, protocols: readonly string[], example: string) =>
  z
    .string({ error: `${name} ontbreekt. Vul een adres in, bijvoorbeeld ${example}.` })
    .refine((value) => isUrl(value, protocols), {
      error: `${name} is geen goed adres. Vul een adres in zoals ${example}.`,
    });

const databaseUrl = (name: string) =>
  url(name, ['postgres:', 'postgresql:'], 'postgres://gebruiker:wachtwoord@localhost:5432/maatwerktraject');

const port = (name: string, fallback: number | undefined) => {
  const message = `${name} moet een geheel getal zijn van 1 tot en met 65535.`;
  const field = z
    .string({ error: `${name} ontbreekt. ${message}` })
    .regex(/^\d{1,5}$/, { error: message })
    .transform(Number)
    .refine((value) => value >= 1 && value <= 65_535, { error: message });
  return fallback === undefined ? field : field.default(fallback);
};

const addressPattern = /^(?:[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

const keys = z.string({
  error:
    'ENCRYPTION_KEYS ontbreekt. Maak sleutels met "npm run sleutel", bewaar ze goed, en zet ze in ENCRYPTION_KEYS of in het bestand van ENCRYPTION_KEYS_FILE.',
});

/** Says what is wrong with the text of a keyring, or gives what `use` makes of it. */
const keyring = <T>(use: (text: string) => T) =>
  keys.transform((text, context): T => {
    try {
      return use(text);
    } catch (error) {
      context.addIssue({
        code: 'custom',
        message: `ENCRYPTION_KEYS is niet goed. ${error instanceof Error ? error.message : String(error)}`,
      });
      return z.NEVER;
    }
  });

/** Every variable of the product once; the schemas of the apps pick from these. */
export const fields = {
  port: port('PORT', 3000),
  host: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, {
      error: 'HOST is geen goede naam. Vul een IP-adres of computernaam in, bijvoorbeeld 127.0.0.1.',
    })
    .default('127.0.0.1'),
  dataDir: z.string().optional(),
  databaseUrl: databaseUrl('DATABASE_URL'),
  /** For the launcher, which knows of more than one user. */
  apiDatabaseUrl: databaseUrl('API_DATABASE_URL'),
  workerDatabaseUrl: databaseUrl('WORKER_DATABASE_URL'),
  temporalAddress: z
    .string({
      error: 'TEMPORAL_ADDRESS ontbreekt. Vul computernaam en poort in, bijvoorbeeld localhost:7233.',
    })
    .regex(/^(?:\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]+):\d{1,5}$/, {
      error:
        'TEMPORAL_ADDRESS is geen goed adres. Vul computernaam en poort in, bijvoorbeeld localhost:7233.',
    }),
  temporalNamespace: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,199}$/, {
      error: 'TEMPORAL_NAMESPACE is geen goede naam. Gebruik letters, cijfers, punten en streepjes.',
    })
    .default('maatwerktraject'),
  smtpUrl: url('SMTP_URL', ['smtp:', 'smtps:'], 'smtp://gebruiker:wachtwoord@mail.example:587'),
  mailFrom: z
    .string({
      error:
        'MAIL_FROM ontbreekt. Vul de afzender van de mail in, bijvoorbeeld Maatwerktraject <noreply@jouwdomein.nl>.',
    })
    .regex(addressPattern, {
      error:
        'MAIL_FROM is geen goede afzender. Vul een mailadres in, bijvoorbeeld Maatwerktraject <noreply@jouwdomein.nl>.',
    }),
  /** A bare address: where mail servers send what they cannot deliver. */
  mailReturnPath: z.string().regex(/^[^\s<>@,;]{1,64}@[^\s<>@,;]+$/, {
    error: 'MAIL_RETURN_PATH is geen goed adres. Vul alleen een mailadres in, zoals retour@gemeente.example.',
  }),
  mailSpreadMinutes: z
    .string()
    .regex(/^(?:\d{1,2}|[1-3]\d{2}|4[0-7]\d|480)$/, {
      error:
        'MAIL_SPREAD_MINUTES moet een geheel getal zijn van 0 tot en met 480. Met 0 gaat alle mail van een ochtend tegelijk weg.',
    })
    .default('60')
    .transform(Number),
  publicUrl: url('PUBLIC_URL', ['http:', 'https:'], 'https://maatwerktraject.example')
    // Browsers keep the cookie of a session over https alone, and on this computer itself.
    .refine((value) => !isUrl(value, ['http:']) || isLoopback(new URL(value).hostname), {
      error: 'PUBLIC_URL moet met https beginnen. Alleen op deze computer zelf mag http.',
    })
    .transform((value) => value.replace(/\/+$/, '')),
  trustedProxies: z
    .string()
    .regex(/^\d$/, {
      error: 'TRUSTED_PROXIES is het aantal eigen proxies voor de API: een cijfer van 0 tot en met 9.',
    })
    .default('0')
    .transform(Number),
  practiceSmtpUrl: url('PRACTICE_SMTP_URL', ['smtp:', 'smtps:'], 'smtp://localhost:1025'),
  mailboxUrl: url('MAILBOX_URL', ['http:', 'https:'], 'http://localhost:8025'),
  mailboxSmtpPort: port('MAILBOX_SMTP_PORT', undefined),
  mailboxHttpPort: port('MAILBOX_HTTP_PORT', undefined),
  mailboxDir: z.string({ error: 'MAILBOX_DIR ontbreekt. Vul de map in waarin het postvak de mail bewaart.' }),
  oidcIssuer: url('OIDC_ISSUER', ['http:', 'https:'], 'https://login.example/organisatie').refine(
    // Codes, tokens and the client's secret go there: over the network never without TLS.
    (value) => !isUrl(value, ['http:']) || isLoopback(new URL(value).hostname),
    { error: 'OIDC_ISSUER moet met https beginnen. Alleen op deze computer zelf mag http.' },
  ),
  identityPort: port('IDENTITY_PORT', undefined),
  temporalUiUrl: url('TEMPORAL_UI_URL', ['http:', 'https:'], 'http://localhost:8233'),
  workerHealthPort: port('WORKER_HEALTH_PORT', 3006),
  encryptionKeys: keyring(parseKeyring),
  /** The text itself, checked: for the launcher, which passes it on. */
  encryptionKeysText: keyring((text) => {
    parseKeyring(text);
    return text;
  }),
  codecPort: port('CODEC_PORT', 3007),
  codecToken: z
    .string({ error: 'CODEC_TOKEN ontbreekt. Bedenk een lang geheim van ten minste 32 tekens.' })
    .min(32, { error: 'CODEC_TOKEN is te kort. Gebruik ten minste 32 tekens.' }),
  codecLoopbackOpen: z
    .enum(['true', 'false'], { error: 'CODEC_LOOPBACK_OPEN moet true of false zijn.' })
    .default('false')
    .transform((value) => value === 'true'),
  cloudEventsSource: z
    .string()
    .regex(/^urn:nld:[A-Za-z0-9._%()-]+(:[A-Za-z0-9._%()-]+)*$/, {
      error:
        'CLOUDEVENTS_SOURCE is geen goede bron. Gebruik urn:nld met uw OIN, bijvoorbeeld urn:nld:oin:00000001823288444000:systeem:maatwerktraject.',
    })
    .default('urn:nld:systeem:maatwerktraject'),
  webhookLoopback: z
    .enum(['true', 'false'], { error: 'WEBHOOK_LOOPBACK moet true of false zijn.' })
    .default('false')
    .transform((value) => value === 'true'),
  rateLimitPerMinute: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, {
      error: 'RATE_LIMIT_PER_MINUTE moet een geheel getal zijn van 1 tot en met 999999.',
    })
    .transform(Number),
  securityContact: z
    .string()
    // A new line in it would say something else in the file that it is put in.
    .regex(/^(?:mailto:[^\s<>@]+@[^\s<>@]+|https:\/\/[\x21-\x7e]+)$/, {
      error:
        'SECURITY_CONTACT is geen goed adres. Vul een adres in zoals mailto:lek@gemeente.example of https://gemeente.example/meld-een-lek.',
    })
    .max(300, { error: 'SECURITY_CONTACT is te lang. Gebruik ten hoogste 300 tekens.' }),
  logLevel: z
    .enum(logLevels, { error: `LOG_LEVEL moet een van deze woorden zijn: ${logLevels.join(', ')}.` })
    .default('log'),
};

/** Sender used while no own SMTP server is configured. */
export const defaultMailFrom = 'Maatwerktraject <noreply@maatwerktraject.example>';
