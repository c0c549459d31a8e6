import type { Datum } from '../kalender/datum.js';
import { planStap } from '../plan/plan.js';
import { begonnenStappen, stapKomtTerug } from '../traject/begonnen.js';
import { openingenBij } from '../traject/feit/traject.feit.js';
import type { TrajectToestand } from '../traject/toestand.js';
import type { ProcesSjabloon, ProcesStap } from './sjabloon.js';

/** Why a traject cannot go to another version: a stable code, and a Dutch sentence. */
interface OvergangBezwaar {
  readonly code: string;
  readonly zin: string;
}

/** One stap of the traject, on the version of now and on the new one. */
export interface StapOvergang {
  readonly sleutel: string;
  readonly volgnummer: number;
  /** `blijft`: began on the version of now and stays on it. */
  readonly wat: 'blijft' | 'gaat-mee' | 'nieuw' | 'vervalt';
  /** The day on which it opens: as planned now, and as planned after. Null where there is none. */
  readonly opentOp: Datum | null;
  readonly opentDanOp: Datum | null;
  readonly eindigtDanOp: Datum | null;
  /** Keys of taken, `<taak>.<uitvoerder>`, as far as they differ. */
  readonly takenNieuw: readonly string[];
  readonly takenVervallen: readonly string[];
  /** Those that stay, of which a term or the agreement is another. */
  readonly takenGewijzigd: readonly string[];
}

/** What an upgrade does to one traject, before it is asked for. */
export interface Overgang {
  readonly van: number;
  readonly naar: number;
  /** When it begins to hold: `nu`, or once the stap under way is approved. */
  readonly wanneer: 'nu' | 'na-deze-stap' | null;
  readonly bezwaar: OvergangBezwaar | null;
  readonly stappen: readonly StapOvergang[];
  /** Whether the rules for reminders, the weekoverzicht or the signs differ: those hold at once when it goes over. */
  readonly regelsAnders: boolean;
}

const NIET = {
  'ander-sjabloon': 'Een lopend traject kan alleen naar een andere versie van hetzelfde sjabloon.',
  'zelfde-versie': 'Dit traject gebruikt deze versie al, of gaat er al naartoe.',
  'niet-gestart': 'Dit traject is nog niet begonnen. Het begint met het sjabloon van het cohort.',
  'traject-voorbij': 'Dit traject is voorbij. Het blijft op de versie waarmee het klaar was.',
  'stap-ontbreekt': 'De nieuwe versie heeft minder stappen dan dit traject al heeft gehad.',
  'stap-komt-terug':
    'De nieuwe versie heeft verderop een stap die dit traject al heeft gehad. Geef die stap een andere sleutel.',
  'niets-te-doen': 'Dit traject is in zijn laatste stap. Er komt geen stap meer van de nieuwe versie.',
} as const;

function bezwaarTegen(toestand: TrajectToestand, nieuw: ProcesSjabloon): keyof typeof NIET | null {
  const { stap, status } = toestand;
  const doel = toestand.volgendSjabloon ?? toestand.sjabloon;
  if (doel.sleutel !== nieuw.sleutel) return 'ander-sjabloon';
  if (doel.versie === nieuw.versie) return 'zelfde-versie';
  if (!stap) return 'niet-gestart';
  if (status !== 'lopend' && status !== 'gepauzeerd') return 'traject-voorbij';
  if (nieuw.stappen.length < stap.volgnummer) return 'stap-ontbreekt';
  if (stapKomtTerug(toestand, nieuw)) return 'stap-komt-terug';
  return begonnenStappen(toestand) >= nieuw.stappen.length ? 'niets-te-doen' : null;
}

type Taken = ReadonlyMap<string, string>;

/** Each taak per uitvoerder, with all that the process knows of it. */
const takenVan = (stap: ProcesStap | undefined): Taken =>
  new Map(
    (stap?.taken ?? []).flatMap(({ sleutel, uitvoerders, opentNaWerkdagen, termijnWerkdagen, akkoordDoor }) =>
      uitvoerders.map((uitvoerder) => [
        `${sleutel}.${uitvoerder}`,
        [opentNaWerkdagen, termijnWerkdagen, akkoordDoor ?? ''].join(' '),
      ]),
    ),
  );

