import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { LauncherConfig, Oefenpersoon, OidcConfig } from '@maatwerktraject/config';
import { readJson, writeSecret } from './files.js';

/** Who can log in at the practice provider of `npm start`; the colleague shows what happens without a second factor. */
export const oefenpersonen: readonly Oefenpersoon[] = [
  {
    sub: 'oefening-adviseur',
    naam: 'Adviseur Oefening',
    email: 'adviseur@oefening.example',
    rolomschrijving: 'Adviseur: begeleidt gemeenten en keurt stappen goed',
    mfa: true,
  },
  {
    sub: 'oefening-collega',
    naam: 'Collega Oefening',
    email: 'collega@oefening.example',
    rolomschrijving: 'Tweede adviseur: heeft eigen cohorten',
    mfa: false,
  },
  {
    sub: 'oefening-onderzoeker',
    naam: 'Onderzoeker Oefening',
    email: 'onderzoeker@oefening.example',
    rolomschrijving: 'Onderzoeker: bekijkt resultaten en haalt de export op',
    mfa: true,
  },
  {
    sub: 'oefening-beheerder',
    naam: 'Beheerder Oefening',
    email: 'beheerder@oefening.example',
    rolomschrijving: 'Beheerder: regelt wie er mag werken',
    mfa: true,
  },
];

/** The accounts that go with them: by address, as an invitation. */
export const oefenaccounts = [
  { email: 'adviseur@oefening.example', naam: 'Adviseur Oefening', rol: 'adviseur' },
  { email: 'collega@oefening.example', naam: 'Collega Oefening', rol: 'adviseur' },
  { email: 'onderzoeker@oefening.example', naam: 'Onderzoeker Oefening', rol: 'onderzoeker' },
  { email: 'beheerder@oefening.example', naam: 'Beheerder Oefening', rol: 'beheerder' },
] as const;

const hasSecret = (value: unknown): value is { clientSecret: string } =>
  typeof value === 'object' &&
  value !== null &&
  'clientSecret' in value &&
  typeof value.clientSecret === 'string';

/** The secret between API and practice provider; of this folder, made at the first start. */
const clientSecretOf = (dataDir: string): string => {
  const path = join(dataDir, 'identiteit', 'client.json');
  const known = readJson(path);
  if (hasSecret(known)) return known.clientSecret;
  const made = { clientSecret: randomBytes(32).toString('base64url') };
  writeSecret(path, made);
  return made.clientSecret;
};

/** Where the API takes the answer of a provider. */
const redirectUri = (publicUrl: string): string => `${publicUrl}/api/v1/aanmelding/oidc/terug`;

/** How the API finds the practice provider on this port. */
export const embeddedOidc = (config: LauncherConfig, port: number): OidcConfig => ({
  // By name, as browsers and the API open it; the provider listens on the address of this computer.
  issuer: `http://localhost:${port}`,
  clientId: 'maatwerktraject',
  clientSecret: clientSecretOf(config.dataDir),
  naam: config.oidcNaam ?? 'Aanmelden om te oefenen',
  mfa: config.oidcMfa,
  mfaAcr: config.oidcMfaAcr,
  // It vouches for its addresses itself.
  emailVertrouwd: undefined,
});

/** The environment of the practice provider: the words of `libs/config`. */
export const identiteitEnvironment = (
  config: LauncherConfig,
  oidc: OidcConfig,
  port: number,
): Record<string, string> => ({
  HOST: '127.0.0.1',
  IDENTITY_PORT: String(port),
  IDENTITY_ISSUER: oidc.issuer,
  IDENTITY_CLIENT_ID: oidc.clientId,
  IDENTITY_CLIENT_SECRET: oidc.clientSecret,
  IDENTITY_REDIRECT_URIS: redirectUri(config.publicUrl),
  IDENTITY_PEOPLE: JSON.stringify(oefenpersonen),
  IDENTITY_DIR: join(config.dataDir, 'identiteit'),
});

/** The provider as the API wants to hear of it; a name without a value is taken out of what it inherits. */
export const oidcEnvironment = (oidc: OidcConfig | undefined): Record<string, string | undefined> => ({
  OIDC_ISSUER: oidc?.issuer,
  OIDC_CLIENT_ID: oidc?.clientId,
  OIDC_CLIENT_SECRET: oidc?.clientSecret,
  OIDC_NAAM: oidc?.naam,
  OIDC_MFA: oidc?.mfa,
  OIDC_MFA_ACR: oidc?.mfaAcr,
  OIDC_EMAIL_VERTROUWD: oidc?.emailVertrouwd,
});
