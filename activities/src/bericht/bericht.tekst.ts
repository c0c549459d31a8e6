import { schrijfBrief, type BerichtTekst } from './brief.tekst.js';
import { kennismakingInWoorden, type Kennismaking } from './kennismaking.tekst.js';
import { datumInWoorden, lokaleTijd, type Berichtsoort, type Datum } from '@maatwerktraject/domain';

/** All that the text of a mail can need. Names and addresses are only known here, at the moment of sending. */
export interface BerichtGegevens {
  readonly soort: Berichtsoort;
  readonly ontvanger: string;
  readonly gemeente: string;
  readonly stapNummer: number;
  readonly aantalStappen: number;
  readonly stapTitel: string;
  /** Title of the taak or of the conversation; the stap's own where it is about neither. */
  readonly titel: string;
  readonly uitleg: string;
  readonly minuten: number | null;
  readonly vervaltOp: Datum | null;
  readonly link: string;
  /** Name and address. */
  readonly adviseur: string;
  /** Whether it goes to who guides the traject or leads the cohort. */
  readonly aanAdviseur: boolean;
  /** For whom the reader stands in; null for his own mail. */
  readonly namens: string | null;
  readonly oefen: boolean;
  /** For whom this is the first mail about the traject; null for everyone else. */
  readonly kennismaking: Kennismaking | null;
  /** The domain's time of the mail, ms. */
  readonly op: number;
}

interface Opbouw {
  readonly onderwerp: string;
  readonly alineas: readonly string[];
  readonly knop: string;
}

function overDeTaak(g: BerichtGegevens): string[] {
  const tijd = g.minuten === null ? [] : [`Het kost u ongeveer ${String(g.minuten)} minuten.`];
  const wanneer = g.vervaltOp === null ? [] : [wensOfFeit(g.soort, datumInWoorden(g.vervaltOp))];
  return [g.uitleg, [...tijd, ...wanneer].join(' ')];
}

/** Before and on the due day it is a wish, after it a fact. */
const wensOfFeit = (soort: Berichtsoort, dag: string): string =>
  soort === 'herinnering-na' ? `De taak moest op ${dag} klaar zijn.` : `Graag klaar op ${dag}.`;

/** The stap that a mail is about; a conversation may belong to one that is over. */
const waar = (g: BerichtGegevens): string =>
  `${g.gemeente} is nu bij stap ${String(g.stapNummer)} van ${String(g.aantalStappen)}: ${g.stapTitel}.`;

function opbouw(g: BerichtGegevens): Opbouw {
  switch (g.soort) {
    case 'taak-geopend':
      return {
        onderwerp: `Nieuwe taak: ${g.titel}`,
        alineas: [
          ...(g.kennismaking ? kennismakingInWoorden(g.gemeente, g.kennismaking) : []),
          waar(g),
          `Er staat een taak voor u klaar: ${g.titel}.`,
          ...overDeTaak(g),
        ],
        knop: 'Ga naar de taak',
      };
    case 'herinnering-voor':
      return {
        onderwerp: `Herinnering: ${g.titel}`,
        alineas: [`Binnenkort verwachten we uw antwoord op "${g.titel}".`, ...overDeTaak(g)],
        knop: 'Ga naar de taak',
      };
    case 'herinnering-op':
      return {
        onderwerp: `Vandaag graag klaar: ${g.titel}`,
        alineas: [`Vandaag verwachten we uw antwoord op "${g.titel}".`, ...overDeTaak(g)],
        knop: 'Ga naar de taak',
      };
    case 'herinnering-na':
      return {
        onderwerp: `Nog niet klaar: ${g.titel}`,
        alineas: [
          `We hebben uw antwoord op "${g.titel}" nog niet gekregen.`,
          ...overDeTaak(g),
          ...(g.aanAdviseur
            ? []
            : ['Lukt het niet? Laat het uw adviseur weten. Dan kijkt u samen wat wel kan.']),
        ],
        knop: 'Ga naar de taak',
      };
    case 'escalatie':
      return {
        onderwerp: `${g.gemeente} is te laat met: ${g.titel}`,
        alineas: [
          waar(g),
          `De taak "${g.titel}" is nog niet klaar.${g.vervaltOp === null ? '' : ` De taak moest op ${datumInWoorden(g.vervaltOp)} klaar zijn.`}`,
          'De gemeente heeft herinneringen gekregen. Neem zelf contact op en vraag wat er nodig is.',
        ],
        knop: 'Bekijk het traject',
      };
    case 'check-in-week':
      return {
        onderwerp: `Deze week: ${g.titel} met ${g.gemeente}`,
        alineas: [
          `In deze week hoort het gesprek "${g.titel}" met ${g.gemeente}. Het gaat over stap ${String(g.stapNummer)}: ${g.stapTitel}.`,
          'Leg na afloop vast wat u hebt besproken.',
        ],
        knop: 'Leg het gesprek vast',
      };
    case 'stap-ingeleverd':
      return {
        onderwerp: `${g.gemeente} is klaar met stap ${String(g.stapNummer)}`,
        alineas: [waar(g), 'Alle taken van deze stap zijn gedaan. Kijk ze na en keur de stap goed.'],
        knop: 'Bekijk en keur goed',
      };
    case 'akkoord-herinnering':
      return {
        onderwerp: `${g.gemeente} wacht op uw akkoord`,
        alineas: [
          waar(g),
          'Alle taken van deze stap zijn gedaan, maar de stap is nog niet goedgekeurd. De volgende stap wacht daarop.',
        ],
        knop: 'Bekijk en keur goed',
      };
    case 'traject-afgerond':
      return {
        onderwerp: `Het traject van ${g.gemeente} is afgerond`,
        alineas: [
          `Alle ${String(g.aantalStappen)} stappen van het traject zijn klaar. Dank voor uw werk.`,
          'In het overzicht ziet u terug wat er is gedaan.',
        ],
        knop: 'Bekijk het overzicht',
      };
  }
}

/** The subject and both bodies of a mail about a traject. */
export function schrijfBericht(g: BerichtGegevens): BerichtTekst {
  const { onderwerp, alineas, knop } = opbouw(g);
  const oefening = g.oefen
    ? [`Dit is een oefening. Op de oefenklok is het ${datumInWoorden(lokaleTijd(g.op).datum)}.`]
    : [];
  const vervanging = g.namens === null ? [] : [`U krijgt deze mail omdat u nu ${g.namens} vervangt.`];
  return schrijfBrief({
    onderwerp: g.oefen ? `[Oefening] ${onderwerp}` : onderwerp,
    inhoud: [
      ...oefening,
      `Beste ${g.ontvanger},`,
      ...vervanging,
      ...alineas.filter((alinea) => alinea !== ''),
    ],
    knop,
    link: g.link,
    onderaan: g.aanAdviseur ? [] : [`Vragen? Mail uw adviseur: ${g.adviseur}.`],
  });
}
