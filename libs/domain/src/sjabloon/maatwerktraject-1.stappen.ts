import {
  AANBEVELINGEN,
  ACTIESOORTEN,
  ASPECTEN,
  BELEIDSTERREINEN,
  JA_NEE,
  OORZAKEN,
  OPBRENGSTEN,
  PARTNERSOORTEN,
  SCHAAL,
  VOORTGANG,
} from './keuzelijsten.js';
import type { SjabloonTaak } from './sjabloon.js';
import type { EnkelVeld, Veld } from './veld.js';

const keuze = (sleutel: string, label: string, opties: typeof JA_NEE, verplicht = true): EnkelVeld => ({
  soort: 'keuze',
  sleutel,
  label,
  opties,
  verplicht,
});
const meerkeuze = (sleutel: string, label: string, opties: typeof JA_NEE, verplicht = true): EnkelVeld => ({
  soort: 'meerkeuze',
  sleutel,
  label,
  opties,
  verplicht,
});
const tekst = (sleutel: string, label: string, verplicht = true): EnkelVeld => ({
  soort: 'tekst',
  sleutel,
  label,
  verplicht,
  maxTekens: 200,
});
const langeTekst = (sleutel: string, label: string, verplicht = false): EnkelVeld => ({
  soort: 'lange-tekst',
  sleutel,
  label,
  verplicht,
});
const datum = (sleutel: string, label: string, verplicht = true): EnkelVeld => ({
  soort: 'datum',
  sleutel,
  label,
  verplicht,
});

const scores = (label: string, hulp: string, schaal = SCHAAL): Veld => ({
  soort: 'matrix',
  sleutel: 'scores',
  label,
  hulp,
  verplicht: true,
  rijen: BELEIDSTERREINEN,
  kolommen: ASPECTEN,
  schaal,
});

/** Who disagree do not "not know": the two must stay apart for research. */
const SCHAAL_SAMEN = [...SCHAAL, { waarde: 'oneens', label: 'Niet eens' }];

const eigenScan = [
  scores('Hoe staat het er nu voor?', 'Kijk vanuit uw eigen werk. Weet u het niet? Kies dan "Weet ik niet".'),
  langeTekst('opmerkingen', 'Wilt u iets toelichten?'),
];

export const STARTGEGEVENS: SjabloonTaak = {
  sleutel: 'startgegevens',
  titel: 'Startgegevens',
  uitleg: 'Vertel kort hoe uw gemeente begint. Zo weet uw adviseur waar u staat.',
  uitvoerders: ['hoofdcontact'],
  opentNaWerkdagen: 0,
  termijnWerkdagen: 10,
  minuten: { hoofdcontact: 15 },
  velden: [
    keuze('opdracht', 'Is er een formele opdracht van het bestuur?', JA_NEE),
    keuze('dekking', 'Is er geld voor dit traject?', JA_NEE),
    {
      soort: 'getal',
      sleutel: 'uren',
      label: 'Hoeveel uur per week is er voor basisvaardigheden?',
      min: 0,
      max: 40,
      eenheid: 'uur',
      verplicht: true,
    },
    keuze('taalnetwerk', 'Is er een taalnetwerk of een Taalhuis?', JA_NEE),
    keuze('lokaal_plan', 'Heeft uw gemeente een eigen plan voor basisvaardigheden?', JA_NEE),
    tekst('vervanger', 'Wie vervangt u als u er niet bent?', false),
    langeTekst('verwachting', 'Wat wilt u met het traject bereiken?', true),
  ],
};

export const SCAN: SjabloonTaak = {
  sleutel: 'scan',
  titel: 'Scan vanuit uw eigen werk',
  uitleg: 'U geeft per beleidsterrein aan hoeveel aandacht, steun, middelen en capaciteit er nu is.',
  uitvoerders: ['bestuur', 'beleid', 'uitvoering'],
  opentNaWerkdagen: 0,
  termijnWerkdagen: 25,
  minuten: { bestuur: 10, beleid: 25, uitvoering: 20 },
  velden: eigenScan,
};

export const SCAN_BESPREKEN: SjabloonTaak = {
  sleutel: 'scan_bespreken',
  titel: 'Scan samen bespreken',
  uitleg: 'Bespreek de scores met uw collega’s en uw adviseur. Leg vast waar u het samen over eens bent.',
  uitvoerders: ['hoofdcontact'],
  opentNaWerkdagen: 20,
  termijnWerkdagen: 38,
  minuten: { hoofdcontact: 60 },
  velden: [
    scores(
      'Welke score geeft u samen?',
      'Bent u het samen niet eens? Kies dan "Niet eens" en schrijf hieronder op waarover.',
      SCHAAL_SAMEN,
    ),
    tekst('deelnemers', 'Wie waren erbij?'),
    langeTekst('verschillen', 'Waarover verschilt u nog van mening?'),
  ],
};

