import { datumInWoorden, lokaleTijd, type Agendabericht, type Toets } from '@maatwerktraject/domain';
import { schrijfBrief, type BerichtTekst } from '../bericht/brief.tekst.js';

interface Persoon {
  readonly naam: string;
  readonly email: string;
}

interface Gemeen {
  readonly aan: Persoon;
  readonly adviseur: Persoon;
  readonly cohort: string;
  readonly cohortId: string;
  readonly oefen: boolean;
}

export interface BijeenkomstGegevens extends Gemeen {
  readonly soort: Exclude<Agendabericht, 'voorwaarde'>;
  readonly bijeenkomstId: string;
  readonly volgnummer: number;
  /** Whether this person has heard of this meeting before. */
  readonly eerder: boolean;
  readonly onderwerp: string;
  readonly begintOp: Date;
  readonly eindigtOp: Date;
  readonly plaats: string;
  readonly link: string | null;
  /** Who leads it, when somebody was named. */
  readonly facilitator: string | null;
  /** Whether this is somebody of a gemeente. */
  readonly vanGemeente: boolean;
}

export interface VoorwaardeGegevens extends Gemeen {
  readonly soort: 'voorwaarde';
  readonly toets: Toets;
  readonly deel: number;
  readonly onder: number;
  /** Names of the gemeenten that are behind. */
  readonly achter: readonly string[];
  /** The stap or taak that was counted, by its title; of invitations the subject of the session. */
  readonly titel: string;
}

const OEFENING = 'Dit is een oefening.';

/** For example `dinsdag 2 maart 2027, van 10:00 tot 12:00 uur`. */
export function wanneer(begintOp: Date, eindigtOp: Date): string {
  const begin = lokaleTijd(begintOp.getTime());
  const eind = lokaleTijd(eindigtOp.getTime());
  const tot = begin.datum === eind.datum ? eind.tijd : `${datumInWoorden(eind.datum)}, ${eind.tijd}`;
  return `${datumInWoorden(begin.datum)}, van ${begin.tijd} tot ${tot} uur`;
}

const KOP: Readonly<Record<'nieuw' | Exclude<Agendabericht, 'voorwaarde' | 'uitnodiging'>, string>> = {
  nieuw: 'Uitnodiging',
  wijziging: 'Gewijzigd',
  afzegging: 'Afgezegd',
  herinnering: 'Herinnering',
};

const OPENING: typeof KOP = {
  nieuw: 'U bent uitgenodigd voor een groepssessie.',
  wijziging: 'Er is iets veranderd aan een groepssessie. Hieronder staat hoe het nu is.',
  afzegging: 'Deze groepssessie gaat voor u niet door. U hoeft niet te komen.',
  herinnering: 'U hebt binnenkort een groepssessie.',
};

/** What the mail is, as the reader sees it: a change of what he never heard of is an invitation, and one made anew a change. */
const wijze = ({ soort, eerder }: BijeenkomstGegevens): keyof typeof KOP => {
  if (soort === 'afzegging' || soort === 'herinnering') return soort;
  return eerder ? 'wijziging' : 'nieuw';
};

/** What, when and where, a line each; also the description in the calendar. */
export const inhoudVan = ({
  onderwerp,
  begintOp,
  eindigtOp,
  plaats,
  link,
  facilitator,
}: BijeenkomstGegevens): string[] => [
  `Onderwerp: ${onderwerp}`,
  `Wanneer: ${wanneer(begintOp, eindigtOp)}`,
  ...(plaats === '' ? [] : [`Waar: ${plaats}`]),
  ...(link === null ? [] : [`Online meedoen: ${link}`]),
  ...(facilitator === null ? [] : [`Wie leidt de sessie: ${facilitator}`]),
];

const AGENDA: typeof KOP = {
  nieuw:
    'De uitnodiging voor uw agenda zit bij deze mail. Kies daar of u komt. Uw antwoord gaat naar de adviseur.',
  wijziging: 'De nieuwe uitnodiging voor uw agenda zit bij deze mail. Kies daar of u komt.',
  afzegging:
    'Staat de sessie nog in uw agenda? Open dan het bestand bij deze mail. Of haal de sessie zelf weg.',
  herinnering: 'De sessie staat in uw agenda als u de uitnodiging hebt aangenomen.',
};

/** The mail to one guest about one meeting. */
export function schrijfBijeenkomst(gegevens: BijeenkomstGegevens, publicUrl: string): BerichtTekst {
  const { aan, adviseur, cohortId, oefen, vanGemeente, onderwerp, begintOp } = gegevens;
  const zo = wijze(gegevens);
  const dag = datumInWoorden(lokaleTijd(begintOp.getTime()).datum);
  return schrijfBrief({
    onderwerp: `${oefen ? '[Oefening] ' : ''}${KOP[zo]}: ${onderwerp}, ${dag}`,
    inhoud: [
      ...(oefen ? [OEFENING] : []),
      `Beste ${aan.naam},`,
      OPENING[zo],
      ...inhoudVan(gegevens),
      AGENDA[zo],
    ],
    knop: 'Bekijk uw bijeenkomsten',
    link: vanGemeente ? `${publicUrl}/mijn` : `${publicUrl}/cohorten/${cohortId}`,
    onderaan: [`Hebt u een vraag? Mail uw adviseur ${adviseur.naam}: ${adviseur.email}.`],
  });
}

const procent = (deel: number): string => `${String(Math.floor(deel * 100))}%`;

function uitslag({ toets, deel, onder, titel }: VoorwaardeGegevens): string {
  switch (toets.soort) {
    case 'deel-afgerond':
      return `${procent(deel)} van de gemeenten heeft stap ${titel} afgerond. U wilde het weten onder ${procent(onder)}.`;
    case 'deel-ingediend':
      return `${procent(deel)} van de gemeenten heeft de taak ${titel} ingediend. U wilde het weten onder ${procent(onder)}.`;
    case 'aanwezigen-minimaal':
      return `Voor de groepssessie ${titel} zijn ${String(deel)} gemeenten uitgenodigd. U wilde het weten onder ${String(onder)}.`;
  }
}

const ACHTER: Readonly<Record<Toets['soort'], string>> = {
  'deel-afgerond': 'Deze gemeenten zijn nog niet klaar',
  'deel-ingediend': 'Deze gemeenten hebben de taak nog niet ingediend',
  'aanwezigen-minimaal': 'Deze gemeenten zijn niet uitgenodigd',
};

/** The mail to the adviseur about a condition that was hit. */
export function schrijfVoorwaarde(gegevens: VoorwaardeGegevens, publicUrl: string): BerichtTekst {
  const { aan, cohort, cohortId, oefen, toets, achter } = gegevens;
  return schrijfBrief({
    onderwerp: `${oefen ? '[Oefening] ' : ''}Let op in cohort ${cohort}`,
    inhoud: [
      ...(oefen ? [OEFENING] : []),
      `Beste ${aan.naam},`,
      `U hebt voor het cohort "${cohort}" een voorwaarde ingesteld.`,
      uitslag(gegevens),
      ...(achter.length === 0 ? [] : [`${ACHTER[toets.soort]}: ${achter.join(', ')}.`]),
    ],
    knop: 'Bekijk het cohort',
    link: `${publicUrl}/cohorten/${cohortId}`,
    onderaan: [],
  });
}
