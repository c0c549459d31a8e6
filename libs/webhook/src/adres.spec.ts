import { setTimeout as rust } from 'node:timers/promises';
import { Adresweigering, beoordeelAdres, beoordeelUrl, ligtIn } from './adres.js';

const STRENG = { loopback: false };
const PROEF = { loopback: true };
const PUBLIEK = ['8.8.8.8'];

const reden = async (
  adres: string,
  { regels = STRENG, leidtNaar = PUBLIEK }: { regels?: typeof STRENG; leidtNaar?: readonly string[] } = {},
): Promise<string> =>
  beoordeelAdres(adres, regels, () => Promise.resolve(leidtNaar)).then(
    () => 'mag',
    (fout: unknown) => (fout instanceof Adresweigering ? fout.reden : String(fout)),
  );

describe('het adres van een webhook', () => {
  it('may be public, over https', async () => {
    for (const adres of ['https://zaken.example/hook', 'https://zaken.example:8443/?a=1', 'https://8.8.8.8/'])
      expect([adres, await reden(adres)]).toEqual([adres, 'mag']);
    expect(await reden('https://[2606:4700::1111]/', { leidtNaar: ['2606:4700::1111'] })).toBe('mag');
  });

  it.each([
    'http://zaken.example/',
    'ftp://zaken.example/',
    'file:///etc/passwd',
    'gopher://x/',
    'javascript:1',
  ])('is not %s', async (adres) => {
    expect(await reden(adres)).toBe('geen-https');
  });

  it.each(['', 'zaken.example', '/hook', 'https://', 'https://a b/', 'https://[::1'])(
    'is not "%s"',
    async (adres) => {
      expect(await reden(adres)).toBe('ongeldig');
    },
  );

  it('holds no name and no password', async () => {
    for (const adres of [
      'https://jan@zaken.example/',
      'https://jan:geheim@zaken.example/',
      'https://:x@zaken.example/',
    ])
      expect(await reden(adres)).toBe('met-wachtwoord');
  });

  it.each([
    ...[
      'https://127.0.0.1/',
      'https://127.1/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://0177.0.0.1/',
    ],
    ...[
      'https://0/',
      'https://10.1.2.3/',
      'https://172.16.0.1/',
      'https://192.168.1.1/',
      'https://100.64.0.1/',
    ],
    ...['https://169.254.169.254/latest/meta-data', 'https://224.0.0.1/', 'https://255.255.255.255/'],
    ...['https://192.0.2.1/', 'https://198.18.0.1/', 'https://[::1]/', 'https://[::]/', 'https://[fe80::1]/'],
    ...['https://[fc00::1]/', 'https://[fd00:ec2::254]/', 'https://[ff02::1]/', 'https://[fec0::1]/'],
    ...['https://[::ffff:127.0.0.1]/', 'https://[::ffff:10.0.0.1]/', 'https://[::ffff:a9fe:a9fe]/'],
    ...[
      'https://[::127.0.0.1]/',
      'https://[64:ff9b::7f00:1]/',
      'https://[2002:7f00:1::]/',
      'https://[2001:db8::1]/',
    ],
    'https://１２７.0.0.1/',
  ])('is not in a network of its own: %s', async (adres) => {
    // Also when a resolver would say that it is public.
    expect(await reden(adres)).toBe('niet-openbaar');
  });

  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '169.254.169.254',
    '100.64.9.9',
    '::1',
    'fd12::1',
    'fe80::1',
    '::ffff:10.0.0.1',
  ])('has no name that leads to %s, also not beside a public one', async (prive) => {
    for (const leidtNaar of [[prive], [...PUBLIEK, prive], [prive, ...PUBLIEK]])
      expect(await reden('https://intern.example/', { leidtNaar })).toBe('niet-openbaar');
  });

  it('has a name that leads somewhere', async () => {
    expect(await reden('https://bestaat-niet.example/', { leidtNaar: [] })).toBe('onbekend');
    await expect(
      beoordeelAdres('https://x.example/', STRENG, () => Promise.reject(new Error('weg'))),
    ).rejects.toThrow('De naam in dit adres is niet te vinden.');
    expect(await reden('https://x.example/', { leidtNaar: ['geen-adres'] })).toBe('niet-openbaar');
  });

  it('has a name that is found soon enough', async () => {
    const zwijgt = () => new Promise<readonly string[]>(() => undefined);
    await expect(beoordeelAdres('https://x.example/', STRENG, zwijgt, 20)).rejects.toMatchObject({
      reden: 'te-traag',
      message: expect.stringContaining('Het duurt te lang'),
    });
    await expect(
      beoordeelAdres('https://x.example/', STRENG, () => rust(5, PUBLIEK), 5_000),
    ).resolves.toBeUndefined();
  });

  it('may be on this computer where that is set, and http goes nowhere else', async () => {
    const hier = { regels: PROEF, leidtNaar: ['127.0.0.1', '::1'] };
    for (const adres of [
      'http://localhost:8080/',
      'https://localhost/',
      'http://127.0.0.1:9/',
      'http://[::1]/',
    ])
      expect(await reden(adres, hier)).toBe('mag');
    expect(await reden('http://zaken.example/', { regels: PROEF })).toBe('niet-openbaar');
    expect(await reden('http://8.8.8.8/', { regels: PROEF })).toBe('niet-openbaar');
    for (const adres of ['http://10.0.0.1/', 'https://169.254.169.254/', 'https://[fd00::1]/'])
      expect(await reden(adres, hier)).toBe('niet-openbaar');
  });

  it('is judged as the parser reads it', () => {
    expect(beoordeelUrl('HTTPS://Zaken.Example', STRENG).href).toBe('https://zaken.example/');
    expect(ligtIn('::ffff:8.8.8.8', ['openbaar'])).toBe(true);
  });
});
