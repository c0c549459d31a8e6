import { RECHTEN_VAN_DIENST } from '@maatwerktraject/domain';
import type { Fout, NieuwDiensttoken, Recht } from '../api/types.js';

/** What a permission lets a service do. */
export const RECHT_NAAM: Readonly<Record<Recht, string>> = {
  ik: 'Opvragen wie de dienst is en wat hij mag',
  'sjablonen.lezen': 'Sjablonen lezen',
  'sjablonen.beheren': 'Nieuwe versies van sjablonen maken en publiceren',
  'gemeenten.lezen': 'De lijst met gemeenten lezen',
  'cohorten.lezen': 'Cohorten lezen',
  'cohorten.beheren': 'Cohorten maken, starten en de oefenklok zetten',
  'deelnemers.lezen': 'Deelnemers en hun contactpersonen lezen',
  'deelnemers.beheren': 'Deelnemers toevoegen en weghalen',
  'trajecten.lezen': 'Trajecten lezen',
  'trajecten.begeleiden': 'Stappen goedkeuren, gesprekken en uitkomsten vastleggen',
  'taken.lezen': 'Taken en antwoorden lezen',
  'contactpersonen.beheren': 'Contactpersonen en vervangers van trajecten wijzigen',
  'taken.invullen': 'Taken invullen en indienen',
  'logboek.lezen': 'Gebeurtenissen en mails van trajecten lezen',
  'resultaten.lezen': 'Resultaten lezen',
  'export.lezen': 'De export ophalen',
  'bijeenkomsten.lezen': 'Groepssessies lezen',
  'bijeenkomsten.plannen': 'Groepssessies plannen en voorwaarden zetten',
  'bijeenkomsten.leiden': 'Groepssessies wijzigen en aanwezigheid vastleggen',
  'gebeurtenissen.lezen': 'Gebeurtenissen volgen',
  'webhooks.beheren': 'Webhooks regelen: waar gebeurtenissen heen gaan',
  'retourmeldingen.melden': 'Melden dat een mail niet is aangekomen',
  'toegang.beheren': 'Toegang tot cohorten geven en intrekken',
  'accounts.beheren': 'Accounts beheren',
  'inzage.vragen': 'Inzage vragen',
  'audit.lezen': 'Het logboek lezen',
};

export type TokenRol = NieuwDiensttoken['rol'];

/** The permissions that a token in this role can have. */
export const rechtenVan = (rol: TokenRol): readonly Recht[] => RECHTEN_VAN_DIENST[rol];

/** The form as it stands. */
export interface TokenInvoer {
  readonly naam: string;
  readonly rol: TokenRol;
  readonly rechten: readonly Recht[];
  readonly geldigDagen: string;
}

export const LEEG_TOKEN: TokenInvoer = { naam: '', rol: 'onderzoeker', rechten: [], geldigDagen: '90' };

/** Another role keeps the permissions that it has as well. */
export const metRol = (invoer: TokenInvoer, rol: TokenRol): TokenInvoer => ({
  ...invoer,
  rol,
  rechten: invoer.rechten.filter((recht) => rechtenVan(rol).includes(recht)),
});

const dagen = (tekst: string): number => (/^\d{1,3}$/.test(tekst.trim()) ? Number(tekst) : 0);

export function foutenInToken({ naam, rechten, geldigDagen }: TokenInvoer): Fout[] {
  const fouten: Fout[] = [];
  if (naam.trim() === '') fouten.push({ pad: 'naam', zin: 'Vul in waarvoor dit token is.' });
  if (rechten.length === 0) fouten.push({ pad: 'rechten', zin: 'Kies ten minste één recht.' });
  const aantal = dagen(geldigDagen);
  if (aantal < 1 || aantal > 365)
    fouten.push({ pad: 'geldigDagen', zin: 'Vul een aantal dagen in van 1 tot en met 365.' });
  return fouten;
}

export const tokenVerzoek = ({ naam, rol, rechten, geldigDagen }: TokenInvoer): NieuwDiensttoken => ({
  naam: naam.trim(),
  rol,
  rechten: [...rechten],
  geldigDagen: dagen(geldigDagen),
});
