import { randomUUID } from 'node:crypto';
import { BEWAARREGELS, lokaleTijd } from '@maatwerktraject/domain';
import { BEWAAR_SCHEDULE } from '@maatwerktraject/messages';
import { encryptedDataConverter } from '@maatwerktraject/temporal-codec';
import { TEST_KEYRING } from '@maatwerktraject/testing/services';
import { Client, Connection } from '@temporalio/client';
import { zorgVoorBewaarSchedule } from './bewaar.schedule.js';

describe('het rooster van het bewaren, op een echte Temporal', () => {
  let connection: Connection;
  let client: Client;
  beforeAll(async () => {
    const address = process.env['TEST_TEMPORAL_ADDRESS'];
    const namespace = process.env['TEST_TEMPORAL_NAMESPACE'];
    if (!address || !namespace)
      throw new Error('TEST_TEMPORAL_ADDRESS ontbreekt: draai deze test met "npm test"');
    connection = await Connection.connect({ address });
    client = new Client({ connection, namespace, dataConverter: encryptedDataConverter(TEST_KEYRING) });
  });
  afterAll(async () => {
    await client.schedule.getHandle(BEWAAR_SCHEDULE).delete();
    await connection.close();
  });

  it('is every night at half past three in Amsterdam, with every rule, and there is one', async () => {
    await zorgVoorBewaarSchedule(client.schedule);
    await zorgVoorBewaarSchedule(client.schedule);
    const { action, info, policies } = await client.schedule.getHandle(BEWAAR_SCHEDULE).describe();
    expect(action).toMatchObject({ workflowType: 'bewaarWorkflow', args: [{ regels: BEWAARREGELS }] });
    expect(policies.overlap).toBe('SKIP');
    const tijden = info.nextActionTimes.map((moment) => lokaleTijd(moment.getTime()));
    expect(tijden.length).toBeGreaterThan(5);
    expect(new Set(tijden.map(({ tijd }) => tijd))).toEqual(new Set(['03:30']));
    expect(new Set(tijden.map(({ datum }) => datum)).size).toBe(tijden.length);
  });

  it('brings an old one up to date, and leaves it paused when somebody paused it', async () => {
    const handle = client.schedule.getHandle(BEWAAR_SCHEDULE);
    const reden = `onderhoud ${randomUUID()}`;
    await handle.pause(reden);
    await handle.update((eerder) => ({ ...eerder, spec: { intervals: [{ every: '1 hour' }] } }));
    await zorgVoorBewaarSchedule(client.schedule);
    const { spec, state } = await handle.describe();
    expect([spec.intervals ?? [], spec.calendars?.length]).toEqual([[], 1]);
    expect([state.paused, state.note]).toEqual([true, reden]);
  });
});