export const WEGEN: SjabloonTaak = {
  sleutel: 'wegen',
  titel: 'Beleidsterreinen wegen',
  uitleg: 'Bepaal op welke beleidsterreinen u de meeste kans ziet.',
  uitvoerders: ['beleid'],
  opentNaWerkdagen: 0,
  termijnWerkdagen: 15,
  minuten: { beleid: 30 },
  velden: [
    {
      soort: 'matrix',
      sleutel: 'weging',
      label: 'Hoe sterk geldt dit per beleidsterrein?',
      verplicht: true,
      rijen: BELEIDSTERREINEN,
      schaal: SCHAAL,
      kolommen: [
        { waarde: 'kans', label: 'Kans op succes' },
        { waarde: 'urgentie', label: 'Urgentie' },
        { waarde: 'draagvlak', label: 'Draagvlak' },
        { waarde: 'aansluiting', label: 'Aansluiting bij bestaand beleid' },
      ],
    },
    langeTekst('redenen', 'Welke redenen geven de doorslag?', true),
  ],
};

export const KEUZE: SjabloonTaak = {
  sleutel: 'keuze',
  titel: 'Keuze vastleggen',
  uitleg: 'Leg vast met welke beleidsterreinen en afdelingen u verdergaat.',
  uitvoerders: ['hoofdcontact'],
  opentNaWerkdagen: 12,
  termijnWerkdagen: 28,
  minuten: { hoofdcontact: 20 },
  velden: [
    meerkeuze('beleidsterreinen', 'Met welke beleidsterreinen gaat u verder?', BELEIDSTERREINEN),
    tekst('afdelingen', 'Welke afdelingen doen mee?'),
    tekst('trekkers', 'Wie leidt het werk?'),
    keuze('akkoord_bestuur', 'Is het bestuur akkoord?', JA_NEE),
    datum('akkoord_op', 'Wanneer nam het bestuur dit besluit?', false),
  ],
};

export const FORMULEREN: SjabloonTaak = {
  sleutel: 'formuleren',
  titel: 'Verbeteracties formuleren',
  uitleg: 'Schrijf per gekozen beleidsterrein minstens één verbeteractie op. Maak de actie concreet.',
  uitvoerders: ['beleid'],
  opentNaWerkdagen: 0,
  termijnWerkdagen: 20,
  minuten: { beleid: 45 },
  velden: [
    {
      soort: 'lijst',
      sleutel: 'verbeteracties',
      label: 'Verbeteracties',
      itemNaam: 'verbeteractie',
      minimum: 1,
      maximum: 20,
      verplicht: true,
      velden: [
        langeTekst('wat', 'Wat gaat u doen?', true),
        keuze('beleidsterrein', 'Bij welk beleidsterrein hoort dit?', BELEIDSTERREINEN),
        keuze('soort', 'Wat voor actie is het?', ACTIESOORTEN),
        tekst('eigenaar', 'Wie is verantwoordelijk?'),
        datum('klaar_op', 'Wanneer is het klaar?'),
        keuze('oorzaak', 'Welke oorzaak pakt u aan?', OORZAKEN),
        keuze('aanbeveling', 'Welke aanbeveling volgt u?', AANBEVELINGEN),
      ],
    },
  ],
};

export const TOETS: SjabloonTaak = {
  sleutel: 'toets',
  titel: 'Toets door de uitvoering',
  uitleg: 'Kijk of de verbeteracties in de praktijk haalbaar zijn.',
  uitvoerders: ['uitvoering'],
  opentNaWerkdagen: 16,
  termijnWerkdagen: 24,
  minuten: { uitvoering: 10 },
  velden: [
    keuze('haalbaar', 'Zijn de verbeteracties haalbaar?', JA_NEE),
    langeTekst('nodig', 'Wat is er nodig om ze te laten slagen?'),
  ],
};

