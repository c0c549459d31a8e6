import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isLoopback, type IdentiteitConfig } from '@maatwerktraject/config';
import type { Provider } from 'oidc-provider';
import { keuzePage, nietGevondenPage, uitlegPage, verlopenPage } from './aanmelding.page.js';
import { css } from './identiteit.html.js';
import { basePath, loginOf, websiteOf } from './identiteit.provider.js';

const maxBodyBytes = 4096;
const choicePath = new RegExp(`^${basePath}/aanmelden/[A-Za-z0-9_-]{1,64}$`);

const securityHeaders = ({ redirectUris }: IdentiteitConfig): Record<string, string> => {
  // A browser applies form-action to where a form is redirected to as well: back to the website.
  const origins = [...new Set(redirectUris.map((uri) => new URL(uri).origin))].join(' ');
  return {
    'Content-Security-Policy': `default-src 'none'; style-src 'self'; img-src data:; form-action 'self' ${origins}; base-uri 'none'; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    // Not no-referrer: browsers then say of our own form that it comes from nowhere.
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
};

const send = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` });
  response.end(response.req.method === 'HEAD' ? undefined : body);
};

const readForm = async (request: IncomingMessage): Promise<URLSearchParams | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk as Uint8Array);
    size += part.length;
    if (size > maxBodyBytes) return undefined;
    chunks.push(part);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
};

/** Whether our own page sent this form: another page could otherwise choose for whoever is on their way in. */
const isOwnForm = (request: IncomingMessage, issuer: string): boolean => {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  return (site === undefined || site === 'same-origin') && (origin === undefined || origin === issuer);
};

/** The practice provider as an HTTP server. */
export const startHttp = async (
  config: IdentiteitConfig,
  provider: Provider,
): Promise<{ close: () => Promise<void> }> => {
  const website = websiteOf(config);
  const headers = securityHeaders(config);
  const callback = provider.callback();

  const choose = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const known = await provider.interactionDetails(request, response).then(
      () => true,
      () => false,
    );
    if (!known) return send(response, 400, 'text/html', verlopenPage(website));
    if (request.method !== 'POST') return send(response, 200, 'text/html', keuzePage(config.people));
    const form = isOwnForm(request, config.issuer) ? await readForm(request) : undefined;
    if (form?.get('annuleren') === 'ja')
      return provider.interactionFinished(request, response, {
        error: 'access_denied',
        error_description: 'the person chose not to log in',
      });
    const person = config.people.find(({ sub }) => sub === form?.get('persoon'));
    if (person === undefined) return send(response, 400, 'text/html', keuzePage(config.people));
    return provider.interactionFinished(request, response, loginOf(person));
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const base = `http://${request.headers.host ?? 'localhost'}`;
    if (!URL.canParse(request.url ?? '/', base))
      return send(response, 400, 'text/plain', 'Dit adres is niet goed.');
    const { pathname, hostname } = new URL(request.url ?? '/', base);
    // A page elsewhere could point its own name at this computer and log in as anyone.
    if (!isLoopback(hostname))
      return send(response, 421, 'text/plain', 'Open de oefenaanmelding via localhost.');
    if (pathname === '/health/live' || pathname === '/health/ready')
      return send(response, 200, 'application/json', '{"status":"ok"}');
    if (pathname === '/stijl.css') return send(response, 200, 'text/css', css);
    if (pathname === '/') return send(response, 200, 'text/html', uitlegPage(website));
    if (choicePath.test(pathname)) return choose(request, response);
    if (pathname.startsWith(`${basePath}/`) || pathname.startsWith('/.well-known/'))
      return callback(request, response);
    return send(response, 404, 'text/html', nietGevondenPage(website));
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent)
        send(response, 500, 'text/plain', 'Er ging iets mis bij de oefenaanmelding. Probeer het opnieuw.');
    });
  });
  const listening = once(server, 'listening');
  server.listen(config.port, config.host);
  await listening;
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
