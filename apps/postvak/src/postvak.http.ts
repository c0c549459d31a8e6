import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readMail } from './bericht.file.js';
import { berichtPage, listPage, mailDocument, notFoundPage, pageSize } from './bericht.page.js';
import type { BerichtStore } from './bericht.store.js';
import { css } from './postvak.html.js';

const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
// The mail's own document: no scripts, forms or requests to elsewhere, whatever opens it.
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'self'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

interface Reply {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Record<string, string>;
}

const html = (body: string, status = 200): Reply => ({ status, type: 'text/html; charset=utf-8', body });
const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});
const fault = (status: number, melding: string): Reply => json({ melding }, status);

const positive = (value: string | null, fallback: number): number | undefined => {
  if (value === null || value === '') return fallback;
  return /^\d{1,15}$/.test(value) ? Number(value) : undefined;
};

const list = (store: BerichtStore, query: URLSearchParams): Reply => {
  const zoek = query.get('zoek')?.trim() ?? '';
  const pagina = Math.max(1, positive(query.get('pagina'), 1) ?? 1);
  const { berichten, total } = store.index.page(pagina, pageSize, { zoek: zoek === '' ? undefined : zoek });
  return html(listPage(berichten, total, zoek, pagina));
};

const apiList = (store: BerichtStore, query: URLSearchParams): Reply => {
  const na = positive(query.get('na'), 0);
  const limiet = positive(query.get('limiet'), 100);
  const sinds = query.get('sinds');
  const since = sinds === null ? undefined : Date.parse(sinds);
  if (na === undefined) return fault(400, 'na moet een volgnummer zijn.');
  if (limiet === undefined || limiet < 1 || limiet > 1000)
    return fault(400, 'limiet moet een getal zijn van 1 tot en met 1000.');
  if (since !== undefined && Number.isNaN(since))
    return fault(400, 'sinds moet een moment zijn, bijvoorbeeld 2027-02-01T09:00:00Z.');
  const filter = {
    messageId: query.get('messageId') ?? undefined,
    aan: query.get('aan') ?? undefined,
    sinds: since,
  };
  const found = store.index.after(na, limiet + 1, filter);
  const berichten = found.slice(0, limiet);
  return json({ berichten, volgende: found.length > limiet ? (berichten.at(-1)?.volgnummer ?? null) : null });
};

const mailReply = async (
  store: BerichtStore,
  volgnummer: number,
  part: string,
): Promise<Reply | undefined> => {
  const bericht = store.index.get(volgnummer);
  if (bericht === undefined) return undefined;
  const file = await store.read(volgnummer);
  if (part === 'bron') return { type: 'text/plain; charset=utf-8', body: file };
  const mail = await readMail(file);
  if (part === '') return html(berichtPage(bericht, mail));
  if (part === 'json')
    return json({
      ...bericht,
      text: mail.text ?? null,
      html: mail.html ?? null,
      headers: mail.headers.map(({ originalKey, value }) => ({ naam: originalKey, waarde: value })),
    });
  if (part === 'html' && mail.html !== undefined)
    return { ...html(mailDocument(mail.html)), headers: { 'Content-Security-Policy': mailPolicy } };
  const attachment = mail.attachments[Number(/^bijlage\/(\d+)$/.exec(part)?.[1] ?? Number.NaN)];
  if (attachment === undefined) return undefined;
  const { content } = attachment;
  return {
    type: 'application/octet-stream',
    body: typeof content === 'string' ? content : new Uint8Array(content),
    headers: {
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename ?? 'bijlage')}`,
    },
  };
};

const answer = async (store: BerichtStore, url: URL): Promise<Reply> => {
  const { pathname, searchParams } = url;
  if (pathname === '/') return list(store, searchParams);
  if (pathname === '/stijl.css') return { type: 'text/css; charset=utf-8', body: css };
  if (pathname === '/health/live' || pathname === '/health/ready') return json({ status: 'ok' });
  if (pathname === '/api/berichten') return apiList(store, searchParams);
  if (pathname === '/api/aantal') return json({ aantal: store.index.count });
  const api = /^\/api\/berichten\/(\d{1,15})$/.exec(pathname);
  if (api) return (await mailReply(store, Number(api[1]), 'json')) ?? fault(404, 'Dit bericht is er niet.');
  const found = /^\/bericht\/(\d{1,15})(?:\/(html|bron|bijlage\/\d+))?$/.exec(pathname);
  if (found) return (await mailReply(store, Number(found[1]), found[2] ?? '')) ?? html(notFoundPage(), 404);
  return pathname.startsWith('/api/') ? fault(404, 'Dit adres is er niet.') : html(notFoundPage(), 404);
};

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host);

const handle = async (store: BerichtStore, host: string, request: IncomingMessage): Promise<Reply> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return fault(405, 'Hier kun je alleen lezen.');
  const base = `http://${request.headers.host ?? 'localhost'}`;
  if (!URL.canParse(request.url ?? '/', base)) return fault(400, 'Dit adres is niet goed.');
  const url = new URL(request.url ?? '/', base);
  // A page elsewhere could point its own name at this computer and read the mail with its links.
  if (isLoopback(host) && !isLoopback(url.hostname)) return fault(421, 'Open het postvak via localhost.');
  return answer(store, url);
};

/** The mailbox as a page and as JSON. */
export const startHttp = async (
  store: BerichtStore,
  host: string,
  port: number,
): Promise<{ close: () => Promise<void> }> => {
  const send = (response: ServerResponse, reply: Reply, headOnly: boolean): void => {
    response.writeHead(reply.status ?? 200, {
      'Content-Type': reply.type,
      'Content-Security-Policy': pagePolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
      ...reply.headers,
    });
    response.end(headOnly ? undefined : reply.body);
  };
  const server = createServer((request, response) => {
    handle(store, host, request)
      .catch((error: unknown) => {
        console.error(error);
        return fault(500, 'Er ging iets mis in het postvak. Probeer het opnieuw.');
      })
      .then((reply) => send(response, reply, request.method === 'HEAD'), console.error);
  });
  const listening = once(server, 'listening');
  server.listen(port, host);
  await listening;
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
