import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPostvakNavraag } from './postvak.navraag.js';

describe('navraag bij het postvak', () => {
  let server: Server;
  let url: string;
  let antwoord: { status: number; inhoud: string };
  let gevraagd: string | null;
  beforeEach(async () => {
    server = createServer((vraag, uit) => {
      const adres = new URL(vraag.url ?? '', url);
      gevraagd = adres.pathname === '/post/api/berichten' ? adres.searchParams.get('messageId') : null;
      uit.writeHead(antwoord.status, { 'content-type': 'application/json' }).end(antwoord.inhoud);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/post`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  it.each([
    ['holds it', '{"berichten":[{"messageId":"<a@b>"}],"volgende":null}', true],
    ['does not hold it', '{"berichten":[],"volgende":null}', false],
  ])('hears that it %s', async (_wat, inhoud, verwacht) => {
    antwoord = { status: 200, inhoud };
    expect(await createPostvakNavraag(url)('<a+1&b@c>')).toBe(verwacht);
    expect(await createPostvakNavraag(`${url}/`)('<a+1&b@c>')).toBe(verwacht);
    expect(gevraagd).toBe('<a+1&b@c>');
  });

  it.each([
    ['an error', 503, '{"berichten":[]}'],
    ['something else', 200, '{"mails":[]}'],
    ['no list', 200, '{"berichten":{"length":1}}'],
    ['nothing at all', 200, 'null'],
    ['no JSON', 200, '<html></html>'],
  ])('takes %s for no answer', async (_wat, status, inhoud) => {
    antwoord = { status, inhoud };
    await expect(createPostvakNavraag(url)('<a@b>')).rejects.toThrow();
  });
});
