import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generateKey } from '@maatwerktraject/crypto';
import {
  parseApiConfig,
  parseCodecConfig,
  parseConfig,
  parseIdentiteitConfig,
  parseMigrationConfig,
  parsePostvakConfig,
  parseWorkerConfig,
} from './config.js';

const keys = `${generateKey('een')},${generateKey('index')}`;

const loopback = {
  DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/maatwerktraject',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  ENCRYPTION_KEYS: keys,
};

const faultsOf = (result: { ok: boolean; faults?: string[] }): string[] => {
  if (result.ok || result.faults === undefined) throw new Error('faults expected');
  return result.faults;
};

describe('configuratie van npm start', () => {
  it('has a default for everything', () => {
    const result = parseConfig({});
    expect(result).toMatchObject({
      ok: true,
      config: {
        port: 3000,
        host: '127.0.0.1',
        publicUrl: 'http://localhost:3000',
        dataDir: resolve('.data'),
      },
    });
  });

  it('gives another port its own folder, unless one is chosen', () => {
    expect(parseConfig({ PORT: '3100' })).toMatchObject({ config: { dataDir: resolve('.data/poort-3100') } });
    expect(parseConfig({ PORT: '3100', DATA_DIR: '/srv/mt' })).toMatchObject({
      config: { dataDir: '/srv/mt' },
    });
  });

  it('treats an empty value as absent', () => {
    expect(parseConfig({ PORT: '', SMTP_URL: ' ' })).toMatchObject({
      ok: true,
      config: { port: 3000, smtpUrl: undefined },
    });
  });

  it('reports all faults at once, each with its variable', () => {
    const faults = faultsOf(
      parseConfig({
        PORT: '70000',
        DATABASE_URL: 'mysql://x',
        TEMPORAL_ADDRESS: 'nergens',
        SMTP_URL: 'smtp://localhost',
        LOG_LEVEL: 'luid',
      }),
    );
    for (const name of ['PORT', 'DATABASE_URL', 'TEMPORAL_ADDRESS', 'MAIL_FROM', 'LOG_LEVEL'])
      expect(faults.filter((fault) => fault.startsWith(name))).toHaveLength(1);
    expect(faults).toHaveLength(5);
  });

  it.each(['0', '65536', '3000x', '-1', '1.5'])('refuses port %s', (port) => {
    expect(faultsOf(parseConfig({ PORT: port }))).toEqual([
      'PORT moet een geheel getal zijn van 1 tot en met 65535.',
    ]);
  });
});

describe('de gebruikers van een eigen database', () => {
  const at = (name: string): string => `postgres://${name}:p@db.example/maatwerktraject`;
  const all = {
    DATABASE_URL: at('eigenaar'),
    API_DATABASE_URL: at('api'),
    WORKER_DATABASE_URL: at('worker'),
  };

  it('are three, or the owner alone', () => {
    expect(parseConfig(all)).toMatchObject({
      config: {
        databaseUrl: all.DATABASE_URL,
        databaseLogins: { api: all.API_DATABASE_URL, worker: all.WORKER_DATABASE_URL },
      },
    });
    expect(parseConfig({ DATABASE_URL: at('eigenaar') })).toMatchObject({
      ok: true,
      config: { databaseLogins: undefined },
    });
  });

  it.each(['DATABASE_URL', 'API_DATABASE_URL', 'WORKER_DATABASE_URL'])('do not go without %s', (name) => {
    expect(faultsOf(parseConfig({ ...all, [name]: '' }))).toEqual([
      expect.stringContaining('horen bij elkaar'),
    ]);
  });
});

