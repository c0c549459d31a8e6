import { lokaleTijd, instantVan, type Instant } from '../kalender/amsterdam.js';
import { plusDagen } from '../kalender/datum.js';
import { eersteBeschikbareDag, termijn } from '../kalender/kalender.js';
import { GEWONE_KLOK } from '../klok/klok.js';
import { controleer, voerUit, type TrajectCommando } from '../traject/commando/commando.js';
import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import { volgendMoment, type TaakToestand, type TrajectToestand } from '../traject/toestand.js';
import { begin, stapUitSjabloon, verstrijkt, type Verloop } from '../traject/verloop.js';

/** Something that people do at `op`. */
export interface Voorziene {
  readonly op: Instant;
  readonly commando: TrajectCommando;
}

/** What people do next after `na`, given how a traject stands; undefined when they do nothing more. */
export type Gedrag = (toestand: TrajectToestand, na: Instant) => Voorziene | undefined;

/** The texts of what has not been written yet. */
const NOG_NIETS = '00000000-0000-0000-0000-000000000000';
const INLEVERTIJD = '16:00';
const AKKOORDTIJD = '10:00';

/** The instant on `datum` at `tijd`, or at that time on the next available day when it is past. */
function nietVoor({ kalender }: TrajectToestand, datum: string, tijd: string, na: Instant): Instant {
  const op = instantVan(datum, tijd);
  if (op > na) return op;
  const vandaag = instantVan(eersteBeschikbareDag(kalender, lokaleTijd(na).datum), tijd);
  if (vandaag > na) return vandaag;
  return instantVan(eersteBeschikbareDag(kalender, plusDagen(lokaleTijd(na).datum, 1)), tijd);
}

/** Nobody does anything: only time goes on. */
export const niemandReageert: Gedrag = () => undefined;

/**
 * Everyone is in time: each taak is handed in at the end of its due day, who must agree does so the next day, and so does
 * the adviseur who approves a stap.
 */
export const opTijd: Gedrag = (toestand, na) => {
  const { stap, status, uitkomst } = toestand;
  if (status !== 'lopend' || !stap) return undefined;
  const morgen = termijn(toestand.kalender, lokaleTijd(na).datum, 1);
  const taak = (een: TaakToestand): Voorziene[] => {
    if (een.status === 'open')
      return [
        {
          op: nietVoor(toestand, een.vervaltOp, INLEVERTIJD, na),
          commando: { soort: 'dien-taak-in', taak: een.sleutel, invoerId: NOG_NIETS },
        },
      ];
    if (een.status !== 'wacht-op-akkoord') return [];
    const commando = { soort: 'geef-akkoord', taak: een.sleutel, wie: '', invoerId: null } as const;
    return [{ op: nietVoor(toestand, morgen, AKKOORDTIJD, na), commando }];
  };
  const handelingen = stap.taken.flatMap(taak);
  if (stap.status === 'wacht-op-akkoord' && stap.ingeleverdOp !== null) {
    const dag = termijn(toestand.kalender, lokaleTijd(stap.ingeleverdOp).datum, 1);
    const op = nietVoor(toestand, dag, AKKOORDTIJD, na);
    const vraagt = stapUitSjabloon(toestand, stap.volgnummer).vraagtUitkomst && !uitkomst;
    handelingen.push({
      op,
      commando: vraagt
        ? { soort: 'leg-uitkomst-vast', klasse: 'geen', invoerId: NOG_NIETS }
        : { soort: 'keur-stap-goed', stap: stap.sleutel, wie: `voorzien-${String(stap.akkoorden.length)}` },
    });
  }
  // The first of those at one instant: the rest follows once it is done.
  return handelingen.reduce<Voorziene | undefined>(
    (eerste, een) => (eerste && eerste.op <= een.op ? eerste : een),
    undefined,
  );
};

/** More facts than any traject has: a behaviour that never ends is a fault. */
const MEESTE_FEITEN = 20_000;

/**
 * The facts to come of a traject from `nu` up to and including `tot`, by the very rules of the running process, when
 * people do as `gedrag` says. A traject that has not begun begins at `nu`.
 * @throws Error when a behaviour asks for something at an instant that is past, or never ends.
 */
export function voorzie(
  toestand: TrajectToestand,
  nu: Instant,
  { gedrag, tot }: { readonly gedrag: Gedrag; readonly tot: Instant },
): readonly Gebeurtenis[] {
  let verloop: Verloop = toestand.stap ? { toestand, feiten: [] } : begin(toestand, nu);
  for (let op = nu; verloop.feiten.length < MEESTE_FEITEN;) {
    const moment = volgendMoment(verloop.toestand)?.op ?? Infinity;
    const handeling = gedrag(verloop.toestand, op);
    const volgende = Math.min(moment, handeling?.op ?? Infinity);
    if (volgende > tot) return verloop.feiten;
    if (volgende < op) op = nu;
    // What is due at the very instant comes before what people do.
    op = Math.max(op, volgende);
    verloop = verstrijkt(verloop, GEWONE_KLOK, op);
    if (handeling && handeling.op <= op && !controleer(verloop.toestand, handeling.commando, op))
      verloop = voerUit(verloop, handeling.commando, op, 'systeem');
  }
  throw new Error('het draaiboek houdt niet op');
}
