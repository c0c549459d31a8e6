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
  /** Whether the adviseur is the one who gets it. */
  readonly aanAdviseur: boolean;
  readonly oefen: boolean;
  /** The domain's time of the mail, ms. */
  readonly op: number;
}

export interface BerichtTekst {
  readonly onderwerp: string;
  readonly tekst: string;
  readonly html: string;
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
        alineas: [waar(g), `Er staat een taak voor u klaar: ${g.titel}.`, ...overDeTaak(g)],
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

const OPMAAK: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const veilig = (tekst: string): string => tekst.replace(/[&<>"']/g, (teken) => OPMAAK[teken] ?? teken);

/** Header values are one line. */
const eenRegel = (tekst: string): string => tekst.replace(/\s+/g, ' ').trim();

/** The subject and both bodies of a mail; what a person typed is made safe for HTML. */
export function schrijfBericht(g: BerichtGegevens): BerichtTekst {
  const { onderwerp, alineas, knop } = opbouw(g);
  const oefening = g.oefen
    ? [`Dit is een oefening. Op de oefenklok is het ${datumInWoorden(lokaleTijd(g.op).datum)}.`]
    : [];
  const vragen = g.aanAdviseur ? [] : [`Vragen? Mail uw adviseur: ${g.adviseur}.`];
  const inhoud = [...oefening, `Beste ${g.ontvanger},`, ...alineas.filter((alinea) => alinea !== '')];
  const groet = `Met vriendelijke groet,\nhet team van het Maatwerktraject`;
  const paginas = inhoud.map((alinea) => `<p>${veilig(alinea)}</p>`).join('\n');
  const onderaan = vragen.map((alinea) => `<p>${veilig(alinea)}</p>\n`).join('');
  const html = `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><title>${veilig(onderwerp)}</title></head>
<body style="font-family: Arial, sans-serif; font-size: 16px; line-height: 1.5; color: #1a1a1a; max-width: 36em">
${paginas}
<p><a href="${veilig(g.link)}" style="display: inline-block; background: #0b4f8a; color: #ffffff; padding: 12px 20px; text-decoration: none">${veilig(knop)}</a></p>
<p>Werkt de knop niet? Kopieer dan dit adres: ${veilig(g.link)}</p>
${onderaan}<p>${veilig(groet).replace('\n', '<br>')}</p>
</body>
</html>
`;
  return {
    onderwerp: eenRegel(g.oefen ? `[Oefening] ${onderwerp}` : onderwerp),
    tekst: `${[...inhoud, `${knop}:\n${g.link}`, ...vragen, groet].join('\n\n')}\n`,
    html,
  };
}
