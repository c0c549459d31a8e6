import { datumInWoorden, lokaleTijd } from '@maatwerktraject/domain';
import { schrijfBrief, type BerichtTekst } from '../bericht/brief.tekst.js';

/** A role that was given, in a cohort or (null) without one. */
export interface Deel {
  readonly rol: 'adviseur' | 'onderzoeker' | 'beheerder';
  readonly cohort: string | null;
  /** Whether an onderzoeker sees the names of gemeenten too. */
  readonly metNamen: boolean;
  /** Until when, as ISO 8601; null: until it is taken away. */
  readonly vervaltOp: string | null;
}

/** All that the mail needs; names and addresses are only known at the moment of sending. */
export interface UitnodigingGegevens {
  readonly naam: string;
  readonly email: string;
  /** Who gave it; null when that person is no longer known. */
  readonly door: string | null;
  readonly delen: readonly Deel[];
  readonly oefen: boolean;
}

const ZONDER_COHORT: Readonly<Record<Deel['rol'], string>> = {
  adviseur: 'U hebt nu de rol adviseur. U kunt een cohort maken en gemeenten begeleiden.',
  onderzoeker: 'U hebt nu de rol onderzoeker. U ziet de resultaten van elk cohort waar u toegang toe krijgt.',
  beheerder: 'U hebt nu de rol beheerder. U regelt wie er met de website mag werken.',
};

const NAMEN =
  'U ziet ook de namen van de gemeenten. Gebruik die alleen voor uw onderzoek. Wij schrijven op wanneer u ze bekijkt.';

function deelInWoorden({ rol, cohort, metNamen, vervaltOp }: Deel): string {
  if (cohort === null) return ZONDER_COHORT[rol];
  if (rol === 'adviseur')
    return `U bent nu adviseur van het cohort "${cohort}". U begeleidt daar de gemeenten.`;
  return [
    `U bent nu onderzoeker bij het cohort "${cohort}". U ziet daar de resultaten.`,
    ...(metNamen ? [NAMEN] : []),
    ...(vervaltOp === null
      ? []
      : [`Deze toegang eindigt op ${datumInWoorden(lokaleTijd(Date.parse(vervaltOp)).datum)}.`]),
  ].join(' ');
}

/** The mail to who was let in. There is no secret in it: who reads it logs in with an account of his own. */
export const schrijfUitnodiging = (
  { naam, email, door, delen, oefen }: UitnodigingGegevens,
  publicUrl: string,
): BerichtTekst =>
  schrijfBrief({
    onderwerp: `${oefen ? '[Oefening] ' : ''}U kunt nu werken met het Maatwerktraject`,
    inhoud: [
      ...(oefen ? ['Dit is een oefening.'] : []),
      `Beste ${naam},`,
      door === null
        ? 'U hebt toegang gekregen tot de website van het Maatwerktraject.'
        : `${door} heeft u toegang gegeven tot de website van het Maatwerktraject.`,
      ...delen.map(deelInWoorden),
      `Meld u aan met het account van uw organisatie, met dit e-mailadres: ${email}. U hebt geen nieuw wachtwoord nodig.`,
    ],
    knop: 'Ga naar de website',
    link: `${publicUrl}/aanmelden`,
    onderaan: [
      'Bent u ook contactpersoon van een gemeente? Voor dat werk vraagt u op dezelfde pagina een link per mail.',
      'Verwacht u deze mail niet? Dan hoeft u niets te doen.',
    ],
  });
