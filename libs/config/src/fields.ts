import { z } from 'zod';

/** `LOG_LEVEL` values, from quiet to chatty. */
export const logLevels = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'] as const;

const isUrl = (value: string, protocols: readonly string[]): boolean => {
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

const token = z.string().min(16);

/** The development tokens: one opaque string of at least 16 characters per role. */
export const devTokensSchema = z.strictObject({ adviseur: token, gemeente: token, onderzoeker: token });

const devTokens = z.string().transform((value, context) => {
  try {
    const parsed = devTokensSchema.safeParse(JSON.parse(value));
    if (parsed.success) return parsed.data;
  } catch {
    // Not JSON: the same sentence as for JSON of another shape.
  }
  context.addIssue({
    code: 'custom',
    message:
      'DEV_TOKENS is niet goed. Vul JSON in met een sleutel van ten minste 16 tekens voor adviseur, gemeente en onderzoeker, of laat DEV_TOKENS weg.',
  });
  return z.NEVER;
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
  databaseUrl: url(
    'DATABASE_URL',
    ['postgres:', 'postgresql:'],
    'postgres://gebruiker:wachtwoord@localhost:5432/maatwerktraject',
  ),
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
  publicUrl: url('PUBLIC_URL', ['http:', 'https:'], 'https://maatwerktraject.example').transform((value) =>
    value.replace(/\/+$/, ''),
  ),
  practiceSmtpUrl: url('PRACTICE_SMTP_URL', ['smtp:', 'smtps:'], 'smtp://localhost:1025'),
  mailboxUrl: url('MAILBOX_URL', ['http:', 'https:'], 'http://localhost:8025'),
  mailboxSmtpPort: port('MAILBOX_SMTP_PORT', undefined),
  mailboxHttpPort: port('MAILBOX_HTTP_PORT', undefined),
  mailboxDir: z.string({ error: 'MAILBOX_DIR ontbreekt. Vul de map in waarin het postvak de mail bewaart.' }),
  temporalUiUrl: url('TEMPORAL_UI_URL', ['http:', 'https:'], 'http://localhost:8233'),
  workerHealthPort: port('WORKER_HEALTH_PORT', 3006),
  rateLimitPerMinute: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, {
      error: 'RATE_LIMIT_PER_MINUTE moet een geheel getal zijn van 1 tot en met 999999.',
    })
    .transform(Number),
  devTokens,
  logLevel: z
    .enum(logLevels, { error: `LOG_LEVEL moet een van deze woorden zijn: ${logLevels.join(', ')}.` })
    .default('log'),
};

/** Sender used while no own SMTP server is configured. */
export const defaultMailFrom = 'Maatwerktraject <noreply@maatwerktraject.example>';
