import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CookieJar } from './cookie.jar.js';

/** Someone whom the provider can log in. */
export interface ProefPersoon {
  readonly sub: string;
  readonly naam: string;
  readonly email: string;
  readonly rolomschrijving: string;
  readonly mfa: boolean;
  /** What the provider says of the address; `ja` when absent. */
  readonly emailBevestigd?: 'ja' | 'nee' | 'ongezegd';
}

/** A real OpenID Connect provider, in a process of its own. */
export interface IdentiteitProef {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /**
   * Goes to the authorisation address as a new browser does, chooses the person with this address, and gives the address
   * that the browser is sent back to (not opened). Give a `jar` to come back later as the same browser.
   * @throws Error when the provider shows a page instead
   */
  aanmelden(authorizeUrl: string | URL, email: string, jar?: CookieJar): Promise<string>;
  stop(): Promise<void>;
}

const main = fileURLToPath(new URL('../../../apps/identiteit/dist/main.js', import.meta.url));

const standaardPersonen: readonly ProefPersoon[] = [
  ['adviseur', true],
  ['collega', false],
  ['onderzoeker', true],
  ['beheerder', true],
].map(([naam, mfa]) => ({
  sub: `proef-${String(naam)}`,
  naam: `Proef ${String(naam)}`,
  email: `${String(naam)}@oefening.example`,
  rolomschrijving: `Proef van de ${String(naam)}`,
  mfa: mfa === true,
}));

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** One request without following where it leads. */
const step = async (jar: CookieJar, url: string, form?: Record<string, string>): Promise<Response> => {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { Accept: 'text/html', Cookie: jar.header(url) },
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  });
  jar.take(response);
  return response;
};

/**
 * Starts the built practice provider on a free port.
 * @throws Error when it is not built, or does not answer within ten seconds
 */
export async function startIdentiteit(opties: {
  readonly people?: readonly ProefPersoon[];
  readonly redirectUris: readonly string[];
  /** Folder for the signing keys; without it they last as long as the process. */
  readonly directory?: string;
}): Promise<IdentiteitProef> {
  if (!existsSync(main)) throw new Error('apps/identiteit is not built: run npm run build first');
  const people = opties.people ?? standaardPersonen;
  const port = await freePort();
  const issuer = `http://localhost:${String(port)}`;
  const clientId = 'maatwerktraject';
  const clientSecret = randomBytes(24).toString('base64url');
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      IDENTITY_PORT: String(port),
      IDENTITY_ISSUER: issuer,
      IDENTITY_CLIENT_ID: clientId,
      IDENTITY_CLIENT_SECRET: clientSecret,
      IDENTITY_REDIRECT_URIS: opties.redirectUris.join(','),
      IDENTITY_PEOPLE: JSON.stringify(people),
      IDENTITY_DIR: opties.directory ?? '',
    },
  });
  let said = '';
  child.stderr?.on('data', (part: Buffer) => (said += part.toString('utf8')));
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  };

  const answers = async (): Promise<boolean> =>
    fetch(`${issuer}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const until = Date.now() + 10_000; !(await answers()); await sleep(50))
    if (Date.now() > until || child.exitCode !== null) {
      await stop();
      throw new Error(`the identity provider does not answer: ${said}`);
    }

  const aanmelden = async (
    authorizeUrl: string | URL,
    email: string,
    jar: CookieJar = new CookieJar(),
  ): Promise<string> => {
    const person = people.find((one) => one.email === email);
    if (person === undefined) throw new Error(`the provider has nobody with the address ${email}`);
    let url = String(authorizeUrl);
    let response = await step(jar, url);
    for (let steps = 0; steps < 10; steps += 1) {
      const location = response.headers.get('location');
      if (location === null) {
        const isChoice = response.status === 200 && url.includes('/aanmelden/');
        if (!isChoice) throw new Error(`${String(response.status)} from ${url}: ${await response.text()}`);
        response = await step(jar, url, { persoon: person.sub });
        continue;
      }
      url = new URL(location, url).href;
      if (!url.startsWith(`${issuer}/`)) return url;
      response = await step(jar, url);
    }
    throw new Error(`the provider keeps redirecting, at last to ${url}`);
  };

  return { issuer, clientId, clientSecret, aanmelden, stop };
}
