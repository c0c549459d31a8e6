import { schrijfBrief, type BerichtTekst } from './brief.tekst.js';
import { kennismakingInWoorden, type Kennismaking } from './kennismaking.tekst.js';
import { datumInWoorden, lokaleTijd, type Berichtsoort, type Datum } from '@maatwerktraject/domain';

/** All that the text of a mail can need. Names and addresses are only known here, at the moment of sending. */
export interface BerichtGegevens {
  readonly soort: Berichtsoort;
  readonly ontvanger: string;
  readonly gemeente: string;
  /** How the traject is called in a sentence. */
  readonly sjabloon: string;
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
  /** What is open for this person, earliest first; only filled for a weekoverzicht. */
  readonly openTaken?: readonly OpenTaak[];
}

export interface OpenTaak {
  readonly titel: string;
  readonly minuten: number | null;
  readonly vervaltOp: Datum;
  readonly link: string;
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

function taakRegel({ titel, minuten, vervaltOp, link }: OpenTaak, vandaag: Datum): string {
  const tijd = minuten === null ? '' : ` (${String(minuten)} minuten)`;
  const wanneer =
    vervaltOp < vandaag
      ? `Moest klaar zijn op ${datumInWoorden(vervaltOp)}.`
      : `Graag klaar op ${datumInWoorden(vervaltOp)}.`;
  return `${titel}${tijd}. ${wanneer} ${link}`;
}

/** All that is open for one person, in one mail. */
function weekoverzicht(g: BerichtGegevens): Opbouw {
  const taken = g.openTaken ?? [];
  const minuten = taken.reduce((som, taak) => som + (taak.minuten ?? 0), 0);
  const aantal = taken.length === 1 ? '1 taak' : `${String(taken.length)} taken`;
  return {
    onderwerp: `Uw week: ${aantal} open`,
    alineas: [
      ...(g.kennismaking ? kennismakingInWoorden(g.gemeente, g.kennismaking) : []),
      waar(g),
      `U hebt ${aantal} open.${minuten > 0 ? ` Samen kost dat ongeveer ${String(minuten)} minuten.` : ''}`,
      ...taken.map((taak) => taakRegel(taak, lokaleTijd(g.op).datum)),
      'U krijgt dit overzicht één keer per week. Liever een mail per taak? Dat kunt u bij uw traject kiezen.',
    ],
    knop: 'Bekijk uw taken',
  };
}

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
    case 'escalatie-leider':
      return {
        onderwerp: `${g.gemeente} is al lang te laat met: ${g.titel}`,
        alineas: [
          waar(g),
          `De taak "${g.titel}" is nog steeds niet klaar.${g.vervaltOp === null ? '' : ` De taak moest op ${datumInWoorden(g.vervaltOp)} klaar zijn.`}`,
          `De adviseur weet ervan: ${g.adviseur}. Bespreek samen wat deze gemeente nodig heeft.`,
        ],
        knop: 'Bekijk het traject',
      };
    case 'akkoord-gevraagd':
    case 'akkoord-gevraagd-na':
      return {
        onderwerp:
          g.soort === 'akkoord-gevraagd'
            ? `Uw akkoord is nodig: ${g.titel}`
            : `Uw akkoord is nog nodig: ${g.titel}`,
        alineas: [
          waar(g),
          `De taak "${g.titel}" is ingevuld. Lees het antwoord en geef uw akkoord.`,
          'Bent u het er niet mee eens? Stuur de taak dan terug en schrijf erbij wat er anders moet.',
        ],
        knop: 'Lees en geef akkoord',
      };
    case 'taak-teruggestuurd':
      return {
        onderwerp: `Graag aanvullen: ${g.titel}`,
        alineas: [
          `De taak "${g.titel}" is naar u teruggestuurd. Bij de taak staat wat er nog nodig is.`,
          'Wat u al had ingevuld, is bewaard.',
          ...(g.vervaltOp === null ? [] : [`Graag klaar op ${datumInWoorden(g.vervaltOp)}.`]),
        ],
        knop: 'Ga naar de taak',
      };
    case 'weekoverzicht':
      return weekoverzicht(g);
    case 'traject-gepauzeerd':
      return {
        onderwerp: `Het traject van ${g.gemeente} is gepauzeerd`,
        alineas: [
          'Het traject staat stil. U hoeft nu niets te doen en krijgt geen herinneringen.',
          'Gaat het traject weer verder? Dan krijgt u daarover een mail. De dagen die u nog had, houdt u.',
        ],
        knop: 'Bekijk het traject',
      };
    case 'traject-hervat':
      return {
        onderwerp: `Het traject van ${g.gemeente} gaat weer verder`,
        alineas: [
          waar(g),
          'Het traject gaat weer verder. De einddagen van uw taken zijn opgeschoven. In het overzicht ziet u de nieuwe dagen.',
        ],
        knop: 'Bekijk de nieuwe dagen',
      };
    case 'traject-teruggetrokken':
      return {
        onderwerp: `${g.gemeente} is gestopt met het traject`,
        alineas: [
          'Het traject is gestopt. U hoeft niets meer te doen en krijgt geen herinneringen meer.',
          'Klopt dit niet? Neem dan contact op met uw adviseur.',
        ],
        knop: 'Bekijk het overzicht',
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
    team: g.sjabloon,
    onderaan: g.aanAdviseur ? [] : [`Vragen? Mail uw adviseur: ${g.adviseur}.`],
  });
}