function verschil(van: Taken, naar: Taken): Pick<StapOvergang, `taken${string}` & keyof StapOvergang> {
  return {
    takenNieuw: [...naar.keys()].filter((sleutel) => !van.has(sleutel)),
    takenVervallen: [...van.keys()].filter((sleutel) => !naar.has(sleutel)),
    takenGewijzigd: [...naar.keys()].filter(
      (sleutel) => van.has(sleutel) && van.get(sleutel) !== naar.get(sleutel),
    ),
  };
}

const GEEN_VERSCHIL = { takenNieuw: [], takenVervallen: [], takenGewijzigd: [] } as const;

function stappenNa(toestand: TrajectToestand, nieuw: ProcesSjabloon): StapOvergang[] {
  const begonnen = begonnenStappen(toestand);
  const oud = toestand.sjabloon.stappen;
  const openingen = openingenBij({ ...toestand, volgendSjabloon: nieuw }, begonnen + 1);
  const blijven = oud.slice(0, begonnen).map(({ sleutel }, index): StapOvergang => {
    const opentOp = toestand.openingen[index] ?? null;
    const eindigtDanOp = index + 1 === toestand.stap?.volgnummer ? toestand.stap.eindigtOp : null;
    const dagen = { opentOp, opentDanOp: opentOp, eindigtDanOp };
    return { sleutel, volgnummer: index + 1, wat: 'blijft', ...dagen, ...GEEN_VERSCHIL };
  });
  const komen = nieuw.stappen.slice(begonnen).map((stap, nummer): StapOvergang => {
    const index = begonnen + nummer;
    const plaats = oud.findIndex(({ sleutel }, eerder) => eerder >= begonnen && sleutel === stap.sleutel);
    const plan = planStap(stap, index + 1, openingen[index] ?? toestand.startdatum, toestand.kalender);
    return {
      sleutel: stap.sleutel,
      volgnummer: index + 1,
      wat: plaats < 0 ? 'nieuw' : 'gaat-mee',
      opentOp: plaats < 0 ? null : (toestand.openingen[plaats] ?? null),
      opentDanOp: plan.opentOp,
      eindigtDanOp: plan.eindigtOp,
      ...verschil(takenVan(oud[plaats]), takenVan(stap)),
    };
  });
  const weg = oud.flatMap((stap, index): StapOvergang[] => {
    if (index < begonnen || nieuw.stappen.slice(begonnen).some(({ sleutel }) => sleutel === stap.sleutel))
      return [];
    const dagen = { opentOp: toestand.openingen[index] ?? null, opentDanOp: null, eindigtDanOp: null };
    const taken = verschil(takenVan(stap), takenVan(undefined));
    return [{ sleutel: stap.sleutel, volgnummer: index + 1, wat: 'vervalt', ...dagen, ...taken }];
  });
  return [...blijven, ...komen, ...weg];
}

const regelsVan = (sjabloon: ProcesSjabloon): string => {
  const { herinneringen, akkoordNaWerkdagen, terugstuurWerkdagen, weekoverzicht, signalen } = sjabloon;
  return JSON.stringify([herinneringen, akkoordNaWerkdagen, terugstuurWerkdagen, weekoverzicht, signalen]);
};

/**
 * What the new version would do to a traject as it is now: which stappen stay on the version they began on, what carries
 * over, what is new and what disappears, and when each stap opens if nothing runs late. The same rules as the process.
 */
export function bepaalOvergang(toestand: TrajectToestand, nieuw: ProcesSjabloon): Overgang {
  const code = bezwaarTegen(toestand, nieuw);
  return {
    van: toestand.sjabloon.versie,
    naar: nieuw.versie,
    wanneer: code ? null : toestand.stap?.status === 'gepland' ? 'nu' : 'na-deze-stap',
    bezwaar: code && { code, zin: NIET[code] },
    stappen: code ? [] : stappenNa(toestand, nieuw),
    regelsAnders: !code && regelsVan(toestand.sjabloon) !== regelsVan(nieuw),
  };
}
