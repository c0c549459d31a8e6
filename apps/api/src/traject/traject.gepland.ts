import { maakPlan, type Kalender, type Sjabloon } from '@maatwerktraject/domain';
import type { TaakRij } from '../taak/taak.query.js';
import type { CheckInRij, StapRij } from './traject.query.js';

export interface TrajectDelen {
  readonly stappen: readonly StapRij[];
  readonly taken: readonly TaakRij[];
  readonly checkIns: readonly CheckInRij[];
}

const NOG_NIET = {
  opent_op: null,
  eindigt_op: null,
  geopend_op: null,
  ingeleverd_op: null,
  goedgekeurd_op: null,
} as const;

/** The parts of a traject that has not started, as its process will make them: everything planned. */
export function geplandeDelen(
  trajectId: string,
  sjabloon: Sjabloon,
  startdatum: string,
  kalender?: Kalender,
): TrajectDelen {
  const { stappen } = maakPlan(sjabloon, startdatum, kalender);
  return {
    stappen: stappen.map((stap) => ({
      ...NOG_NIET,
      sleutel: stap.sleutel,
      status: 'gepland',
      gepland_op: stap.opentOp,
      gepland_eindigt_op: stap.eindigtOp,
    })),
    taken: stappen.flatMap((stap) =>
      stap.taken.map((taak) => ({
        id: `${trajectId}.${stap.sleutel}.${taak.sleutel}`,
        traject_id: trajectId,
        stap: stap.sleutel,
        taak: taak.taak,
        uitvoerder: taak.uitvoerder,
        status: 'gepland',
        gepland_open_op: taak.opentOp,
        gepland_vervalt_op: taak.vervaltOp,
        opent_op: null,
        vervalt_op: null,
        geopend_op: null,
        ingediend_op: null,
        invoer_id: null,
        akkoord_door: taak.akkoordDoor ?? null,
        akkoord_op: null,
        teruggestuurd_op: null,
        teruggestuurd_invoer_id: null,
        opdracht_id: null,
        opdracht: null,
      })),
    ),
    checkIns: stappen.flatMap((stap) =>
      stap.checkIns.map(({ sleutel, weekVan }) => ({
        sleutel,
        stap: stap.sleutel,
        status: 'gepland',
        gepland_week_van: weekVan,
        week_van: null,
        datum: null,
        invoer_id: null,
        verslag: null,
      })),
    ),
  };
}
