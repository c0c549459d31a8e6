import {
  controleer,
  instantVan,
  lokaleTijd,
  MAATWERKTRAJECT_2,
  nieuwTraject,
  procesDeel,
  voorzie,
  type Gebeurtenis,
  type Instant,
  type Kalender,
  type TrajectCommando,
  type TrajectToestand,
} from '@maatwerktraject/domain';
import {
  TASK_QUEUE,
  TRAJECT_WORKFLOW,
  type TrajectInvoer,
  type TrajectProjectie,
} from '@maatwerktraject/messages';
import { commandosVan, toeval, VRAGEN, type Zet } from '@maatwerktraject/testing';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  historiesVan,
  klokOpStart,
  legVast,
  maakOmgeving,
  maakWorker,
  Rit,
  STARTDATUM,
} from '../../test/omgeving.js';

jest.setTimeout(3_000_000);

/** More by hand: DRAAIBOEK_SCENARIOS=300 npx jest --selectProjects workflow --testPathPatterns draaiboek */
const SCENARIOS = Number(process.env['DRAAIBOEK_SCENARIOS'] ?? 12);
const ZAAD = Number(process.env['DRAAIBOEK_SEED'] ?? 2027);
const ZETTEN = 30;

const SJABLOON = procesDeel(MAATWERKTRAJECT_2);
const KALENDER: Kalender = {
  versie: 1,
  rustperiodes: [
    { naam: 'Meivakantie', van: '2027-04-26', tot: '2027-05-07' },
    { naam: 'Zomerreces', van: '2027-07-05', tot: '2027-08-15' },
  ],
};
const BEGIN = instantVan(STARTDATUM, '07:00');
const UUR = 3_600_000;
const DAG = 24 * UUR;

/** Something that somebody asks at `op`; what it is exactly follows from how the traject stands then. */
interface Plek {
  readonly op: Instant;
  readonly zet: Zet;
}

/** People who do all kinds of things between seven in the morning and midnight, never on the stroke of an hour. */
function scenario(zaad: number): readonly Plek[] {
  const { getal, kies } = toeval(zaad);
  let dag = 0;
  return Array.from({ length: ZETTEN }, () => {
    dag += 1 + getal(14);
    const op = BEGIN + dag * DAG + getal(16) * UUR + (1 + getal(50)) * 60_000 + (zaad % 1000);
    return { op, zet: { wacht: 0, vraag: kies(VRAGEN), keuze: getal(50) } };
  });
}

/** The one thing that is asked there; of several the first that would not be refused. */
function vraagOp(toestand: TrajectToestand, { op, zet }: Plek): TrajectCommando | undefined {
  return commandosVan(toestand, zet, op).find((commando) => !controleer(toestand, commando, op));
}

/** A mail as people see it: what, for whom, about what, and on which day. */
const mailsVan = (feiten: readonly Gebeurtenis[], tot: Instant): string[] =>
  feiten.flatMap((feit) => {
    if (!('bericht' in feit) || feit.op > tot) return [];
    const { bericht, stap, onderwerp, aan, regel, basis, op, soort } = feit;
    const { datum, tijd } = lokaleTijd(op);
    return [[datum, tijd, soort, bericht, stap, onderwerp, aan, regel, basis].join(' ')];
  });

