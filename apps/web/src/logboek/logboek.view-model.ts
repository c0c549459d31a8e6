import { HANDELINGEN, instantVan, isDatum, isHandeling, plusDagen } from '@maatwerktraject/domain';
import type { AuditVraag } from '../api/beheer.vragen.js';
import type { Auditregel } from '../api/types.js';
import { HANDELING_NAAM } from './handeling.woorden.js';

/** What stands in the address: days in Amsterdam, both of them included. */
export interface LogboekZoek {
  readonly handeling?: string;
  readonly onderwerp?: string;
  readonly accountId?: string;
  readonly van?: string;
  readonly totEnMet?: string;
}

/** An older line can be about something that is not done any more. */
export const handelingInWoorden = (handeling: string): string =>
  isHandeling(handeling) ? HANDELING_NAAM[handeling] : handeling;

/** The things to choose from, by the word that is read. */
export const HANDELING_KEUZES: readonly { readonly handeling: string; readonly naam: string }[] =
  HANDELINGEN.map((handeling) => ({ handeling, naam: HANDELING_NAAM[handeling] })).sort((een, ander) =>
    een.naam.localeCompare(ander.naam, 'nl'),
  );

export function zoekIn(zoek: Readonly<Record<string, unknown>>): LogboekZoek {
  const tekst = (naam: keyof LogboekZoek): LogboekZoek => {
    const waarde = zoek[naam];
    return typeof waarde === 'string' && waarde !== '' ? { [naam]: waarde } : {};
  };
  return {
    ...tekst('handeling'),
    ...tekst('onderwerp'),
    ...tekst('accountId'),
    ...tekst('van'),
    ...tekst('totEnMet'),
  };
}

/** What is asked of the API: the days as instants; a day that is none is left out. */
export const vraagVan = ({ van = '', totEnMet = '', ...rest }: LogboekZoek): AuditVraag => ({
  ...rest,
  ...(isDatum(van) ? { van: new Date(instantVan(van, '00:00')).toISOString() } : {}),
  ...(isDatum(totEnMet) ? { tot: new Date(instantVan(plusDagen(totEnMet, 1), '00:00')).toISOString() } : {}),
});

const SOORT_NAAM: Readonly<Record<string, string>> = {
  account: 'Account',
  cohort: 'Cohort',
  traject: 'Traject',
  taak: 'Taak',
  sessie: 'Sessie',
  toekenning: 'Toegang',
  inzage: 'Inzage',
  diensttoken: 'Token',
  webhook: 'Webhook',
  bewaren: 'Uitvoering',
};

/** `account/6f1f1d6e-…` in words; IDs are cut to what tells them apart. */
export function onderwerpInWoorden(onderwerp: string | null): string {
  if (onderwerp === null) return '–';
  const [soort = '', id = ''] = onderwerp.split('/');
  return `${SOORT_NAAM[soort] ?? soort} ${id.slice(0, 8)}`.trim();
}

/** The ID in a subject of this kind; null when it is of another. */
export const onderwerpVanSoort = (onderwerp: string | null, soort: string): string | null =>
  onderwerp?.startsWith(`${soort}/`) === true ? onderwerp.slice(soort.length + 1) : null;

const VELD_NAAM: Readonly<Record<string, string>> = {
  operatie: 'wat',
  rol: 'rol',
  rollen: 'rollen',
  van: 'van',
  naar: 'naar',
  uren: 'uren',
  soort: 'soort',
  stap: 'stap',
  naam: 'naam gewijzigd',
  identiteiten: 'ziet namen',
  rechten: 'rechten',
  via: 'met',
  vervaltOp: 'werkt tot',
  accountId: 'account',
  inzageId: 'inzage',
  taakId: 'taak',
  tokenId: 'token',
};

/** Reads that are written down as well, and ways to log in. */
const WAARDE_NAAM: Readonly<Record<string, string>> = {
  leesTraject: 'het traject',
  leesTaak: 'een taak',
  leesConcept: 'een concept',
  leesBord: 'het bord',
  leesResultaten: 'de resultaten',
  oidc: 'account van de organisatie',
  link: 'link uit een mail',
};

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}/;

function tekstInWoorden(tekst: string): string {
  // Of a taak the rest says which it is, of other IDs the first part tells them apart.
  if (UUID.test(tekst)) return tekst.length > 36 ? tekst.slice(37) : tekst.slice(0, 8);
  return WAARDE_NAAM[tekst] ?? handelingInWoorden(tekst);
}

function waardeInWoorden(waarde: unknown): string {
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  if (Array.isArray(waarde)) return waarde.length === 0 ? 'geen' : waarde.map(String).join(', ');
  if (typeof waarde === 'object' && waarde !== null) return JSON.stringify(waarde);
  return tekstInWoorden(String(waarde));
}

/** A number that the API answered: what went well needs no word. */
const antwoordInWoorden = (status: number): string[] =>
  status < 400 ? [] : [`Lukte niet (code ${String(status)})`];

/** The particulars of a line, as `veld: waarde`; what is empty is left out. */
export const bijzonderheden = ({ inhoud }: Pick<Auditregel, 'inhoud'>): string[] =>
  Object.entries(inhoud)
    .filter(([, waarde]) => waarde !== null && waarde !== '')
    .flatMap(([veld, waarde]) =>
      veld === 'status' && typeof waarde === 'number'
        ? antwoordInWoorden(waarde)
        : [`${VELD_NAAM[veld] ?? veld}: ${waardeInWoorden(waarde)}`],
    );
