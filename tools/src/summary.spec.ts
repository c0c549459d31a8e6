import type { LaunchPlan } from './launch-plan.js';
import { summary } from './summary.js';

const plan: LaunchPlan = {
  config: {
    port: 3000,
    host: '127.0.0.1',
    dataDir: '/srv/mt',
    databaseUrl: undefined,
    temporalAddress: undefined,
    temporalNamespace: 'maatwerktraject',
    temporalUiUrl: undefined,
    smtpUrl: undefined,
    mailFrom: 'a@b.example',
    practiceSmtpUrl: undefined,
    mailboxUrl: undefined,
    publicUrl: 'http://localhost:3000',
    rateLimitPerMinute: undefined,
    logLevel: 'log',
  },
  embedded: { postgres: true, temporal: true, smtp: true, postvak: true },
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
  tokens: { adviseur: 'sleutel-a', gemeente: 'sleutel-g', onderzoeker: 'sleutel-o' },
  logDir: '/srv/mt/logs',
};

describe('the summary after a start', () => {
  it('gives a link per role and leaves out what does not run', () => {
    const text = summary(plan, '/srv/mt/postgres');
    for (const token of ['sleutel-a', 'sleutel-g', 'sleutel-o'])
      expect(text).toContain(`http://localhost:3000/?sleutel=${token}`);
    expect(text).not.toContain('Temporal ');
    expect(text).not.toContain('Database');
  });

  it('says where the database is when it is elsewhere', () => {
    expect(summary(plan, '/var/lib/x/postgres')).toContain('/var/lib/x/postgres');
  });

  it('says that nobody can log in without tokens', () => {
    const text = summary({ ...plan, tokens: null }, undefined);
    expect(text).toContain('Inloggen kan nu nog niet');
    expect(text).not.toContain('sleutel=');
  });
});
