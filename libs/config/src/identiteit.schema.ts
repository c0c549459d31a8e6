import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { fields, isUrl } from './fields.js';
import { isLoopback } from './loopback.js';

/** Someone whom the practice provider can log in. */
const oefenpersoon = z.strictObject({
  /** Opaque and lasting: what the provider calls this person. */
  sub: z.string().regex(/^[\x21-\x7e]{1,100}$/),
  naam: z.string().min(1).max(100),
  email: z.email().max(200),
  /** Shown beside the name; gives no rights. */
  rolomschrijving: z.string().max(200),
  /** Whether this person logs in with a second factor. */
  mfa: z.boolean(),
  /** What the provider says of the address in `email_verified`: `ja` when absent; `ongezegd`: nothing, as some providers do. */
  emailBevestigd: z.enum(['ja', 'nee', 'ongezegd']).optional(),
});

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

const people = z
  .array(oefenpersoon)
  .min(1)
  .max(50)
  .refine((list) => unique(list.map(({ sub }) => sub)) && unique(list.map(({ email }) => email)));

const peopleFault =
  'IDENTITY_PEOPLE is niet goed. Vul een JSON-lijst in van mensen met sub, naam, email, rolomschrijving en mfa; elke sub en elk adres komt één keer voor.';

const toPeople = z.string({ error: peopleFault }).transform((value, context) => {
  try {
    const parsed = people.safeParse(JSON.parse(value));
    if (parsed.success) return parsed.data;
  } catch {
    // Not JSON: the same sentence as for JSON of another shape.
  }
  context.addIssue({ code: 'custom', message: peopleFault });
  return z.NEVER;
});

const redirectFault =
  'IDENTITY_REDIRECT_URIS is niet goed. Vul de adressen in waar de website de aanmelding terugkrijgt, met komma’s ertussen.';

const redirectUris = z
  .string({ error: redirectFault })
  .transform((value) => value.split(',').map((uri) => uri.trim()))
  .refine((uris) => uris.every((uri) => isUrl(uri, ['http:', 'https:']) && !uri.includes('#')), {
    error: redirectFault,
  });

const isOwnIssuer = (value: string): boolean => {
  if (!isUrl(value, ['http:'])) return false;
  const { hostname, pathname, search, hash, username } = new URL(value);
  return isLoopback(hostname) && pathname === '/' && search + hash + username === '';
};

/** The environment of the practice provider. */
export const identiteit = z
  .object({
    HOST: fields.host.refine(isLoopback, {
      error:
        'De oefenaanmelding laat iedereen binnen en mag alleen op deze computer luisteren. Zet HOST op 127.0.0.1.',
    }),
    IDENTITY_PORT: fields.identityPort,
    IDENTITY_ISSUER: z
      .string({ error: 'IDENTITY_ISSUER ontbreekt. Vul een adres in, bijvoorbeeld http://localhost:3007.' })
      .refine(isOwnIssuer, {
        error:
          'IDENTITY_ISSUER moet een http-adres van deze computer zijn, zonder pad, zoals http://localhost:3007.',
      })
      .transform((value) => value.replace(/\/$/, '')),
    IDENTITY_CLIENT_ID: z
      .string({ error: 'IDENTITY_CLIENT_ID ontbreekt. Vul de naam in waarmee de website zich meldt.' })
      .regex(/^[\x21-\x7e]{1,100}$/, { error: 'IDENTITY_CLIENT_ID mag geen spaties of accenten hebben.' }),
    IDENTITY_CLIENT_SECRET: z
      .string({ error: 'IDENTITY_CLIENT_SECRET ontbreekt. Vul een geheim van ten minste 16 tekens in.' })
      .regex(/^[\x21-\x7e]{16,200}$/, {
        error: 'IDENTITY_CLIENT_SECRET moet 16 tot 200 tekens hebben, zonder spaties of accenten.',
      }),
    IDENTITY_REDIRECT_URIS: redirectUris,
    IDENTITY_PEOPLE: toPeople,
    IDENTITY_DIR: z
      .string()
      .refine(isAbsolute, { error: 'IDENTITY_DIR moet met een volledig pad beginnen.' })
      .optional(),
  })
  .transform((env) => ({
    host: env.HOST,
    port: env.IDENTITY_PORT,
    issuer: env.IDENTITY_ISSUER,
    clientId: env.IDENTITY_CLIENT_ID,
    clientSecret: env.IDENTITY_CLIENT_SECRET,
    redirectUris: env.IDENTITY_REDIRECT_URIS,
    people: env.IDENTITY_PEOPLE,
    directory: env.IDENTITY_DIR,
  }));

export type Oefenpersoon = z.output<typeof oefenpersoon>;
