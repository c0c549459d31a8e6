import { setTimeout as rust } from 'node:timers/promises';
import { encryptedDataConverter } from '@maatwerktraject/temporal-codec';
import { instantVan, type Klok } from '@maatwerktraject/domain';
import { klokVerzet } from '@maatwerktraject/messages';
import type { Keyring } from '@maatwerktraject/crypto';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { historiesVan, legVast, maakWorker, Rit, STARTDATUM } from '../../test/omgeving.js';
import { EERST, GEDRAAID, VREEMD } from '../../test/sleutels.js';

jest.setTimeout(120_000);

const DAY_MS = 86_400_000;
const open: TestWorkflowEnvironment[] = [];

afterAll(async () => {
  for (const omgeving of open) await omgeving.teardown();
});

/** The real server, seen with these keys, or as it stores things. */
async function maakOmgeving(keyring?: Keyring): Promise<TestWorkflowEnvironment> {
  const address = process.env['TEST_TEMPORAL_ADDRESS'];
  const namespace = process.env['TEST_TEMPORAL_NAMESPACE'];
  if (!address || !namespace)
    throw new Error('TEST_TEMPORAL_ADDRESS ontbreekt: draai deze tests met "npm test"');
  const omgeving = await TestWorkflowEnvironment.createFromExistingServer({
    address,
    namespace,
    client: keyring === undefined ? {} : { dataConverter: encryptedDataConverter(keyring) },
  });
  open.push(omgeving);
  return omgeving;
}

/** A worker with these keys, for as long as `verhaal` lasts; other keys, other processes, the same traject. */
async function metSleutels(keyring: Keyring, rit: Rit, verhaal: () => Promise<void>): Promise<void> {
  const worker = await maakWorker(rit.omgeving, rit.projectie.activities, encryptedDataConverter(keyring));
  await worker.runUntil(verhaal);
}

async function wachtTot(klopt: () => boolean): Promise<void> {
  for (const tot = Date.now() + 30_000; !klopt(); await rust(20))
    if (Date.now() > tot) throw new Error('dit duurt te lang');
}

async function doeWatOpenStaat(rit: Rit): Promise<void> {
  for (const taak of rit.projectie.openTaken()) await rit.dienIn(taak);
  const stap = rit.projectie.toestand.stap;
  if (stap?.status !== 'wacht-op-akkoord') return;
  if (stap.sleutel === 'evalueren')
    await rit.vraag({ soort: 'leg-uitkomst-vast', klasse: 'getraind', invoerId: UITKOMST });
  await rit.vraag({ soort: 'keur-stap-goed', stap: stap.sleutel });
}

const UITKOMST = '0e5f0b7a-5b3a-4b52-9a3d-2f1f6f1c9e11';

interface Gevonden {
  readonly encodings: Set<string>;
  readonly sleutels: Set<string>;
  readonly berichten: string[];
}

const tekst = (base64: unknown): string => Buffer.from(String(base64), 'base64').toString('utf8');

/** All payloads and failures of a history as Temporal stores it. */
function doorzoek(waarde: unknown, gevonden: Gevonden, plaats = ''): void {
  if (typeof waarde !== 'object' || waarde === null) return;
  const { metadata, stackTrace = '', message } = waarde as Record<string, unknown>;
  // What the SDK itself notes at a local activity (number, attempt, times) does not pass through a codec.
  if (plaats.endsWith('.markerRecordedEventAttributes.details.data.payloads.0')) return;
  if (typeof metadata === 'object' && metadata !== null && 'encoding' in metadata) {
    gevonden.encodings.add(tekst(metadata.encoding));
    if ('encryption-key-id' in metadata) gevonden.sleutels.add(tekst(metadata['encryption-key-id']));
    return;
  }
  if (plaats.endsWith('ailure')) gevonden.berichten.push(JSON.stringify([message, stackTrace]));
  for (const [naam, deel] of Object.entries(waarde)) doorzoek(deel, gevonden, `${plaats}.${naam}`);
}