describe('configuratie van de apps', () => {
  it('wants https for people, except on this computer', () => {
    expect(faultsOf(parseApiConfig({ ...loopback, PUBLIC_URL: 'http://mt.example' }))).toEqual([
      'PUBLIC_URL moet met https beginnen. Alleen op deze computer zelf mag http.',
    ]);
    expect(parseApiConfig({ ...loopback, PUBLIC_URL: 'http://127.0.0.1:3000' }).ok).toBe(true);
    expect(faultsOf(parseApiConfig({ ...loopback, TRUSTED_PROXIES: 'alle' }))[0]).toMatch(/^TRUSTED_PROXIES/);
  });

  it.each(['mailto:lek@mt.example', 'https://mt.example/lek?soort=a,b'])(
    'lets a weak spot be reported at %s',
    (contact) => {
      expect(parseApiConfig({ ...loopback, SECURITY_CONTACT: contact })).toMatchObject({
        config: { securityContact: contact },
      });
    },
  );

  it.each([
    'lek@mt.example',
    'http://mt.example/lek',
    'https://mt.example/\nExpires: 2099-01-01T00:00:00Z',
    'mailto:a@b.example\r\nContact: mailto:kwaad@evil.example',
    'javascript:alert(1)',
    `https://mt.example/${'x'.repeat(300)}`,
  ])('refuses %j for that', (contact) => {
    for (const parse of [parseApiConfig, parseConfig])
      expect(faultsOf(parse({ ...loopback, SECURITY_CONTACT: contact }))).toEqual([
        expect.stringMatching(/^SECURITY_CONTACT is /),
      ]);
  });

  it('names every service that the worker lacks', () => {
    const faults = faultsOf(parseWorkerConfig({}));
    for (const name of [
      'DATABASE_URL',
      'TEMPORAL_ADDRESS',
      'SMTP_URL',
      'MAIL_FROM',
      'PUBLIC_URL',
      'ENCRYPTION_KEYS',
    ])
      expect(faults.some((fault) => fault.startsWith(`${name} ontbreekt`))).toBe(true);
  });

  it('drops the slash at the end of PUBLIC_URL', () => {
    expect(parseApiConfig({ ...loopback, PUBLIC_URL: 'https://mt.example/' })).toMatchObject({
      config: { publicUrl: 'https://mt.example' },
    });
  });

  it('wants a full path for the mailbox', () => {
    expect(
      faultsOf(
        parsePostvakConfig({ MAILBOX_SMTP_PORT: '2525', MAILBOX_HTTP_PORT: '8025', MAILBOX_DIR: 'post' }),
      ),
    ).toHaveLength(1);
  });
});

describe('hoe de mail weggaat', () => {
  const mail = {
    ...loopback,
    SMTP_URL: 'smtp://x',
    MAIL_FROM: 'a@b.example',
    PUBLIC_URL: 'https://mt.example',
  };

  it('is spread over an hour, and comes back to its sender, when nothing is said', () => {
    for (const result of [parseWorkerConfig(mail), parseConfig({})])
      expect(result).toMatchObject({ config: { mailSpreadMinutes: 60, mailReturnPath: undefined } });
    const anders = { ...mail, MAIL_SPREAD_MINUTES: '0', MAIL_RETURN_PATH: 'retour@mt.example' };
    expect(parseWorkerConfig(anders)).toMatchObject({
      config: { mailSpreadMinutes: 0, mailReturnPath: 'retour@mt.example' },
    });
  });

  it('has bounds', () => {
    for (const minuten of ['-1', '481', '1000', '1.5', 'uur'])
      expect(faultsOf(parseWorkerConfig({ ...mail, MAIL_SPREAD_MINUTES: minuten }))).toEqual([
        expect.stringMatching(/^MAIL_SPREAD_MINUTES moet/),
      ]);
    for (const adres of ['Retour <r@mt.example>', 'retour', 'a@b.example\r\nX: 1'])
      expect(faultsOf(parseWorkerConfig({ ...mail, MAIL_RETURN_PATH: adres }))).toEqual([
        expect.stringMatching(/^MAIL_RETURN_PATH is geen/),
      ]);
  });
});

