import type { MijnGegevens } from '../api/types.js';
import { momentKort } from '../ui/datum.js';
import { BERICHT_SOORT_NAAM, BERICHT_STATUS_NAAM, ROL_NAAM } from '../ui/woorden.js';
import { alsWoord, antwoordRegels } from './inhoud.view-model.js';
import { GEEN, gemeenteVan, nieuwsteEerst, rijen, woord, type GegevensSoort } from './soort.js';

const INVOER_NAAM: Readonly<Record<string, string>> = {
  antwoord: 'Taak',
  verslag: 'Verslag van een gesprek',
  toelichting: 'Toelichting bij de uitkomst',
};

/** A taak is `<traject>.<stap>.<taak>.<voor wie>`. */
function invoerNaam(soort: string, onderwerp: string): string {
  const [, stap, ...rest] = onderwerp.split('.');
  const waar = [stap, ...rest]
    .filter((deel) => deel !== undefined && deel !== '')
    .map((deel) => alsWoord(deel ?? ''));
  return soort === 'antwoord' && waar.length > 0 ? `Taak: ${waar.join(', ')}` : woord(INVOER_NAAM, soort);
}

/** What he sent in, the newest first. */
export const ingevuld = ({ invoer, contactpersonen }: MijnGegevens): GegevensSoort => ({
  id: 'ingevuld',
  titel: 'Wat u hebt ingevuld',
  uitleg: 'Bij een taak kunt u uw antwoorden ook lezen, met de vragen erbij.',
  koppen: ['Wanneer', 'Waarvan', 'Gemeente', 'Wat u invulde'],
  rijen: nieuwsteEerst(invoer).map(({ id, trajectId, soort, onderwerp, inhoud, op }) => ({
    id,
    cellen: [momentKort(op), invoerNaam(soort, onderwerp), gemeenteVan(contactpersonen, trajectId)],
    lijst: antwoordRegels(inhoud),
    ...(soort === 'antwoord' ? { taakId: onderwerp } : {}),
  })),
});

const ACCOUNTBERICHT_NAAM: Readonly<Record<string, string>> = {
  'passkey-toegevoegd': 'U hebt een passkey toegevoegd',
  'passkey-verwijderd': 'U hebt een passkey verwijderd',
  'passkeys-ingetrokken': 'De beheerder haalde uw passkeys weg',
  'adres-gewijzigd': 'De beheerder wijzigde uw e-mailadres',
};

interface Mail {
  readonly op: string;
  readonly wat: string;
  readonly status: string;
  readonly toelichting: string;
}

function mailsVan({
  berichten,
  uitnodigingen,
  toekenningen,
  accountberichten,
  aanmeldlinks,
}: MijnGegevens): Mail[] {
  const rolBij = (toekenningId: string | null): string => {
    if (toekenningId === null) return 'Uitnodiging als contactpersoon';
    const toekenning = toekenningen.find(({ id }) => id === toekenningId);
    if (!toekenning) return 'Uitnodiging';
    return `Uitnodiging als ${woord(ROL_NAAM, toekenning.rol)}${toekenning.cohort === null ? '' : ` bij ${toekenning.cohort}`}`;
  };
  return [
    ...berichten.map(({ op, soort, stap, status, toelichting }) => ({
      op,
      wat: `${woord(BERICHT_SOORT_NAAM, soort)} (${alsWoord(stap)})`,
      status,
      toelichting: toelichting ?? GEEN,
    })),
    ...uitnodigingen.map(({ toekenningId, gemaaktOp, status }) => ({
      op: gemaaktOp,
      wat: rolBij(toekenningId),
      status,
      toelichting: GEEN,
    })),
    ...accountberichten.map(({ soort, status, gevraagdOp }) => ({
      op: gevraagdOp,
      wat: woord(ACCOUNTBERICHT_NAAM, soort),
      status,
      toelichting: GEEN,
    })),
    ...aanmeldlinks.map(({ gevraagdOp, gebruiktOp, status }) => ({
      op: gevraagdOp,
      wat: 'Link om u aan te melden',
      status,
      toelichting: gebruiktOp === null ? 'Niet gebruikt' : `Gebruikt op ${momentKort(gebruiktOp)}`,
    })),
  ].sort((een, ander) => ander.op.localeCompare(een.op));
}

/** All mail to him, of whatever kind, in one list. */
export const mails = (gegevens: MijnGegevens): GegevensSoort => ({
  id: 'mails',
  titel: 'Mails aan u',
  uitleg: 'De tekst van een mail bewaren wij niet.',
  koppen: ['Wanneer', 'Waarover', 'Stand', 'Toelichting'],
  rijen: rijen(mailsVan(gegevens), ({ op, wat, status, toelichting }) => [
    momentKort(op),
    wat,
    woord(BERICHT_STATUS_NAAM, status),
    toelichting,
  ]),
});

/** Meetings to which he was invited, the newest first. */
export const bijeenkomsten = ({ bijeenkomsten: items }: MijnGegevens): GegevensSoort => ({
  id: 'bijeenkomsten',
  titel: 'Bijeenkomsten',
  koppen: ['Wanneer', 'Onderwerp', 'Als', 'Aanwezig', 'Mails aan u'],
  rijen: rijen(nieuwsteEerst(items), ({ begintOp, onderwerp, rol, aanwezig, berichten }) => [
    momentKort(begintOp),
    onderwerp,
    alsWoord(rol),
    alsWoord(aanwezig),
    String(berichten),
  ]),
});
