import type { CohortPlan, PlanStap, PlanTaak } from '@maatwerktraject/contracts';
import {
  berichtnaam,
  agendaVanStap,
  lokaleTijd,
  maakPlan,
  type GeplandeStap,
  type GeplandeTaak,
  type Kalender,
  type Moment,
  type Sjabloon,
  type SjabloonStap,
} from '@maatwerktraject/domain';

const dag = (moment: Moment): string => lokaleTijd(moment.op).datum;

function planTaak(stap: SjabloonStap, taak: GeplandeTaak, agenda: readonly Moment[]): PlanTaak {
  const inhoud = stap.taken.find(({ sleutel }) => sleutel === taak.taak);
  return {
    sleutel: taak.taak,
    titel: inhoud?.titel ?? taak.taak,
    uitvoerder: taak.uitvoerder,
    opentOp: taak.opentOp,
    vervaltOp: taak.vervaltOp,
    minuten: inhoud?.minuten[taak.uitvoerder] ?? 0,
    mails: agenda
      .filter(({ onderwerp }) => onderwerp === taak.sleutel)
      .map((moment) => ({ soort: berichtnaam(moment.soort), op: dag(moment) })),
  };
}

function planStap(sjabloon: Sjabloon, stap: GeplandeStap, kalender?: Kalender): PlanStap {
  const inhoud = sjabloon.stappen[stap.volgnummer - 1];
  if (!inhoud) throw new Error(`sjabloon zonder stap ${String(stap.volgnummer)}`);
  const agenda = agendaVanStap(stap, sjabloon.herinneringen, kalender);
  return {
    sleutel: stap.sleutel,
    volgnummer: stap.volgnummer,
    titel: inhoud.titel,
    opentOp: stap.opentOp,
    eindigtOp: stap.eindigtOp,
    taken: stap.taken.map((taak) => planTaak(inhoud, taak, agenda)),
    checkIns: stap.checkIns.map(({ sleutel, weekVan }) => ({
      sleutel,
      titel: inhoud.checkIns.find((checkIn) => checkIn.sleutel === sleutel)?.titel ?? sleutel,
      weekVan,
    })),
  };
}

/** Every day and mail of a cohort, by the rules of the process itself. `minutenPerGemeente` leaves out the adviseur's own. */
export function cohortPlan(sjabloon: Sjabloon, startdatum: string, kalender?: Kalender): CohortPlan {
  const plan = maakPlan(sjabloon, startdatum, kalender);
  const stappen = plan.stappen.map((stap) => planStap(sjabloon, stap, kalender));
  const minuten = stappen.flatMap(({ taken }) => taken).filter(({ uitvoerder }) => uitvoerder !== 'adviseur');
  return {
    startdatum,
    eindigtOp: plan.eindigtOp,
    minutenPerGemeente: minuten.reduce((som, taak) => som + taak.minuten, 0),
    stappen,
  };
}