test('een traject loopt door als de sleutel wisselt, en Temporal kan er niets van lezen', async () => {
  const klok: Klok = {
    echt: Date.now(),
    domein: instantVan(STARTDATUM, '07:00'),
    factor: (20 * DAY_MS) / 1000,
    versie: 1,
  };
  const eerst = new Rit(await maakOmgeving(EERST));
  await metSleutels(EERST, eerst, async () => {
    await eerst.start(klok);
    await wachtTot(() => eerst.projectie.openTaken().length > 0);
    const weigering = await eerst.vraag({ soort: 'keur-stap-goed', stap: 'bestaat-niet' }).then(
      () => undefined,
      (fout: unknown) => fout,
    );
    // Made in the workflow, sent as an encoded failure: it comes out whole on this side.
    const oorzaak = weigering instanceof WorkflowUpdateFailedError ? weigering.cause : undefined;
    expect(oorzaak).toBeInstanceOf(ApplicationFailure);
    expect(oorzaak?.message).not.toBe('Encoded failure');
    // An activity that fails leaves its message in the history.
    eerst.projectie.storing = 4;
    await doeWatOpenStaat(eerst);
  });

  const later = new Rit(await maakOmgeving(GEDRAAID), eerst);
  await metSleutels(GEDRAAID, later, async () => {
    for (const tot = Date.now() + 60_000; later.projectie.toestand.status !== 'afgerond';) {
      if (Date.now() > tot) throw new Error(`dit duurt te lang: ${later.projectie.soorten().join(' ')}`);
      await doeWatOpenStaat(later);
      await rust(20);
    }
    await later.handle.result();
  });

  const runs = await historiesVan(await maakOmgeving(), eerst.workflowId);
  const gevonden: Gevonden = { encodings: new Set(), sleutels: new Set(), berichten: [] };
  for (const { json } of runs) doorzoek(JSON.parse(json), gevonden);
  expect([...gevonden.encodings]).toEqual(['binary/encrypted']);
  expect([...gevonden.sleutels].sort()).toEqual(['een', 'twee']);
  expect(gevonden.berichten.length).toBeGreaterThan(0);
  expect(new Set(gevonden.berichten)).toEqual(new Set(['["Encoded failure",""]']));
  const alles = runs.map(({ json }) => json).join('\n');
  for (const leesbaar of [
    'dien-taak-in',
    'keur-stap-goed',
    STARTDATUM,
    UITKOMST,
    'bestaat-niet',
    'de database is even weg',
  ])
    for (const vorm of [leesbaar, Buffer.from(leesbaar).toString('base64').slice(0, 10)])
      expect(alles).not.toContain(vorm);
  await legVast(later.omgeving, eerst.workflowId, 'versleuteld');
});

test('een traject wacht als de sleutel kwijt is, en gaat door als die er weer is', async () => {
  const klok: Klok = { echt: Date.now(), domein: instantVan(STARTDATUM, '07:00'), factor: 1, versie: 1 };
  const rit = new Rit(await maakOmgeving(EERST));
  await metSleutels(EERST, rit, async () => {
    await rit.start(klok);
    await wachtTot(() => rit.projectie.pogingen > 0);
  });
  const pogingen = rit.projectie.pogingen;

  const verzet: Klok = { ...klok, domein: klok.domein + 2 * 60 * 60_000, versie: 2 };
  await metSleutels(VREEMD, new Rit(rit.omgeving, rit), async () => {
    await rit.handle.signal(klokVerzet, verzet);
    await rust(3_000);
    expect((await rit.handle.describe()).status.name).toBe('RUNNING');
    expect(rit.projectie.pogingen).toBe(pogingen);
  });

  await metSleutels(EERST, rit, () => wachtTot(() => rit.projectie.openTaken().length > 0));
  await rit.handle.terminate();
});
