import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  statSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';

const main = join(__dirname, '..', 'dist', 'main.js');

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

interface Listing {
  berichten: { volgnummer: number; messageId: string; aan: string[]; onderwerp: string }[];
  volgende: number | null;
}

/** A mailbox in a process of its own, on a folder that outlives it. */
class Postvak {
  readonly directory = mkdtempSync(join(tmpdir(), 'postvak met spatie-'));
  private child: ChildProcess | undefined;
  private smtpPort = 0;
  private httpPort = 0;

  async start(): Promise<void> {
    this.smtpPort = await freePort();
    this.httpPort = await freePort();
    const env = {
      MAILBOX_SMTP_PORT: String(this.smtpPort),
      MAILBOX_HTTP_PORT: String(this.httpPort),
      MAILBOX_DIR: this.directory,
    };
    this.child = fork(main, [], { env: { ...process.env, HOST: '127.0.0.1', ...env }, stdio: 'ignore' });
    for (const until = Date.now() + 10_000; Date.now() < until; await sleep(50))
      if (
        await this.get('/health/ready').then(
          (response) => response.ok,
          () => false,
        )
      )
        return;
    throw new Error('the mailbox does not answer');
  }

  async stop(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.child;
    if (child?.exitCode !== null || child.signalCode !== null) return null;
    const exit = once(child, 'exit');
    child.kill(signal);
    const [code] = (await exit) as [number | null];
    return code;
  }

  /** The parent's side of the channel goes away, as when the launcher is killed. */
  async loseParent(): Promise<void> {
    const exit = once(this.child!, 'exit');
    this.child!.disconnect();
    await exit;
  }

  transport(connections = 1) {
    return createTransport({
      host: '127.0.0.1',
      port: this.smtpPort,
      pool: true,
      maxConnections: connections,
      maxMessages: Infinity,
    });
  }