describe('het draaiboek', () => {
  let omgeving: TestWorkflowEnvironment;
  beforeAll(async () => {
    omgeving = await maakOmgeving();
  });
  afterAll(() => omgeving.teardown());

  test(`zegt mail voor mail wat het lopende proces doet, in ${String(SCENARIOS)} verhalen`, async () => {
    const klok = await klokOpStart(omgeving);
    const ritten = Array.from({ length: SCENARIOS }, (_, index) => {
      const rit = new Rit(omgeving);
      rit.projectie.toestand = nieuwTraject(SJABLOON, STARTDATUM, KALENDER);
      return { rit, script: scenario(ZAAD + index), gedaan: new Map<number, TrajectCommando>() };
    });
    const perTraject = new Map(ritten.map(({ rit }) => [rit.trajectId, rit.projectie]));
    const worker = await maakWorker(omgeving, {
      projecteerTraject: (projectie: TrajectProjectie) =>
        perTraject.get(projectie.trajectId)?.activities.projecteerTraject(projectie),
    });
    const agenda = ritten
      .flatMap(({ rit, script, gedaan }) => script.map((plek, nummer) => ({ rit, plek, nummer, gedaan })))
      .sort((a, b) => a.plek.op - b.plek.op);
    const einde = Math.max(...agenda.map(({ plek }) => plek.op)) + DAG;
    await worker.runUntil(async () => {
      const start = async (rit: Rit, verder: Partial<TrajectInvoer> = {}): Promise<void> => {
        const vast = { sjabloon: SJABLOON, startdatum: STARTDATUM, kalender: KALENDER };
        await omgeving.client.workflow.start(TRAJECT_WORKFLOW, {
          workflowId: rit.workflowId,
          taskQueue: TASK_QUEUE,
          args: [{ trajectId: rit.trajectId, cohortId: rit.trajectId, klok, ...vast, ...verder }],
        });
      };
      for (const { rit } of ritten) await start(rit);
      const wachtTot = async (op: Instant): Promise<void> => {
        const nu = klok.domein + ((await omgeving.currentTimeMs()) - klok.echt);
        if (op > nu) await omgeving.sleep(op - nu);
      };
      for (const { rit, plek, nummer, gedaan } of agenda) {
        await wachtTot(plek.op);
        const commando = vraagOp(rit.projectie.toestand, plek);
        if (!commando) continue;
        const { toestand, feiten } = rit.projectie;
        // Its chain is over: it begins again where it ended, as the API does.
        if (commando.soort === 'heropen-traject' && toestand.agenda.length === 0)
          await start(rit, {
            heropend: true,
            voortzetting: { toestand, volgnummer: feiten.length, verzoeken: [] },
          });
        await rit.vraag(commando);
        gedaan.set(nummer, commando);
      }
      await wachtTot(einde);
      // The budget of a traject in Temporal, also of one that changes all the time.
      for (const { rit } of ritten) {
        const runs = (await historiesVan(omgeving, rit.workflowId)).map(({ events }) => events);
        expect(Math.max(...runs)).toBeLessThanOrEqual(600);
        expect(runs.reduce((som, events) => som + events, 0)).toBeLessThanOrEqual(2_500);
      }
      for (const { rit } of ritten.slice(0, 1)) await legVast(omgeving, rit.workflowId, 'verandert');
    });

    let mails = 0;
    for (const { rit, script, gedaan } of ritten) {
      const voorzien = voorzie(nieuwTraject(SJABLOON, STARTDATUM, KALENDER), BEGIN, {
        gedrag: (toestand, na) => {
          const plek = script.find(({ op }) => op > na);
          const nummer = plek ? script.indexOf(plek) : -1;
          const commando = gedaan.get(nummer);
          if (plek && commando) return { op: plek.op, commando };
          // Nothing came of this one; the next may.
          const later = script.find(({ op }, index) => op > na && gedaan.has(index));
          return later && { op: later.op, commando: gedaan.get(script.indexOf(later))! };
        },
        tot: einde,
      });
      const echt = mailsVan(rit.projectie.feiten, einde);
      expect(mailsVan(voorzien, einde)).toEqual(echt);
      mails += echt.length;
    }
    // The stories did go somewhere.
    expect(mails).toBeGreaterThan(SCENARIOS * 25);
    const soorten = new Set(ritten.flatMap(({ rit }) => rit.projectie.soorten()));
    for (const soort of [
      'traject-gepauzeerd',
      'dagen-gewijzigd',
      'taak-teruggestuurd',
      'kalender-overgenomen',
    ])
      expect([...soorten]).toContain(soort);
  });
});
