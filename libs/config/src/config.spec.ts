import { resolve } from 'node:path';
import {
  parseApiConfig,
  parseConfig,
  parseIdentiteitConfig,
  parsePostvakConfig,
  parseWorkerConfig,
} from './config.js';

const loopback = {
  DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/maatwerktraject',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
};

const tokens = JSON.stringify({
  adviseur: 'a'.repeat(32),
  gemeente: 'b'.repeat(32),
  onderzoeker: 'c'.repeat(32),
});

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

describe('configuratie van de apps', () => {
  it('lets development tokens through on this computer only', () => {
    expect(parseApiConfig({ ...loopback, DEV_TOKENS: tokens })).toMatchObject({
      ok: true,
      config: { devTokens: { adviseur: 'a'.repeat(32) } },
    });
    expect(
      faultsOf(
        parseApiConfig({ ...loopback, DATABASE_URL: 'postgres://u:p@db.example/x', DEV_TOKENS: tokens }),
      ),
    ).toHaveLength(1);
    expect(
      faultsOf(parseApiConfig({ ...loopback, TEMPORAL_ADDRESS: 'temporal:7233', DEV_TOKENS: tokens })),
    ).toHaveLength(1);
    expect(faultsOf(parseApiConfig({ ...loopback, DEV_TOKENS: '{"adviseur":"kort"}' }))[0]).toMatch(
      /^DEV_TOKENS/,
    );
  });

  it('names every service that the worker lacks', () => {
    const faults = faultsOf(parseWorkerConfig({}));
    for (const name of ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL'])
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

  it('takes http on this computer alone, and one word for the second factor', () => {
    expect(parseConfig({ ...oidc, OIDC_ISSUER: 'http://localhost:3007' }).ok).toBe(true);
    expect(faultsOf(parseConfig({ ...oidc, OIDC_ISSUER: 'http://login.example', OIDC_MFA: 'ja' }))).toEqual([
      expect.stringMatching(/^OIDC_ISSUER moet met https/),
      expect.stringMatching(/^OIDC_MFA /),
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
