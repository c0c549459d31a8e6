import { ochtendVan, eersteVerzendmoment } from '../kalender/verzendtijd.js';
import { lokaleTijd, type Instant } from '../kalender/amsterdam.js';
import type { Datum } from '../kalender/datum.js';
import { plusWerkdagen } from '../kalender/werkdagen.js';
import { agendaVanStap, vergelijkMomenten, type Moment, type MomentSoort } from '../plan/agenda.js';
import type { GeplandeTaak } from '../plan/plan.js';
import type { ProcesSjabloon } from '../sjabloon/sjabloon.js';
import type { Gebeurtenis, Uitkomstklasse } from './gebeurtenis.js';
import {
  CHECK_IN_OVERGANGEN,
  overgang,
  STAP_OVERGANGEN,
  TAAK_OVERGANGEN,
  TRAJECT_OVERGANGEN,
  type CheckInStatus,
  type StapStatus,
  type TaakStatus,
  type TrajectStatus,
} from './overgangen.js';

export interface TaakToestand extends GeplandeTaak {
  readonly status: TaakStatus;
}

export interface StapToestand {
  readonly sleutel: string;
  readonly volgnummer: number;
  readonly status: StapStatus;
  readonly opentOp: Datum;
  readonly taken: readonly TaakToestand[];
}

export interface CheckInToestand {
  readonly sleutel: string;
  readonly stap: string;
  readonly status: CheckInStatus;
}

/** The live process of one traject: its current stap, and what is still to come in it (`agenda`, sorted). */
export interface TrajectToestand {
  readonly sjabloon: ProcesSjabloon;
  readonly startdatum: Datum;
  readonly status: TrajectStatus;
  readonly stap: StapToestand | null;
  /** Those of this stap and of earlier ones; a conversation may be put on record later. */
  readonly checkIns: readonly CheckInToestand[];
  readonly uitkomst: Uitkomstklasse | null;
  readonly agenda: readonly Moment[];
}

export function nieuwTraject(sjabloon: ProcesSjabloon, startdatum: Datum): TrajectToestand {
  return {
    sjabloon,
    startdatum,
    status: TRAJECT_OVERGANGEN.begin,
    stap: null,
    checkIns: [],
    uitkomst: null,
    agenda: [],
  };
}

/** The stap under way. @throws Error before the first one is planned. */
export function huidigeStap(toestand: TrajectToestand): StapToestand {
  if (!toestand.stap) throw new Error('dit traject heeft nog geen stap');
  return toestand.stap;
}

function metMomenten(agenda: readonly Moment[], erbij: readonly Moment[]): readonly Moment[] {
  return [...agenda, ...erbij].sort(vergelijkMomenten);
}

function zonder(
  agenda: readonly Moment[],
  onderwerp: string,
  soorten?: readonly MomentSoort[],
): readonly Moment[] {
  return agenda.filter(
    (moment) => moment.onderwerp !== onderwerp || (soorten && !soorten.includes(moment.soort)),
  );
}

function metTaak(stap: StapToestand, sleutel: string, naar: TaakStatus): StapToestand {
  const taken = stap.taken.map((taak) =>
    taak.sleutel === sleutel ? { ...taak, status: overgang(TAAK_OVERGANGEN, taak.status, naar) } : taak,
  );
  return { ...stap, taken };
}

function metCheckIn(toestand: TrajectToestand, sleutel: string, naar: CheckInStatus): TrajectToestand {
  return {
    ...toestand,
    agenda: zonder(toestand.agenda, sleutel, ['check-in-week']),
    checkIns: toestand.checkIns.map((checkIn) =>
      checkIn.sleutel === sleutel
        ? { ...checkIn, status: overgang(CHECK_IN_OVERGANGEN, checkIn.status, naar) }
        : checkIn,
    ),
  };
}

function akkoordMomenten(toestand: TrajectToestand, stap: string, nu: Instant): Moment[] {
  const eerste = eersteVerzendmoment(nu);
  const later = plusWerkdagen(lokaleTijd(eerste).datum, toestand.sjabloon.herinneringen.akkoordNaWerkdagen);
  return [
    { soort: 'stap-ingeleverd', onderwerp: stap, op: eerste },
    { soort: 'akkoord-herinnering', onderwerp: stap, op: ochtendVan(later) },
  ];
}

