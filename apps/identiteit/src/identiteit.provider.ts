import type { IdentiteitConfig, Oefenpersoon } from '@maatwerktraject/config';
import { Provider, interactionPolicy, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { afgemeldPage, afmeldPage, alAfgemeldPage, foutPage } from './aanmelding.page.js';
import { createSessieStore } from './sessie.store.js';
import type { Sleutels } from './sleutel.store.js';

/** All routes but discovery begin with this, and so do the cookies: those of one host go to each of its ports. */
export const basePath = '/oidc';

/** The `acr` of who logged in with a second factor. */
const mfaAcr = 'urn:mfa';

const minute = 60;
const hour = 60 * minute;

/** What is on record about how this person logged in. The session ends with the browser. */
export const loginOf = ({ sub, mfa }: Oefenpersoon) => ({
  login: {
    accountId: sub,
    remember: false,
    amr: mfa ? ['pwd', 'otp'] : ['pwd'],
    ...(mfa ? { acr: mfaAcr } : {}),
  },
});

/** Where the website is: the origin of the first address that gets answers. */
export const websiteOf = ({ redirectUris }: IdentiteitConfig): string => {
  const [first] = redirectUris;
  return first === undefined ? '/' : `${new URL(first).origin}/`;
};

const html = (ctx: KoaContextWithOIDC, body: string): void => {
  ctx.type = 'html';
  ctx.body = body;
};

/** Our own client needs no consent: it gets what it may ask for. */
const loadGrant: Configuration['loadExistingGrant'] = async ({ oidc }) => {
  const { client, session, provider } = oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const known = session.grantIdFor(client.clientId);
  const found = known === undefined ? undefined : await provider.Grant.find(known);
  if (found !== undefined) return found;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
};

const policy = (): interactionPolicy.DefaultPolicy => {
  const prompts = interactionPolicy.base();
  prompts.remove('consent');
  return prompts;
};

const configurationOf = (config: IdentiteitConfig, sleutels: Sleutels): Configuration => {
  const website = websiteOf(config);
  const origins = [...new Set(config.redirectUris.map((uri) => new URL(uri).origin))];
  return {
    adapter: createSessieStore(),
    jwks: sleutels.jwks,
    clients: [
      {
        client_id: config.clientId,
        client_secret: config.clientSecret,
        redirect_uris: config.redirectUris,
        post_logout_redirect_uris: origins.flatMap((origin) => [origin, `${origin}/`]),
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    clientAuthMethods: ['client_secret_basic'],
    responseTypes: ['code'],
    // S256 is the only method that the library knows.
    pkce: { required: () => true },
    scopes: ['openid'],
    acrValues: [mfaAcr],
    claims: {
      openid: ['sub', 'acr', 'amr'],
      profile: ['name'],
      email: ['email', 'email_verified'],
    },
    // In the ID token too, as Entra ID and Keycloak do.
    conformIdTokenClaims: false,
    findAccount: (_ctx, sub) => {
      const found = config.people.find((one) => one.sub === sub);
      if (found === undefined) return undefined;
      const { naam, email, emailBevestigd = 'ja' } = found;
      const bevestigd = emailBevestigd === 'ongezegd' ? {} : { email_verified: emailBevestigd === 'ja' };
      return { accountId: sub, claims: () => ({ sub, name: naam, email, ...bevestigd }) };
    },
    loadExistingGrant: loadGrant,
    interactions: { policy: policy(), url: (_ctx, { uid }) => `${basePath}/aanmelden/${uid}` },
    cookies: {
      names: {
        session: 'oefenaanmelding_sessie',
        interaction: 'oefenaanmelding_keuze',
        resume: 'oefenaanmelding_verder',
      },
      keys: sleutels.cookies,
      long: { httpOnly: true, sameSite: 'lax', signed: true, path: basePath },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    routes: {
      authorization: `${basePath}/auth`,
      end_session: `${basePath}/afmelden`,
      jwks: `${basePath}/jwks`,
      token: `${basePath}/token`,
      userinfo: `${basePath}/userinfo`,
    },
    ttl: {
      AccessToken: 10 * minute,
      AuthorizationCode: minute,
      Grant: 8 * hour,
      IdToken: 10 * minute,
      Interaction: 15 * minute,
      Session: 8 * hour,
    },
    clientBasedCORS: () => false,
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => html(ctx, afmeldPage(form)),
        postLogoutSuccessSource: (ctx) => html(ctx, afgemeldPage(website)),
      },
    },
    renderError: (ctx, out) => {
      console.error(`${out.error}: ${out.error_description ?? ''}`);
      html(ctx, foutPage(out.error, website));
    },
  };
};

/** The OpenID Connect provider: authorisation code with PKCE for one confidential client, and logging off. */
export const createProvider = (config: IdentiteitConfig, sleutels: Sleutels): Provider => {
  const provider = new Provider(config.issuer, configurationOf(config, sleutels));
  // Where nobody is logged in, the library sends a page that submits itself by an inline script, which our policy stops.
  provider.use(async (ctx, next) => {
    await next();
    const { oidc } = ctx as Partial<KoaContextWithOIDC>;
    if (oidc?.route !== 'end_session' || ctx.status !== 200 || oidc.session?.accountId !== undefined) return;
    const secret: unknown = oidc.session?.state?.['secret'];
    ctx.body = alAfgemeldPage(oidc.urlFor('end_session_confirm'), typeof secret === 'string' ? secret : '');
  });
  provider.on('server_error', (_ctx, error) => console.error(error));
  return provider;
};
