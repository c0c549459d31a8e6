import { resolve } from 'node:path';
import { parseApiConfig, parseConfig, parsePostvakConfig, parseWorkerConfig } from './config.js';

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
