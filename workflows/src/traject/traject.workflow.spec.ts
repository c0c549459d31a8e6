import { agendaVanStap, maakPlan, type Moment } from '@maatwerktraject/domain';
import { klokVerzet } from '@maatwerktraject/messages';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  historiesVan,
  klokOpStart,
  legVast,
  maakOmgeving,
  maakWorker,
  Rit,
  SJABLOON,
  STARTDATUM,
} from '../../test/omgeving.js';

jest.setTimeout(240_000);

let omgeving: TestWorkflowEnvironment;

beforeAll(async () => {
  omgeving = await maakOmgeving();
});

afterAll(async () => {
  await omgeving.teardown();
});

/** Runs a worker for one traject while `verhaal` happens to it. */
async function metRit(verhaal: (rit: Rit) => Promise<void>): Promise<void> {
  const rit = new Rit(omgeving);
  const worker = await maakWorker(omgeving, rit.projectie.activities);
  await worker.runUntil(async () => {
    await rit.start(await klokOpStart(omgeving));
    await verhaal(rit);
  });
}

const codeVan = (fout: unknown): string | null | undefined =>
  fout instanceof WorkflowUpdateFailedError && fout.cause instanceof ApplicationFailure
    ? fout.cause.type
    : undefined;

/** The moments of stap 1 of the plan, as they come when nobody does anything. */
function geplandeMomenten(): Moment[] {
  const [stap] = maakPlan(SJABLOON, STARTDATUM).stappen;
  if (!stap) throw new Error('plan zonder stappen');
  return agendaVanStap(stap, SJABLOON.herinneringen);
}

test('een traject waarin alles meteen gedaan wordt, loopt van begin tot eind zonder herinneringen', async () => {
  await metRit(async (rit) => {
    await rit.rijdUit();
    await rit.handle.result();

    const { feiten, toestand } = rit.projectie;
    expect(toestand).toMatchObject({ status: 'afgerond', uitkomst: 'getraind', agenda: [] });
    expect(rit.projectie.soorten().filter((soort) => soort === 'stap-goedgekeurd')).toHaveLength(5);
    const taken = SJABLOON.stappen.flatMap((stap) => stap.taken.flatMap((taak) => taak.uitvoerders));
    const berichten = feiten.flatMap((feit) => (feit.soort === 'bericht-klaargezet' ? [feit.bericht] : []));
    expect(berichten.filter((bericht) => bericht === 'taak-geopend')).toHaveLength(taken.length);
    expect(
      berichten.filter((bericht) => bericht.startsWith('herinnering') || bericht === 'escalatie'),
    ).toEqual([]);
    expect(berichten.at(-1)).toBe('traject-afgerond');

    const runs = await historiesVan(omgeving, rit.workflowId);
    expect(runs).toHaveLength(5);
    expect(Math.max(...runs.map(({ events }) => events))).toBeLessThanOrEqual(600);
    expect(runs.reduce((som, { events }) => som + events, 0)).toBeLessThanOrEqual(2500);
    await legVast(omgeving, rit.workflowId, 'vlot-traject');
  });
});

test('wie niets doet, krijgt elke mail op het geplande moment, en de volgende stap wacht', async () => {
  await metRit(async (rit) => {
    await omgeving.sleep('100 days');
    const berichten = rit.projectie.feiten.flatMap((feit) =>
      feit.soort === 'bericht-klaargezet' ? [`${String(feit.op)} ${feit.bericht} ${feit.onderwerp}`] : [],
    );
    const verwacht = geplandeMomenten().map(
      ({ op, soort, onderwerp }) =>
        `${String(op)} ${soort === 'taak-opent' ? 'taak-geopend' : soort} ${onderwerp}`,
    );
    expect(berichten).toEqual(verwacht);
    expect(rit.projectie.toestand.stap?.sleutel).toBe('inventariseren');
    await legVast(omgeving, rit.workflowId, 'traag-traject');
    await rit.rijdUit();
    expect(rit.projectie.toestand.status).toBe('afgerond');
    const runs = await historiesVan(omgeving, rit.workflowId);
    expect(Math.max(...runs.map(({ events }) => events))).toBeLessThanOrEqual(600);
  });
});

test('een verzoek dat niet kan, wordt geweigerd met een code en een zin; een herhaald verzoek verandert niets', async () => {
  await metRit(async (rit) => {
    await omgeving.sleep('1 day');
    const voor = rit.projectie.feiten.length;
    const geweigerd = await rit
      .vraag({ soort: 'keur-stap-goed', stap: 'inventariseren' })
      .catch((fout: unknown) => fout);
    expect(codeVan(geweigerd)).toBe('taken-nog-open');
    expect(rit.projectie.feiten).toHaveLength(voor);

    const invoerId = 'f4a7cf0e-7b1c-4a55-9f0e-2f6f0ce1b3a1';
    const commando = { soort: 'dien-taak-in', taak: 'startgegevens.hoofdcontact', invoerId } as const;
    await expect(rit.vraag(commando, 'zelfde')).resolves.toEqual({ nieuw: true });
    const na = rit.projectie.feiten.length;
    await omgeving.sleep('1 minute');
    await expect(rit.vraag(commando, 'zelfde')).resolves.toEqual({ nieuw: true });
    expect(rit.projectie.feiten).toHaveLength(na);
    expect(codeVan(await rit.vraag(commando, 'ander').catch((fout: unknown) => fout))).toBe(
      'taak-al-ingediend',
    );
    await rit.rijdUit();
  });
});

test('een herhaald verzoek wordt ook na de overgang naar de volgende stap herkend', async () => {
  await metRit(async (rit) => {
    await omgeving.sleep('1 day');
    const commando = { soort: 'dien-taak-in', taak: 'startgegevens.hoofdcontact', invoerId: 'x' } as const;
    await rit.vraag(commando, 'eerste');
    while (rit.projectie.toestand.stap?.sleutel !== 'prioriteren') await rit.rijdUit(1);
    await expect(rit.vraag(commando, 'eerste')).resolves.toEqual({ nieuw: false });
    await rit.rijdUit();
  });
});

test('is de database even weg, dan wacht het verzoek en staat alles er daarna één keer', async () => {
  await metRit(async (rit) => {
    await omgeving.sleep('1 day');
    rit.projectie.storing = 3;
    const pogingen = rit.projectie.pogingen;
    await rit.dienIn('scan.bestuur');
    expect(rit.projectie.pogingen - pogingen).toBe(4);
    const ingediend = rit.projectie.feiten.filter((feit) => feit.soort === 'taak-ingediend');
    expect(ingediend).toHaveLength(1);
    await rit.rijdUit();
  });
});

test('een verzette klok brengt het traject meteen bij dat moment; een oudere stand telt niet', async () => {
  await metRit(async (rit) => {
    await omgeving.sleep('1 hour');
    expect(rit.projectie.openTaken()).toEqual([]);
    const echt = await omgeving.currentTimeMs();
    const eerste = geplandeMomenten()[0]?.op ?? 0;
    await rit.handle.signal(klokVerzet, { echt, domein: eerste, factor: 1, versie: 3 });
    await omgeving.sleep('1 minute');
    expect(rit.projectie.openTaken()).toContain('startgegevens.hoofdcontact');
    const feiten = rit.projectie.feiten.length;
    await rit.handle.signal(klokVerzet, { echt, domein: eerste + 40 * 86_400_000, factor: 1, versie: 2 });
    await omgeving.sleep('1 minute');
    expect(rit.projectie.feiten).toHaveLength(feiten);
    await rit.rijdUit();
    await legVast(omgeving, rit.workflowId, 'verzette-klok');
  });
});