describe('sleutels en geheimen', () => {
  let folder: string;
  const inFile = (content: string): string => {
    const path = join(folder, 'geheim');
    writeFileSync(path, content);
    return path;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives the keyring to the apps, and its text to the launcher', () => {
    const keyring = { currentId: 'een', ids: ['een'] };
    expect(parseApiConfig(loopback)).toMatchObject({ config: { keyring } });
    expect(parseMigrationConfig(loopback)).toMatchObject({ config: { keyring } });
    expect(parseConfig({ ENCRYPTION_KEYS: keys })).toMatchObject({ config: { encryptionKeys: keys } });
    expect(parseConfig({})).toMatchObject({ config: { encryptionKeys: undefined } });
  });

  it('says what is wrong with the keys without showing one', () => {
    const [alone = ''] = keys.split(',');
    for (const parse of [parseApiConfig, parseConfig]) {
      const [fault = ''] = faultsOf(parse({ ...loopback, ENCRYPTION_KEYS: alone }));
      expect(fault).toMatch(/^ENCRYPTION_KEYS is niet goed\. De sleutel met de naam "index" ontbreekt/);
      expect(fault).not.toContain(alone.slice(4, 20));
    }
  });

  it('reads a secret from a file', () => {
    const { ENCRYPTION_KEYS: _keys, ...rest } = loopback;
    expect(parseApiConfig({ ...rest, ENCRYPTION_KEYS_FILE: inFile(`${keys}\n`) })).toMatchObject({
      config: { keyring: { currentId: 'een' } },
    });
    const url = 'postgres://u:p@db.example/x';
    expect(parseConfig({ DATABASE_URL_FILE: inFile(url) })).toMatchObject({ config: { databaseUrl: url } });
    expect(faultsOf(parseConfig({ SMTP_URL_FILE: inFile('mysql://x'), MAIL_FROM: 'a@b.example' }))).toEqual([
      expect.stringMatching(/^SMTP_URL is geen goed adres/),
    ]);
  });

  it('has one fault for a secret given twice, a file that is not there and an empty one', () => {
    const { ENCRYPTION_KEYS: _keys, ...rest } = loopback;
    expect(faultsOf(parseApiConfig({ ...loopback, ENCRYPTION_KEYS_FILE: inFile(keys) }))).toEqual([
      'ENCRYPTION_KEYS en ENCRYPTION_KEYS_FILE zijn allebei ingevuld. Laat er een weg.',
    ]);
    expect(faultsOf(parseApiConfig({ ...rest, ENCRYPTION_KEYS_FILE: join(folder, 'weg') }))).toEqual([
      'ENCRYPTION_KEYS_FILE wijst naar een bestand dat niet te lezen is. Controleer het pad.',
    ]);
    expect(faultsOf(parseApiConfig({ ...rest, ENCRYPTION_KEYS_FILE: inFile('\n') }))).toEqual([
      'Het bestand van ENCRYPTION_KEYS_FILE is leeg. Zet de waarde van ENCRYPTION_KEYS erin.',
    ]);
  });

  it('leaves alone the file of a secret that this app has no use for', () => {
    expect(parseApiConfig({ ...loopback, SMTP_URL_FILE: join(folder, 'weg') })).toMatchObject({ ok: true });
  });

  it('opens the codec server without a token on this computer only', () => {
    const codec = {
      ENCRYPTION_KEYS: keys,
      CODEC_TOKEN: 'x'.repeat(32),
      TEMPORAL_UI_URL: 'http://localhost:8233/namespaces',
    };
    expect(parseCodecConfig({ ...codec, CODEC_LOOPBACK_OPEN: 'true' })).toMatchObject({
      config: { loopbackOpen: true, uiOrigin: 'http://localhost:8233', port: 3007 },
    });
    expect(parseCodecConfig(codec)).toMatchObject({ config: { loopbackOpen: false } });
    expect(faultsOf(parseCodecConfig({ ...codec, CODEC_LOOPBACK_OPEN: 'true', HOST: '0.0.0.0' }))).toEqual([
      'CODEC_LOOPBACK_OPEN mag alleen met HOST op deze computer. Haal CODEC_LOOPBACK_OPEN weg.',
    ]);
    expect(faultsOf(parseCodecConfig({ ...codec, CODEC_TOKEN: 'kort' }))[0]).toMatch(/^CODEC_TOKEN/);
  });
});

describe('de provider waarmee medewerkers zich aanmelden', () => {
  const oidc = {
    OIDC_ISSUER: 'https://login.example/organisatie',
    OIDC_CLIENT_ID: 'maatwerktraject',
    OIDC_CLIENT_SECRET: 'geheim',
  };

  it('is absent by default, and whole when it is named', () => {
    expect(parseApiConfig(loopback)).toMatchObject({ ok: true, config: { oidc: undefined } });
    expect(parseApiConfig({ ...loopback, ...oidc, OIDC_MFA: 'verplicht', OIDC_MFA_ACR: 'urn:mfa' })).toEqual(
      expect.objectContaining({
        config: expect.objectContaining({
          oidc: {
            issuer: 'https://login.example/organisatie',
            clientId: 'maatwerktraject',
            clientSecret: 'geheim',
            naam: 'Aanmelden met het account van uw organisatie',
            mfa: 'verplicht',
            mfaAcr: 'urn:mfa',
            emailVertrouwd: undefined,
          },
        }),
      }),
    );
  });

  it.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])('refuses to do without %s', (name) => {
    for (const faults of [
      faultsOf(parseApiConfig({ ...loopback, ...oidc, [name]: '' })),
      faultsOf(parseConfig({ ...oidc, [name]: undefined })),
    ])
      expect(faults).toEqual([expect.stringContaining('horen bij elkaar')]);
  });

  it('trusts the addresses of the provider only when told so', () => {
    const met = (waarde: string) => parseApiConfig({ ...loopback, ...oidc, OIDC_EMAIL_VERTROUWD: waarde });
    expect(met('ja')).toMatchObject({ config: { oidc: { emailVertrouwd: 'ja' } } });
    for (const waarde of ['true', 'JA', 'nee'])
      expect(faultsOf(met(waarde))).toEqual(['OIDC_EMAIL_VERTROUWD moet ja zijn, of leeg.']);
  });

  it('takes http on this computer alone, and one word for the second factor', () => {
    expect(parseConfig({ ...oidc, OIDC_ISSUER: 'http://localhost:3007' }).ok).toBe(true);
    expect(faultsOf(parseConfig({ ...oidc, OIDC_ISSUER: 'http://login.example', OIDC_MFA: 'ja' }))).toEqual([
      expect.stringMatching(/^OIDC_ISSUER moet met https/),
      expect.stringMatching(/^OIDC_MFA /),
    ]);
  });
});

