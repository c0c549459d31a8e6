import type { Wijzigingsvraag } from '@maatwerktraject/contracts';
import {
  controleer,
  lokaleTijd,
  opTijd,
  vergelijk,
  verschuif,
  voerUit,
  voorzie,
  type DagWijziging,
  type Instant,
  type TrajectCommando,
  type TrajectToestand,
  type Verschil,
  type Weigering,
} from '@maatwerktraject/domain';

/** How far ahead a change is looked at: longer than any traject lasts. */
const VOORUIT_MS = 3 * 365 * 86_400_000;

export const commandoVan = (
  planId: string,
  wijzigingen: readonly DagWijziging[],
  ongedaan: boolean,
): Extract<TrajectCommando, { soort: 'wijzig-dagen' }> => ({
  soort: 'wijzig-dagen',
  wijzigingen,
  planId,
  ongedaan,
  invoerId: null,
});

/** What the question means for one traject: which of its days become others. */
export function wijzigingenVoor(
  vraag: Wijzigingsvraag,
  toestand: TrajectToestand,
  nu: Instant,
): readonly DagWijziging[] {
  if (vraag.soort === 'dagen') return vraag.wijzigingen;
  const { vanaf, werkdagen } = vraag;
  return verschuif(toestand, { vanaf, werkdagen, vandaag: lokaleTijd(nu).datum });
}

export interface Gevolgen extends Verschil {
  readonly weigering: Weigering | undefined;
}

/** What changes of days bring, when everyone is in time; or why they cannot be made. */
export function gevolgenVan(
  toestand: TrajectToestand,
  wijzigingen: readonly DagWijziging[],
  nu: Instant,
): Gevolgen {
  const commando = commandoVan('voorbeeld', wijzigingen, false);
  const weigering = controleer(toestand, commando, nu);
  if (weigering) return { weigering, mails: [], eersteGevolg: null };
  const tot = nu + VOORUIT_MS;
  const na = voerUit({ toestand, feiten: [] }, commando, nu, 'adviseur').toestand;
  const vooruit = (een: TrajectToestand) => voorzie(een, nu, { gedrag: opTijd, tot });
  return { weigering: undefined, ...vergelijk(vooruit(toestand), vooruit(na)) };
}
