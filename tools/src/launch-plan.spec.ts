import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseApiConfig, parseCodecConfig, parseConfig } from '@maatwerktraject/config';
import { generateKey } from '@maatwerktraject/crypto';
import { appEnvironment, codecEnvironment, planLaunch, type LaunchPlan } from './launch-plan.js';

const databaseUrl = 'postgres://u:p@127.0.0.1:5432/mt';

describe('what the launcher gives to the apps', () => {
  let folder: string;
  const planFor = async (env: Record<string, string>): Promise<LaunchPlan> => {
    const parsed = parseConfig({ DATA_DIR: folder, ...env });
    if (!parsed.ok) throw new Error(parsed.faults.join(' '));
    return planLaunch(parsed.config);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is a configuration that they take, with the keys of the folder', async () => {
    const plan = await planFor({});
    const keyring = { currentId: 'sleutel-1' };
    expect(parseApiConfig(appEnvironment(plan, databaseUrl))).toMatchObject({
      ok: true,
      config: { keyring },
    });
    expect(parseCodecConfig(codecEnvironment(plan))).toMatchObject({
      config: { keyring, loopbackOpen: true, uiOrigin: plan.urls.temporalUi },
    });
  });

  it('has the keys that were configured, also when they came from a file', async () => {
    const path = join(folder, 'sleutels');
    writeFileSync(path, `${generateKey('eigen')},${generateKey('index')}\n`);
    const given = { ENCRYPTION_KEYS_FILE: path };
    const env = appEnvironment(await planFor(given), databaseUrl);
    // As a child gets it: its own words on top of ours.
    expect(parseApiConfig({ ...given, ...env })).toMatchObject({
      config: { keyring: { currentId: 'eigen' } },
    });
  });
});