describe('webhooks en gebeurtenissen', () => {
  const uit = (env: Record<string, string>) => {
    const result = parseConfig(env);
    return result.ok ? [result.config.webhookLoopback, result.config.cloudEventsSource] : result.faults;
  };

  it('go to public addresses, from a source without an OIN, when nothing is said', () => {
    expect(uit({})).toEqual([false, 'urn:nld:systeem:maatwerktraject']);
    const bron = 'urn:nld:oin:00000001823288444000:systeem:maatwerktraject';
    expect(uit({ WEBHOOK_LOOPBACK: 'true', CLOUDEVENTS_SOURCE: bron })).toEqual([true, bron]);
    expect(uit({ WEBHOOK_LOOPBACK: 'true', PUBLIC_URL: 'http://localhost:3000' })[0]).toBe(true);
  });

  it('do not go to this computer where others can reach it', () => {
    expect(uit({ WEBHOOK_LOOPBACK: 'true', PUBLIC_URL: 'https://mwt.example' })).toEqual([
      expect.stringMatching(/^WEBHOOK_LOOPBACK mag alleen/),
    ]);
    expect(uit({ WEBHOOK_LOOPBACK: 'ja' })).toEqual([expect.stringMatching(/^WEBHOOK_LOOPBACK moet/)]);
    for (const bron of ['https://mwt.example', 'urn:nld:', 'urn:nld:oin 1', 'urn:isbn:1'])
      expect(uit({ CLOUDEVENTS_SOURCE: bron })).toEqual([
        expect.stringMatching(/^CLOUDEVENTS_SOURCE is geen/),
      ]);
  });
});

describe('de oefenaanmelding', () => {
  const person = { sub: 'a', naam: 'A', email: 'a@oefening.example', rolomschrijving: 'Adviseur', mfa: true };
  const good = {
    IDENTITY_PORT: '3007',
    IDENTITY_ISSUER: 'http://localhost:3007/',
    IDENTITY_CLIENT_ID: 'maatwerktraject',
    IDENTITY_CLIENT_SECRET: 's'.repeat(16),
    IDENTITY_REDIRECT_URIS: 'http://localhost:3000/terug, http://127.0.0.1:3000/terug',
    IDENTITY_PEOPLE: JSON.stringify([person]),
  };

  it('reads its addresses and people', () => {
    expect(parseIdentiteitConfig(good)).toMatchObject({
      ok: true,
      config: {
        issuer: 'http://localhost:3007',
        redirectUris: ['http://localhost:3000/terug', 'http://127.0.0.1:3000/terug'],
        people: [person],
        directory: undefined,
      },
    });
  });

  it.each([
    ['HOST', '0.0.0.0', 'De oefenaanmelding laat iedereen binnen'],
    ['HOST', '192.0.2.1', 'De oefenaanmelding laat iedereen binnen'],
    ['IDENTITY_ISSUER', 'http://login.example', 'IDENTITY_ISSUER moet'],
    ['IDENTITY_ISSUER', 'http://localhost:3007/pad', 'IDENTITY_ISSUER moet'],
    ['IDENTITY_CLIENT_SECRET', 'kort', 'IDENTITY_CLIENT_SECRET moet'],
    ['IDENTITY_REDIRECT_URIS', 'http://localhost:3000/terug,', 'IDENTITY_REDIRECT_URIS is niet goed'],
    ['IDENTITY_REDIRECT_URIS', 'javascript:1', 'IDENTITY_REDIRECT_URIS is niet goed'],
    ['IDENTITY_PEOPLE', '[]', 'IDENTITY_PEOPLE is niet goed'],
    ['IDENTITY_PEOPLE', JSON.stringify([person, person]), 'IDENTITY_PEOPLE is niet goed'],
    ['IDENTITY_DIR', 'sleutels', 'IDENTITY_DIR moet'],
  ])('refuses %s=%s', (name, value, fault) => {
    expect(faultsOf(parseIdentiteitConfig({ ...good, [name]: value }))).toEqual([
      expect.stringContaining(fault),
    ]);
  });
});
