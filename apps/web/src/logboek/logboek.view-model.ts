import {
  HANDELINGEN,
  instantVan,
  isDatum,
  isHandeling,
  plusDagen,
  SOORT_VAN_VELD,
} from '@maatwerktraject/domain';
import type { AuditVraag } from '../api/beheer.vragen.js';
import type { Auditregel } from '../api/types.js';
import { RECHT_NAAM } from '../account/rechten.view-model.js';
import { momentKort } from '../ui/datum.js';
import { HANDELING_NAAM } from './handeling.woorden.js';
import { OPGERUIMD, VELD_NAAM, WAARDE_NAAM } from './inhoud.woorden.js';
import { isOperatie, OPERATIE_NAAM } from './operatie.woorden.js';

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
  passkey: 'Passkey',
  webhook: 'Webhook',
  bewaren: 'Uitvoering',
};

/** What names are known by, in a line: `cohort/<id>`. */
type Namen = Auditregel['namen'];

/** `….inventariseren.scan.beleid`: which taak it is, by whom. The traject in front of it has a name of its own. */
function taakInWoorden(id: string): string {
  const [, stap, taak, uitvoerder] = id.split('.').map((deel) => deel.replaceAll(/[-_]/g, ' '));
  return [taak, uitvoerder && `door ${uitvoerder}`, stap && `stap ${stap}`].filter(Boolean).join(', ');
}

/** By its name; what has none, or is gone, by the part of its ID that tells it apart. */
function metNaam(soort: string, id: string, namen: Namen): string {
  const naam = namen[`${soort}/${id}`];
  if (soort === 'taak' && id.includes('.'))
    return [taakInWoorden(id), naam].filter((deel) => deel !== undefined && deel !== '').join(', ');
  return naam ?? id.slice(0, 8);
}

/** `account/6f1f1d6e-…` in words. */
export function onderwerpInWoorden(onderwerp: string | null, namen: Namen = {}): string {
  if (onderwerp === null) return '–';
  const [soort = '', id = ''] = onderwerp.split('/');
  return `${SOORT_NAAM[soort] ?? soort} ${metNaam(soort, id, namen)}`.trim();
}

/** The ID in a subject of this kind; null when it is of another. */
export const onderwerpVanSoort = (onderwerp: string | null, soort: string): string | null =>
  onderwerp?.startsWith(`${soort}/`) === true ? onderwerp.slice(soort.length + 1) : null;

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const TIJDSTIP = /^\d{4}-\d\d-\d\dT/;

function tekstInWoorden(tekst: string): string {
  if (UUID.test(tekst)) return tekst.slice(0, 8);
  if (TIJDSTIP.test(tekst)) return momentKort(tekst);
  if (isOperatie(tekst)) return OPERATIE_NAAM[tekst];
  if (tekst in RECHT_NAAM) return RECHT_NAAM[tekst as keyof typeof RECHT_NAAM].toLowerCase();
  return WAARDE_NAAM[tekst] ?? handelingInWoorden(tekst);
}

function waardeInWoorden(veld: string, waarde: unknown, namen: Namen): string {
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  if (Array.isArray(waarde))
    return waarde.length === 0 ? 'geen' : waarde.map((een) => tekstInWoorden(String(een))).join(', ');
  if (typeof waarde === 'object' && waarde !== null) return JSON.stringify(waarde);
  const tekst = String(waarde);
  const soort = SOORT_VAN_VELD[veld];
  if (soort !== undefined) return metNaam(soort, tekst, namen);
  return /^[a-z]+\/[0-9a-f-]{36}/.test(tekst) ? onderwerpInWoorden(tekst, namen) : tekstInWoorden(tekst);
}

/** A number that the API answered: what went well needs no word. */
const antwoordInWoorden = (status: number): string[] =>
  status < 400 ? [] : [`Lukte niet (code ${String(status)})`];

/** What a night removed, and which rules failed; a rule that had nothing to remove is left out. */
function opgeruimdInWoorden({ geteld, mislukt }: Auditregel['inhoud']): string[] {
  const aantallen = Object.entries<unknown>(typeof geteld === 'object' ? { ...geteld } : {})
    .filter(([, aantal]) => aantal !== 0)
    .map(([regel, aantal]) => `${OPGERUIMD[regel] ?? regel}: ${String(aantal)}`);
  const fouten = (Array.isArray(mislukt) ? mislukt : [])
    .map(String)
    .map((regel) => OPGERUIMD[regel] ?? regel);
  if (fouten.length > 0) return [...aantallen, `lukte niet: ${fouten.join(', ')}`];
  return aantallen.length === 0 ? ['er was niets om op te ruimen'] : aantallen;
}

/** The particulars of a line, as `veld: waarde`; what is empty is left out. */
export function bijzonderheden({
  handeling,
  inhoud,
  namen = {},
}: Pick<Auditregel, 'handeling' | 'inhoud'> & Partial<Pick<Auditregel, 'namen'>>): string[] {
  if (handeling === 'bewaren') return opgeruimdInWoorden(inhoud);
  return Object.entries(inhoud)
    .filter(([, waarde]) => waarde !== null && waarde !== '')
    .flatMap(([veld, waarde]) =>
      veld === 'status' && typeof waarde === 'number'
        ? antwoordInWoorden(waarde)
        : [`${VELD_NAAM[veld] ?? veld}: ${waardeInWoorden(veld, waarde, namen)}`],
    );
}
