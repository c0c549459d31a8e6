import { z } from 'zod';
import { fields } from './fields.js';

/** How staff log in with an OpenID Connect provider. */
export interface OidcConfig {
  /** Exactly as the provider names itself; discovery starts there. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Text of the button that leads to the provider. */
  readonly naam: string;
  /** `verplicht`: who logged in without a second factor is refused. */
  readonly mfa: 'verplicht' | undefined;
  /** The `acr` that proves a second factor; without it the `amr` has to name one. */
  readonly mfaAcr: string | undefined;
  /**
   * `ja`: an address counts as that of the person also when the provider does not say (`email_verified`) that it checked
   * it. Only for a provider where nobody can choose an address himself: it decides who gets which account.
   */
  readonly emailVertrouwd: 'ja' | undefined;
}

/** The variables of the provider, for the API and for the launcher that passes them on. */
export const oidcShape = {
  OIDC_ISSUER: fields.oidcIssuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAAM: z.string().max(80, { error: 'OIDC_NAAM is te lang. Gebruik ten hoogste 80 tekens.' }).optional(),
  OIDC_MFA: z.literal('verplicht', { error: 'OIDC_MFA moet verplicht zijn, of leeg.' }).optional(),
  OIDC_MFA_ACR: z.string().optional(),
  OIDC_EMAIL_VERTROUWD: z.literal('ja', { error: 'OIDC_EMAIL_VERTROUWD moet ja zijn, of leeg.' }).optional(),
};

type OidcEnvironment = z.output<z.ZodObject<typeof oidcShape>>;

const required = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** Whether the provider is named with its client and secret, or not at all. */
export const isOidcWhole = (env: OidcEnvironment): boolean => {
  const present = required.filter((name) => env[name] !== undefined);
  return present.length === 0 || present.length === required.length;
};

/** Said when `isOidcWhole` does not hold. */
export const oidcWholeFault = {
  error: 'OIDC_ISSUER, OIDC_CLIENT_ID en OIDC_CLIENT_SECRET horen bij elkaar. Vul ze alle drie in, of geen.',
  // Said together with the faults of single fields, not only after these are mended.
  when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
};

/** The provider as configured, or undefined without one. */
export const oidcFrom = (env: OidcEnvironment): OidcConfig | undefined =>
  env.OIDC_ISSUER === undefined || env.OIDC_CLIENT_ID === undefined || env.OIDC_CLIENT_SECRET === undefined
    ? undefined
    : {
        issuer: env.OIDC_ISSUER,
        clientId: env.OIDC_CLIENT_ID,
        clientSecret: env.OIDC_CLIENT_SECRET,
        naam: env.OIDC_NAAM ?? 'Aanmelden met het account van uw organisatie',
        mfa: env.OIDC_MFA,
        mfaAcr: env.OIDC_MFA_ACR,
        emailVertrouwd: env.OIDC_EMAIL_VERTROUWD,
      };
