import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig, parseIdentiteitConfig } from '@maatwerktraject/config';
import { identiteitEnvironment } from './identiteit.js';
import { appEnvironment, planLaunch, type LaunchPlan } from './launch-plan.js';

const dataDir = mkdtempSync(join(tmpdir(), 'launch-plan-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

const planWith = async (env: Record<string, string>): Promise<LaunchPlan> => {
  const result = parseConfig({ PORT: '34700', DATA_DIR: dataDir, ...env });
  if (!result.ok) throw new Error(result.faults.join(' '));
  return planLaunch(result.config);
};
const own = {
  OIDC_ISSUER: 'https://login.example',
  OIDC_CLIENT_ID: 'client',
  OIDC_CLIENT_SECRET: 'geheim-van-de-organisatie',
};

it('embeds the practice provider when all is embedded, with one secret per folder', async () => {
  const plan = await planWith({});
  expect(plan.embedded.identiteit).toBe(true);
  expect(plan.oidc?.issuer).toBe(`http://localhost:${plan.ports['identity']}`);
  const again = await planWith({});
  expect(again.oidc?.clientSecret).toBe(plan.oidc?.clientSecret);
  expect(appEnvironment(plan, 'postgres://x')).toMatchObject({
    OIDC_ISSUER: plan.oidc?.issuer,
    OIDC_CLIENT_SECRET: plan.oidc?.clientSecret,
  });
  // What the launcher gives the provider is what the provider accepts.
  const env = identiteitEnvironment(plan.config, plan.oidc!, plan.ports['identity'] ?? 0);
  expect(parseIdentiteitConfig(env)).toMatchObject({
    ok: true,
    config: { redirectUris: ['http://localhost:34700/api/v1/aanmelding/oidc/terug'] },
  });
});

it.each([
  ['another database', { DATABASE_URL: 'postgres://u:p@db.example/x' }],
  ['another Temporal', { TEMPORAL_ADDRESS: 'temporal.example:7233' }],
  ['an own mail server', { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example' }],
  ['an own practice mailbox', { PRACTICE_SMTP_URL: 'smtp://mail.example' }],
  ['an address that others can reach', { HOST: '0.0.0.0' }],
])('lets nobody in by practice with %s', async (_what, env) => {
  const plan = await planWith(env);
  expect(plan.embedded.identiteit).toBe(false);
  expect(plan.ports).not.toHaveProperty('identity');
  expect(appEnvironment(plan, 'postgres://x').OIDC_ISSUER).toBeUndefined();
});

it('passes on the provider of the organisation instead', async () => {
  const plan = await planWith({ ...own, OIDC_MFA: 'verplicht' });
  expect(plan.embedded.identiteit).toBe(false);
  expect(appEnvironment(plan, 'postgres://x')).toMatchObject({ ...own, OIDC_MFA: 'verplicht' });
});
