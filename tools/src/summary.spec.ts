import type { LaunchPlan } from './launch-plan.js';
import { summary } from './summary.js';

const plan: LaunchPlan = {
  config: {
    port: 3000,
    host: '127.0.0.1',
    dataDir: '/srv/mt',
    databaseUrl: undefined,
    databaseLogins: undefined,
    temporalAddress: undefined,
    temporalNamespace: 'maatwerktraject',
    temporalUiUrl: undefined,
    smtpUrl: undefined,
    mailFrom: 'a@b.example',
    mailReturnPath: undefined,
    mailSpreadMinutes: 60,
    practiceSmtpUrl: undefined,
    mailboxUrl: undefined,
    publicUrl: 'http://localhost:3000',
    encryptionKeys: undefined,
    oidc: undefined,
    oidcNaam: undefined,
    oidcMfa: undefined,
    oidcMfaAcr: undefined,
    rateLimitPerMinute: undefined,
    cloudEventsSource: 'urn:nld:systeem:maatwerktraject',
    webhookLoopback: false,
    logLevel: 'log',
  },
  embedded: { postgres: true, temporal: true, smtp: true, postvak: true, identiteit: false },
  ports: { web: 3000 },
  temporalAddress: '127.0.0.1:3003',
  smtpUrl: 'smtp://127.0.0.1:3002',
  practiceSmtpUrl: 'smtp://127.0.0.1:3002',
  urls: {
    web: 'http://localhost:3000',
    mailbox: 'http://localhost:3001',
    temporalUi: null,
    apiDocs: 'http://localhost:3000/api/v1/docs',
  },
  practice: true,
  encryption: { keys: 'sleutelbos', codecToken: 'geheim' },
  oidc: undefined,
  logDir: '/srv/mt/logs',
};

describe('the summary after a start', () => {
  it('says how to try it, leaves out what does not run, and shows no secret', () => {
    const text = summary(plan, '/srv/mt/postgres');
    expect(text).toContain('kies "Aanmelden"');
    expect(text).not.toContain('Temporal ');
    expect(text).not.toContain('Database');
    for (const secret of ['sleutelbos', 'geheim']) expect(text).not.toContain(secret);
  });

  it('says where the database is when it is elsewhere', () => {
    expect(summary(plan, '/var/lib/x/postgres')).toContain('/var/lib/x/postgres');
  });

  it('says how the first person gets in where nobody can practise', () => {
    const text = summary({ ...plan, practice: false }, undefined);
    expect(text).toContain('stel OIDC_ISSUER in');
    expect(text).toContain('npm run beheer -- eerste-beheerder');
  });
});
