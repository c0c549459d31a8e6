import type { Datum } from '../kalender/datum.js';
import { eersteBeschikbareDag, termijn, type Kalender } from '../kalender/kalender.js';
import { werkdagenTussen } from '../kalender/werkdagen.js';
import type { DagWijziging } from './gebeurtenis.js';
import { isKlaar, type TrajectToestand } from './toestand.js';

/** A day of a traject that can still move: which one, and where it stands. */
export type Dag = Omit<DagWijziging, 'naar'>;

/** Every day that is still to come or still counts: of taken that are not done, conversations not held, stappen not over. */
export function beweegbareDagen({ stap, checkIns, openingen }: TrajectToestand): Dag[] {
  const dagen: Dag[] = [];
  if (stap?.eindigtOp && stap.status !== 'afgerond')
    dagen.push({ wat: 'stap-eindigt', sleutel: String(stap.volgnummer), van: stap.eindigtOp });
  for (const taak of stap?.taken ?? []) {
    if (isKlaar(taak)) continue;
    if (taak.status === 'gepland')
      dagen.push({ wat: 'taak-opent', sleutel: taak.sleutel, van: taak.opentOp });
    dagen.push({ wat: 'taak-vervalt', sleutel: taak.sleutel, van: taak.vervaltOp });
  }
  for (const { sleutel, weekVan, status } of checkIns)
    if (status === 'gepland') dagen.push({ wat: 'check-in', sleutel, van: weekVan });
  const eerste = stap?.status === 'gepland' ? stap.volgnummer : (stap?.volgnummer ?? 0) + 1;
  openingen.forEach((van, index) => {
    if (index + 1 >= eerste) dagen.push({ wat: 'stap-opent', sleutel: String(index + 1), van });
  });
  return dagen;
}

/** The changes among `dagen` when each day becomes `naar(dag)`. */
export function wijzigingenVan(dagen: readonly Dag[], naar: (dag: Dag) => Datum): DagWijziging[] {
  return dagen.map((dag) => ({ ...dag, naar: naar(dag) })).filter((een) => een.naar !== een.van);
}

/**
 * What a time of standing still, from `sinds` until `hervat`, does to the days after it: each keeps the werkdagen that it
 * had left, and counts them from the day on which things go on. What was past already stays where it is.
 */
export function naOnderbreking(toestand: TrajectToestand, sinds: Datum, hervat: Datum): DagWijziging[] {
  return wijzigingenVan(beweegbareDagen(toestand), ({ van }) =>
    van < sinds ? van : termijn(toestand.kalender, hervat, werkdagenTussen(sinds, van)),
  );
}

/** Every day from `vanaf` on, `werkdagen` later (earlier when negative, but never before `vandaag`). */
export function verschuif(
  toestand: TrajectToestand,
  {
    vanaf,
    werkdagen,
    vandaag,
  }: { readonly vanaf: Datum; readonly werkdagen: number; readonly vandaag: Datum },
): DagWijziging[] {
  return wijzigingenVan(beweegbareDagen(toestand), ({ van }) => {
    if (van < vanaf || van < vandaag) return van;
    const naar = termijn(toestand.kalender, van, werkdagen);
    return naar < vandaag ? eersteBeschikbareDag(toestand.kalender, vandaag) : naar;
  });
}

/** What a calendar does to the days that are still to come: those that fall in a rustperiode move out of it. */
export function volgensKalender(
  toestand: TrajectToestand,
  kalender: Kalender,
  vandaag: Datum,
): DagWijziging[] {
  return wijzigingenVan(beweegbareDagen(toestand), ({ van }) =>
    van < vandaag ? van : eersteBeschikbareDag(kalender, van),
  );
}

/** Why changes cannot be made to this state, in a sentence; undefined when they can. */
export function bezwaarTegen(
  toestand: TrajectToestand,
  wijzigingen: readonly DagWijziging[],
  vandaag: Datum,
): 'onbekende-dag' | 'plan-veranderd' | 'dag-voorbij' | 'dag-niet-beschikbaar' | 'dubbele-dag' | undefined {
  const dagen = beweegbareDagen(toestand);
  const gezien = new Set<string>();
  for (const { wat, sleutel, van, naar } of wijzigingen) {
    const dag = dagen.find((een) => een.wat === wat && een.sleutel === sleutel);
    if (!dag) return 'onbekende-dag';
    if (dag.van !== van) return 'plan-veranderd';
    if (gezien.has(`${wat} ${sleutel}`)) return 'dubbele-dag';
    gezien.add(`${wat} ${sleutel}`);
    if (naar < vandaag) return 'dag-voorbij';
    if (eersteBeschikbareDag(toestand.kalender, naar) !== naar) return 'dag-niet-beschikbaar';
  }
  return undefined;
}

/** The same changes the other way round. */
export const omgekeerd = (wijzigingen: readonly DagWijziging[]): DagWijziging[] =>
  wijzigingen.map(({ van, naar, ...dag }) => ({ ...dag, van: naar, naar: van }));
