import { appSpec, inheritedEnvironment, temporalSpec } from './services.js';

describe('what a program of npm start gets of our environment', () => {
  const before = { ...process.env };
  beforeEach(() => {
    Object.assign(process.env, {
      DATABASE_URL: 'postgres://geheim@db.example/eigenaar',
      API_DATABASE_URL: 'postgres://geheim@db.example/api',
      WORKER_DATABASE_URL_FILE: '/run/geheim',
      SMTP_URL: 'smtp://geheim@mail.example',
      XDG_CACHE_HOME: '/tmp/cache',
    });
  });
  afterEach(() => {
    process.env = { ...before };
  });

  it('has none of the secrets, and the rest', () => {
    expect(JSON.stringify(inheritedEnvironment())).not.toContain('geheim');
    expect(inheritedEnvironment()).toMatchObject({ XDG_CACHE_HOME: '/tmp/cache', PATH: process.env['PATH'] });
  });

  it('has the secrets that are for that program', () => {
    const own = { DATABASE_URL: 'postgres://worker@db.example/x' };
    const { env } = appSpec('worker', own, 'http://127.0.0.1:1', '/tmp/log');
    expect(env).toMatchObject(own);
    expect(JSON.stringify(env)).not.toContain('geheim');
    const temporal = temporalSpec({
      binary: 'temporal',
      directory: undefined,
      namespace: 'x',
      port: 1,
      uiPort: undefined,
      log: '/tmp/log',
    });
    expect(JSON.stringify(temporal.env)).not.toContain('geheim');
  });
});