export const VASTSTELLEN: SjabloonTaak = {
  sleutel: 'vaststellen',
  titel: 'Plan vaststellen',
  uitleg: 'Het bestuur besluit over de verbeteracties.',
  uitvoerders: ['bestuur'],
  opentNaWerkdagen: 20,
  termijnWerkdagen: 28,
  minuten: { bestuur: 10 },
  velden: [
    keuze('besluit', 'Stelt het bestuur het plan vast?', JA_NEE),
    keuze('dekking', 'Is er geld voor het hele plan?', JA_NEE),
    langeTekst('toelichting', 'Wilt u iets toelichten?'),
  ],
};

export const PARTNERS: SjabloonTaak = {
  sleutel: 'partners',
  titel: 'Partners benaderen',
  uitleg: 'Noteer met welke organisaties u samenwerkt aan de verbeteracties.',
  uitvoerders: ['hoofdcontact'],
  opentNaWerkdagen: 0,
  termijnWerkdagen: 30,
  minuten: { hoofdcontact: 20 },
  velden: [
    {
      soort: 'lijst',
      sleutel: 'partners',
      label: 'Partners',
      itemNaam: 'partner',
      minimum: 1,
      maximum: 40,
      verplicht: true,
      velden: [
        tekst('naam', 'Naam van de organisatie'),
        keuze('soort', 'Wat voor organisatie is het?', PARTNERSOORTEN),
        keuze('nieuw', 'Is het een nieuwe partner?', JA_NEE),
        tekst('rol', 'Wat doet deze partner?', false),
      ],
    },
  ],
};

const voortgang = (nummer: number, opentNaWerkdagen: number, termijnWerkdagen: number): SjabloonTaak => ({
  sleutel: `voortgang_${String(nummer)}`,
  titel: `Voortgang ${String(nummer)}`,
  uitleg: 'Laat zien hoe het met de verbeteracties gaat. Een paar regels is genoeg.',
  uitvoerders: ['beleid'],
  opentNaWerkdagen,
  termijnWerkdagen,
  minuten: { beleid: 10 },
  velden: [
    keuze('stand', 'Hoe staat het met de verbeteracties als geheel?', VOORTGANG),
    langeTekst('gedaan', 'Wat is er gedaan?', true),
    meerkeuze('obstakels', 'Wat gaat moeilijk?', OORZAKEN, false),
    langeTekst('bewijs', 'Waaraan ziet u dat er iets verandert?'),
  ],
});

export const VOORTGANGEN = [voortgang(1, 15, 25), voortgang(2, 40, 50), voortgang(3, 65, 75)];

export const EINDSCAN: SjabloonTaak = {
  ...SCAN,
  sleutel: 'eindscan',
  titel: 'Eindscan vanuit uw eigen werk',
  termijnWerkdagen: 10,
  uitleg: 'U geeft nog een keer aan hoe het er nu voor staat. Zo zien we wat er is veranderd.',
};

export const VERANDERD: SjabloonTaak = {
  sleutel: 'veranderd',
  titel: 'Wat is er veranderd',
  uitleg: 'Vertel wat het traject heeft opgeleverd en wie ermee verdergaat.',
  uitvoerders: ['hoofdcontact'],
  opentNaWerkdagen: 3,
  termijnWerkdagen: 15,
  minuten: { hoofdcontact: 30 },
  velden: [
    meerkeuze('opbrengsten', 'Wat heeft het traject opgeleverd?', OPBRENGSTEN, false),
    keuze('werkinstructie', 'Zijn werkinstructies van medewerkers aangepast?', JA_NEE),
    keuze('getraind', 'Zijn medewerkers op andere beleidsterreinen getraind?', JA_NEE),
    langeTekst('bewijs', 'Waaruit blijkt dat?', true),
    langeTekst('vervolg', 'Wat blijft er te doen, en wie gaat ermee verder?', true),
  ],
};

export const TERUGBLIK: SjabloonTaak = {
  sleutel: 'terugblik',
  titel: 'Terugblik op het traject',
  uitleg: 'Help ons het traject beter te maken. Vertel wat werkte en wat niet.',
  uitvoerders: ['bestuur', 'beleid', 'uitvoering', 'adviseur'],
  opentNaWerkdagen: 8,
  termijnWerkdagen: 20,
  minuten: { bestuur: 10, beleid: 10, uitvoering: 10, adviseur: 10 },
  velden: [
    {
      soort: 'getal',
      sleutel: 'cijfer',
      label: 'Welk cijfer geeft u het traject?',
      min: 1,
      max: 10,
      verplicht: true,
    },
    langeTekst('werkte', 'Wat werkte goed?', true),
    langeTekst('beter', 'Wat kan beter?'),
  ],
};