/** The state after a fact. Pure; it never refuses a fact that was decided on this same state. */
export function pasToe(toestand: TrajectToestand, feit: Gebeurtenis): TrajectToestand {
  switch (feit.soort) {
    case 'traject-gestart':
      return { ...toestand, status: overgang(TRAJECT_OVERGANGEN, toestand.status, 'lopend') };
    case 'stap-gepland':
      return {
        ...toestand,
        stap: {
          sleutel: feit.stap,
          volgnummer: feit.volgnummer,
          status: 'gepland',
          opentOp: feit.opentOp,
          taken: [],
        },
        agenda: metMomenten(toestand.agenda, [
          { soort: 'stap-opent', onderwerp: feit.stap, op: ochtendVan(feit.opentOp) },
        ]),
      };
    case 'stap-geopend': {
      const stap = huidigeStap(toestand);
      return {
        ...toestand,
        stap: {
          ...stap,
          status: overgang(STAP_OVERGANGEN, stap.status, 'open'),
          taken: feit.plan.taken.map((taak) => ({ ...taak, status: 'gepland' })),
        },
        checkIns: [
          ...toestand.checkIns,
          ...feit.plan.checkIns.map(({ sleutel }) => ({
            sleutel,
            stap: feit.stap,
            status: CHECK_IN_OVERGANGEN.begin,
          })),
        ],
        agenda: metMomenten(
          zonder(toestand.agenda, feit.stap),
          agendaVanStap(feit.plan, toestand.sjabloon.herinneringen),
        ),
      };
    }
    case 'taak-geopend':
      return {
        ...toestand,
        stap: metTaak(huidigeStap(toestand), feit.taak, 'open'),
        agenda: zonder(toestand.agenda, feit.taak, ['taak-opent']),
      };
    case 'taak-ingediend':
      return {
        ...toestand,
        stap: metTaak(huidigeStap(toestand), feit.taak, 'ingediend'),
        agenda: zonder(toestand.agenda, feit.taak),
      };
    case 'bericht-klaargezet':
    case 'bericht-overgeslagen':
      return { ...toestand, agenda: zonder(toestand.agenda, feit.onderwerp, [momentVan(feit.bericht)]) };
    case 'stap-ingeleverd': {
      const stap = huidigeStap(toestand);
      return {
        ...toestand,
        stap: { ...stap, status: overgang(STAP_OVERGANGEN, stap.status, 'wacht-op-akkoord') },
        agenda: metMomenten(toestand.agenda, akkoordMomenten(toestand, stap.sleutel, feit.op)),
      };
    }
    case 'stap-goedgekeurd': {
      const stap = huidigeStap(toestand);
      return {
        ...toestand,
        stap: { ...stap, status: overgang(STAP_OVERGANGEN, stap.status, 'afgerond') },
        agenda: zonder(toestand.agenda, feit.stap),
      };
    }
    case 'check-in-vastgelegd':
      return metCheckIn(toestand, feit.checkIn, feit.gehouden ? 'gehouden' : 'niet-gehouden');
    case 'check-in-vervallen':
      return metCheckIn(toestand, feit.checkIn, 'niet-gehouden');
    case 'uitkomst-vastgelegd':
      return { ...toestand, uitkomst: feit.klasse };
    case 'traject-afgerond':
      return {
        ...toestand,
        status: overgang(TRAJECT_OVERGANGEN, toestand.status, 'afgerond'),
        agenda: [
          {
            soort: 'traject-afgerond',
            onderwerp: huidigeStap(toestand).sleutel,
            op: eersteVerzendmoment(feit.op),
          },
        ],
      };
  }
}

/** The moment on the agenda that a mail belongs to; a taak's opening is the only one with another name. */
function momentVan(bericht: Extract<Gebeurtenis, { bericht: unknown }>['bericht']): MomentSoort {
  return bericht === 'taak-geopend' ? 'taak-opent' : bericht;
}

/** What is due next, or undefined when nothing is left to wait for but people. */
export function volgendMoment(toestand: TrajectToestand): Moment | undefined {
  return toestand.agenda[0];
}