  async send(
    messageId: string,
    over: { to?: string; subject?: string; text?: string; html?: string } = {},
  ): Promise<void> {
    const transport = this.transport();
    await transport.sendMail({
      from: 'MT <noreply@mt.example>',
      to: 'a@borne.example',
      subject: 'Test',
      text: 'Hallo',
      messageId,
      ...over,
    });
    transport.close();
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.httpPort}${path}`, { headers });
  }

  async list(query = ''): Promise<Listing> {
    return (await (await this.get(`/api/berichten${query}`)).json()) as Listing;
  }
}

// Real processes, beside other tests on a busy machine.
jest.setTimeout(60_000);

describe('postvak', () => {
  let postvak: Postvak;

  beforeAll(() => {
    if (!existsSync(main)) throw new Error('Voer eerst uit: npm run build');
  });

  beforeEach(async () => {
    postvak = new Postvak();
    await postvak.start();
  });

  afterEach(async () => {
    await postvak.stop('SIGKILL');
    rmSync(postvak.directory, { recursive: true, force: true });
  });

  it('takes a mail and shows its text, HTML and headers', async () => {
    await postvak.send('<een@mt.example>', {
      subject: 'Taak: scan invullen',
      html: '<p>Ga naar <a href="https://mt.example/t/1">uw taak</a></p>',
    });
    const { berichten } = await postvak.list('?messageId=<een@mt.example>');
    expect(berichten).toEqual([
      expect.objectContaining({ volgnummer: 1, aan: ['a@borne.example'], onderwerp: 'Taak: scan invullen' }),
    ]);
    const one = (await (await postvak.get('/api/berichten/1')).json()) as {
      text: string;
      headers: unknown[];
    };
    expect(one).toMatchObject({
      volgnummer: 1,
      messageId: '<een@mt.example>',
      html: expect.stringContaining('https://mt.example/t/1'),
    });
    expect(one.text.trim()).toBe('Hallo');
    expect(one.headers).toContainEqual({ naam: 'Subject', waarde: 'Taak: scan invullen' });
    expect((await postvak.get('/api/berichten/2')).status).toBe(404);
  });

  it('refuses an address that is there to be refused, and takes the next mail', async () => {
    for (const to of ['onbestelbaar@borne.example', 'Onbestelbaar+twee@borne.example'])
      await expect(postvak.send('<nee@mt.example>', { to })).rejects.toMatchObject({
        responseCode: 550,
        command: 'RCPT TO',
      });
    await postvak.send('<ja@mt.example>', { to: 'onbestelbaarheid@borne.example' });
    expect((await postvak.list()).berichten.map(({ messageId }) => messageId)).toEqual(['<ja@mt.example>']);
  });

  it('keeps every mail it said 250 to when it is killed while mail comes in', async () => {
    const transport = postvak.transport(20);
    const acknowledged: string[] = [];
    const sending = Array.from({ length: 600 }, async (_, i) => {
      const messageId = `<m${i}@mt.example>`;
      await transport.sendMail({
        from: 'a@mt.example',
        to: 'b@borne.example',
        subject: `Mail ${i}`,
        text: 'Hallo',
        messageId,
      });
      acknowledged.push(messageId);
    });
    const settled = Promise.allSettled(sending);
    while (acknowledged.length < 150) await sleep(2);
    await postvak.stop('SIGKILL');
    transport.close();
    await settled;
    expect(acknowledged.length).toBeLessThan(600);

    await postvak.start();
    const found = (await postvak.list('?limiet=1000')).berichten.map(({ messageId }) => messageId);
    expect(acknowledged.filter((messageId) => !found.includes(messageId))).toEqual([]);
    expect(readdirSync(join(postvak.directory, 'berichten')).filter((name) => name.endsWith('.tmp'))).toEqual(
      [],
    );
  });

  it('shows a mail that came twice as two', async () => {
    await postvak.send('<dubbel@mt.example>');
    await postvak.send('<dubbel@mt.example>');
    expect(
      (await postvak.list('?messageId=dubbel@mt.example')).berichten.map(({ volgnummer }) => volgnummer),
    ).toEqual([1, 2]);
    expect(await (await postvak.get('/api/aantal')).json()).toEqual({ aantal: 2 });
  });

  it('makes its index again from the files, and goes on numbering', async () => {
    for (const i of [1, 2, 3]) await postvak.send(`<n${i}@mt.example>`, { subject: `Nummer ${i}` });
    const before = await postvak.list();
    expect(await postvak.stop('SIGTERM')).toBe(0);
    const index = join(postvak.directory, 'berichten', 'index.jsonl');
    truncateSync(index, statSync(index).size - 40);
    appendFileSync(index, '{"volgnummer":99,"aan":[]}\n');

    await postvak.start();
    expect(await postvak.list()).toEqual(before);
    await postvak.send('<n4@mt.example>');
    expect((await postvak.list('?na=3')).berichten.map(({ volgnummer }) => volgnummer)).toEqual([4]);
  });

  it('gives pages of a limited size that follow each other', async () => {
    for (const i of [1, 2, 3])
      await postvak.send(`<p${i}@mt.example>`, { to: i === 2 ? 'c@hof.example' : 'a@borne.example' });
    const first = await postvak.list('?limiet=2');
    expect(first.volgende).toBe(2);
    const second = await postvak.list(`?limiet=2&na=${first.volgende}`);
    expect([second.berichten.map(({ volgnummer }) => volgnummer), second.volgende]).toEqual([[3], null]);
    expect((await postvak.list('?aan=hof')).berichten).toHaveLength(1);
    for (const wrong of ['?na=x', '?limiet=0', '?limiet=5000', '?sinds=gisteren'])
      expect((await postvak.get(`/api/berichten${wrong}`)).status).toBe(400);
  });

  it('shows a hostile mail without letting it do anything', async () => {
    await postvak.send('<x@mt.example>', {
      subject: '<script>alert(1)</script>',
      html: '<script>alert(2)</script><p>tekst</p>',
    });
    const list = await (await postvak.get('/')).text();
    const page = await (await postvak.get('/bericht/1')).text();
    for (const html of [list, page]) expect(html).not.toContain('<script');
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    const frame = await postvak.get('/bericht/1/html');
    expect(frame.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(frame.headers.get('content-security-policy')).not.toMatch(/script-src|allow-scripts/);
  });

  it('ends by itself when its parent is gone', async () => {
    await postvak.loseParent();
    await expect(postvak.get('/health/ready')).rejects.toThrow();
  });
});
