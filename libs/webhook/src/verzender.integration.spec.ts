import {
  startWebhookOntvanger,
  WEBHOOK_GEHEIM,
  type WebhookOntvanger,
} from '@maatwerktraject/testing/services';
import { Webhook } from 'standardwebhooks';
import { beoordeelAdres } from './adres.js';
import { createWebhookVerzender, retryAfterS, type Poging, type VerzenderOpties } from './verzender.js';

const HIER = { loopback: true };
const STRENG = { loopback: false };

describe('een poging om een webhook te bezorgen', () => {
  let ontvanger: WebhookOntvanger;
  beforeEach(async () => {
    ontvanger = await startWebhookOntvanger();
  });
  afterEach(() => ontvanger.stop().catch(() => undefined));

  const stuur = (
    { url = ontvanger.url, ...opties }: Partial<VerzenderOpties> & { url?: string } = {},
    geheimen = [WEBHOOK_GEHEIM],
  ): Promise<Poging> =>
    createWebhookVerzender({ regels: HIER, geduldMs: 400, ...opties })({
      url,
      id: 'proef-1',
      inhoud: '{"naam":"Súdwest-Fryslân"}',
      geheimen,
    });
  const poort = (): string => new URL(ontvanger.url).port;

  it('is signed so that the library of Standard Webhooks knows it, and no other content', async () => {
    expect(await stuur()).toEqual({
      uitslag: { soort: 'antwoord', status: 204, retryAfterS: null },
      duurMs: expect.any(Number),
    });
    const { inhoud = '', headers = {} } = ontvanger.binnen[0] ?? {};
    const koppen = headers as Record<string, string>;
    expect(new Webhook(WEBHOOK_GEHEIM).verify(inhoud, koppen)).toEqual({ naam: 'Súdwest-Fryslân' });
    expect(() => new Webhook(WEBHOOK_GEHEIM).verify(`${inhoud} `, koppen)).toThrow('No matching signature');
    expect(() =>
      new Webhook(WEBHOOK_GEHEIM).verify(inhoud, { ...koppen, 'webhook-id': 'proef-2' }),
    ).toThrow();
    expect(Object.keys(headers).sort()).toEqual(
      ['connection', 'content-length', 'content-type', 'host', 'user-agent']
        .concat(['webhook-id', 'webhook-signature', 'webhook-timestamp'])
        .sort(),
    );
  });

  it('has a time and a signature of its own each time', async () => {
    await stuur();
    await new Promise((klaar) => setTimeout(klaar, 1_100));
    await stuur();
    const [een, twee] = ontvanger.binnen.map(({ headers }) => headers);
    expect(een?.['webhook-id']).toBe(twee?.['webhook-id']);
    expect(Number(twee?.['webhook-timestamp'])).toBeGreaterThan(Number(een?.['webhook-timestamp']));
    expect(een?.['webhook-signature']).not.toBe(twee?.['webhook-signature']);
  });

  it('follows no redirect, also not to where it may not go', async () => {
    for (const naar of ['http://169.254.169.254/latest', `${ontvanger.url}/elders`, '/elders']) {
      ontvanger.gedrag = (antwoord) => antwoord.writeHead(307, { Location: naar }).end();
      expect((await stuur()).uitslag).toMatchObject({ soort: 'antwoord', status: 307 });
    }
    expect(ontvanger.binnen.map(({ pad }) => pad)).toEqual(['/hook', '/hook', '/hook']);
  });

  it('ends in time when nothing is said, and when an answer never ends', async () => {
    ontvanger.gedrag = () => undefined;
    expect((await stuur()).uitslag).toEqual({ soort: 'fout', fout: 'te-laat' });
    ontvanger.gedrag = (antwoord) => {
      antwoord.writeHead(200).write('x');
    };
    const { uitslag, duurMs } = await stuur();
    expect(uitslag).toMatchObject({ soort: 'antwoord', status: 200 });
    expect(duurMs).toBeLessThan(1_500);
  });

  it('reads a little of an answer and no more', async () => {
    let geschreven = 0;
    ontvanger.gedrag = (antwoord) => {
      antwoord.writeHead(200);
      const schrijf = (): void => {
        while (!antwoord.destroyed && geschreven < 500_000_000) {
          geschreven += 65_536;
          if (!antwoord.write(Buffer.alloc(65_536))) {
            antwoord.once('drain', schrijf);
            return;
          }
        }
      };
      schrijf();
    };
    expect((await stuur()).uitslag).toMatchObject({ status: 200 });
    expect(geschreven).toBeLessThan(50_000_000);
  });

  it('does not wait for a name server that says nothing', async () => {
    const zoekOp = () => new Promise<readonly string[]>(() => undefined);
    expect((await stuur({ url: 'http://traag.example/', geduldMs: 12_000, zoekOp })).uitslag).toEqual({
      soort: 'fout',
      fout: 'traag-adres',
    });
  }, 20_000);

  it('says why there was no answer', async () => {
    expect((await stuur({ url: `https://127.0.0.1:${poort()}/` })).uitslag).toEqual({
      soort: 'fout',
      fout: 'geen-tls',
    });
    expect((await stuur({ url: 'http://bestaat-niet.invalid/' })).uitslag).toEqual({
      soort: 'fout',
      fout: 'onbekend-adres',
    });
    ontvanger.gedrag = (antwoord) => antwoord.destroy();
    expect((await stuur()).uitslag).toEqual({ soort: 'fout', fout: 'geen-verbinding' });
    await ontvanger.stop();
    expect((await stuur()).uitslag).toEqual({ soort: 'fout', fout: 'geen-verbinding' });
  });

  it.each([
    'http://127.0.0.1:{poort}/',
    'https://127.0.0.1:{poort}/',
    'https://localhost:{poort}/',
    'https://0x7f000001:{poort}/',
    'https://[::ffff:127.0.0.1]:{poort}/',
    'https://jan:geheim@zaken.example/',
  ])('does not leave for %s, whatever was allowed before', async (adres) => {
    const { uitslag } = await stuur({ url: adres.replace('{poort}', poort()), regels: STRENG });
    expect(uitslag).toEqual({ soort: 'fout', fout: 'verboden-adres' });
    expect(ontvanger.binnen).toEqual([]);
  });

  it('goes to the address that was judged, when a name leads elsewhere a moment later', async () => {
    // Public when it was made, of its own network when it is called.
    const antwoorden = [['8.8.8.8'], ['127.0.0.1'], ['127.0.0.1']];
    let gevraagd = 0;
    const zoekOp = () => Promise.resolve(antwoorden[gevraagd++] ?? ['127.0.0.1']);
    const url = `https://wissel.example:${poort()}/`;
    await expect(beoordeelAdres(url, STRENG, zoekOp)).resolves.toBeUndefined();
    expect((await stuur({ url, regels: STRENG, zoekOp })).uitslag).toEqual({
      soort: 'fout',
      fout: 'verboden-adres',
    });
    expect(gevraagd).toBe(2);
    // And one lookup an attempt: nothing asks again between the judgement and the connection.
    const hier = await stuur({ url: `http://wissel.example:${poort()}/`, zoekOp });
    expect(hier.uitslag).toMatchObject({ soort: 'antwoord', status: 204 });
    expect(gevraagd).toBe(3);
    expect(ontvanger.binnen).toHaveLength(1);
  });

  it('reads Retry-After as seconds or as a date', () => {
    const nu = Date.parse('2027-02-01T08:00:00Z');
    for (const [kop, verwacht] of [
      ['120', 120],
      ['Mon, 01 Feb 2027 08:10:00 GMT', 600],
      ['Mon, 01 Feb 2027 07:00:00 GMT', 0],
      ['-5', null],
      ['straks', null],
      [undefined, null],
    ] as const)
      expect([kop, retryAfterS(kop, nu)]).toEqual([kop, verwacht]);
  });
});
