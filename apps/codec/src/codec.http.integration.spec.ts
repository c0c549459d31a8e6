import { connect } from 'node:net';
import { generateKey, parseKeyring } from '@maatwerktraject/crypto';
import { EncryptionCodec } from '@maatwerktraject/temporal-codec';
import { startHttp } from './codec.http.js';
import { writePayloads } from './payload.json.js';

const token = 'een-lang-geheim-van-ten-minste-32-tekens';
const ui = 'http://localhost:3004';
const codec = new EncryptionCodec(parseKeyring(`${generateKey('een')},${generateKey('index')}`));
const plain = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('"Jan Jansen"') };
const bearer = { Authorization: `Bearer ${token}` };

interface Running {
  readonly port: number;
  close(): Promise<void>;
}

const start = (loopbackOpen: boolean): Promise<Running> =>
  startHttp(codec, { host: '127.0.0.1', port: 0, token, loopbackOpen, uiOrigin: ui });

const post = (server: Running, path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'POST', body, headers });

/** The status of a request that fetch() would not make; '' when the server hangs up without one. */
const rawStatus = (server: Running, headers: readonly string[], body: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write(['POST /decode HTTP/1.1', ...headers, '', body].join('\r\n'));
    });
    socket.once('data', (data) => {
      resolve(data.toString().slice(9, 12));
      socket.destroy();
    });
    socket.once('error', () => resolve(''));
    socket.once('close', () => resolve(''));
  });

describe('codec server', () => {
  let server: Running;
  let lines: jest.SpyInstance;
  const logged = (): string => lines.mock.calls.flat().join('\n');
  const sealed = async (): Promise<string> => writePayloads(await codec.encode([plain]));

  beforeEach(async () => {
    lines = jest.spyOn(console, 'log').mockReturnValue(undefined);
    server = await start(false);
  });
  afterEach(async () => {
    await server.close();
    lines.mockRestore();
  });

  it('opens for who has the token, and logs who and how many but not what', async () => {
    const response = await post(server, '/decode', await sealed(), {
      ...bearer,
      Origin: ui,
      'X-Forwarded-User': 'beheer@les.example',
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(writePayloads([plain]));
    expect(response.headers.get('access-control-allow-origin')).toBe(ui);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(logged()).toMatch(/"action":"decode","who":"beheer@les.example","count":1/);
    expect(logged()).not.toContain('Jan');
    expect(logged()).not.toContain(token);
  });

  it('seals what it opens', async () => {
    const made = await (await post(server, '/encode', writePayloads([plain, plain]), bearer)).text();
    expect(made).not.toContain(plain.data.toString('base64'));
    expect(await (await post(server, '/decode', made, bearer)).text()).toBe(writePayloads([plain, plain]));
  });

  it.each<[string, Record<string, string>]>([
    ['no token', {}],
    ['another token', { Authorization: `Bearer ${token}x` }],
    ['a part of the token', { Authorization: `Bearer ${token.slice(0, -1)}` }],
    ['another scheme', { Authorization: `Basic ${token}` }],
    ['a name without a token', { 'X-Forwarded-User': 'beheer@les.example' }],
    ['the page of the UI alone', { Origin: ui }],
  ])('refuses %s with 401', async (_, headers) => {
    for (const path of ['/decode', '/encode']) {
      const response = await post(server, path, await sealed(), headers);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect(logged()).toContain('"refused":401');
  });

  it('refuses another page, also with the token', async () => {
    for (const origin of ['http://localhost:3000', 'null', `${ui}.example`]) {
      const response = await post(server, '/decode', await sealed(), { ...bearer, Origin: origin });
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBe(ui);
    }
  });

  it('tells a browser what the UI may send', async () => {
    const response = await fetch(`http://127.0.0.1:${server.port}/decode`, {
      method: 'OPTIONS',
      headers: { Origin: ui, 'Access-Control-Request-Method': 'POST' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toBe(
      'authorization, content-type, x-namespace',
    );
  });

  it('refuses what is too large, before it is sent or while it comes in', async () => {
    const headers = ['Host: localhost', `Authorization: Bearer ${token}`];
    expect(await rawStatus(server, [...headers, `Content-Length: ${9 * 1024 * 1024}`], '')).toBe('413');
    const chunk = `${(9 * 1024 * 1024).toString(16)}\r\n${'A'.repeat(9 * 1024 * 1024)}\r\n0\r\n\r\n`;
    expect(['', '413']).toContain(await rawStatus(server, [...headers, 'Transfer-Encoding: chunked'], chunk));
  });

  it('refuses what is no payload or does not open', async () => {
    for (const body of ['', '[]', '{"payloads":1}', '{"payloads":[{"data":"%%%"}]}'])
      expect((await post(server, '/decode', body, bearer)).status).toBe(400);
    const [payload] = await codec.encode([plain]);
    const changed = writePayloads([{ ...payload, data: Buffer.alloc(60) }]);
    expect((await post(server, '/decode', changed, bearer)).status).toBe(422);
    expect((await fetch(`http://127.0.0.1:${server.port}/decode`)).status).toBe(405);
    expect((await post(server, '/elders', '', bearer)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${server.port}/health/ready`)).status).toBe(200);
  });
});

describe('codec server, open on this computer', () => {
  let server: Running;

  beforeEach(async () => {
    jest.spyOn(console, 'log').mockReturnValue(undefined);
    server = await start(true);
  });
  afterEach(async () => {
    await server.close();
    jest.restoreAllMocks();
  });

  const statusFor = (host: string, origin: string): Promise<string> =>
    rawStatus(server, [`Host: ${host}`, `Origin: ${origin}`, 'Content-Length: 15'], '{"payloads":[]}');

  it('lets in the page of the UI, and nobody else', async () => {
    expect(await statusFor('localhost:3007', ui)).toBe('200');
    expect(await statusFor('127.0.0.1:3007', ui)).toBe('200');
    expect(await statusFor('elders.example', ui)).toBe('401');
    expect(await statusFor('localhost:3007', 'https://elders.example')).toBe('403');
    expect((await post(server, '/decode', '{"payloads":[]}')).status).toBe(401);
    expect((await post(server, '/decode', '{"payloads":[]}', { Authorization: 'Bearer fout' })).status).toBe(
      401,
    );
  });
});
