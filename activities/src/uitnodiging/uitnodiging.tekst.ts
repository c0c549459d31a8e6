import { datumInWoorden, lokaleTijd, type Niveau } from '@maatwerktraject/domain';
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

/** Somebody who was named as contactpersoon of a gemeente whose traject runs. */
export interface Contactdeel {
  readonly rol: 'gemeente';
  readonly gemeente: string;
  readonly niveau: Niveau;
}

/** All that the mail needs; names and addresses are only known at the moment of sending. */
export interface UitnodigingGegevens {
  readonly naam: string;
  readonly email: string;
  /** Who gave it; null when that person is no longer known. */
  readonly door: string | null;
  /** One who is a contactpersoon, or what was given to somebody at once. */
  readonly delen: readonly [Contactdeel] | readonly Deel[];
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

const voorWie = ({ oefen }: UitnodigingGegevens, onderwerp: string): string =>
  `${oefen ? '[Oefening] ' : ''}${onderwerp}`;
const vooraf = ({ oefen, naam }: UitnodigingGegevens): string[] => [
  ...(oefen ? ['Dit is een oefening.'] : []),
  `Beste ${naam},`,
];

const schrijfToegang = (
  gegevens: UitnodigingGegevens,
  delen: readonly Deel[],
  publicUrl: string,
): BerichtTekst =>
  schrijfBrief({
    onderwerp: voorWie(gegevens, 'U kunt nu werken met het Maatwerktraject'),
    inhoud: [
      ...vooraf(gegevens),
      gegevens.door === null
        ? 'U hebt toegang gekregen tot de website van het Maatwerktraject.'
        : `${gegevens.door} heeft u toegang gegeven tot de website van het Maatwerktraject.`,
      ...delen.map(deelInWoorden),
      `Meld u aan met het account van uw organisatie, met dit e-mailadres: ${gegevens.email}. U hebt geen nieuw wachtwoord nodig.`,
    ],
    knop: 'Ga naar de website',
    link: `${publicUrl}/aanmelden`,
    onderaan: [
      'Bent u ook contactpersoon van een gemeente? Voor dat werk vraagt u op dezelfde pagina een link per mail.',
      'Verwacht u deze mail niet? Dan hoeft u niets te doen.',
    ],
  });

const schrijfContact = (
  gegevens: UitnodigingGegevens,
  { gemeente, niveau }: Contactdeel,
  publicUrl: string,
): BerichtTekst =>
  schrijfBrief({
    onderwerp: voorWie(gegevens, `U bent contactpersoon van ${gemeente}`),
    inhoud: [
      ...vooraf(gegevens),
      gegevens.door === null
        ? `U bent nu contactpersoon van ${gemeente} voor het Maatwerktraject.`
        : `${gegevens.door} heeft u opgegeven als contactpersoon van ${gemeente} voor het Maatwerktraject.`,
      `In dit traject geeft ${gemeente} taal, rekenen en digitale vaardigheden een vaste plek in het beleid en in het werk met inwoners. U doet de taken voor het niveau ${niveau}. Het traject loopt al: misschien staat er nu iets voor u open.`,
      `Vraag op de website een link om u aan te melden. Vul dit e-mailadres in: ${gegevens.email}. U hebt geen wachtwoord nodig.`,
    ],
    knop: 'Ga naar de website',
    link: `${publicUrl}/aanmelden`,
    onderaan: ['Verwacht u deze mail niet? Dan hoeft u niets te doen.'],
  });

const isContact = (delen: UitnodigingGegevens['delen']): delen is readonly [Contactdeel] =>
  delen.some(({ rol }) => rol === 'gemeente');

/** The mail to who was let in. There is no secret in it: who reads it logs in with an account or a mailbox of his own. */
export const schrijfUitnodiging = (gegevens: UitnodigingGegevens, publicUrl: string): BerichtTekst =>
  isContact(gegevens.delen)
    ? schrijfContact(gegevens, gegevens.delen[0], publicUrl)
    : schrijfToegang(gegevens, gegevens.delen, publicUrl);
