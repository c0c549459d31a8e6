import type { Sjabloon, SjabloonThema } from './sjabloon.js';
import * as taken from './sturen-op-kwaliteit-1.stappen.js';

const thema = (
  sleutel: string,
  titel: string,
  uitleg: string,
  stappen?: readonly string[],
): SjabloonThema => ({
  sleutel,
  titel,
  uitleg,
  ...(stappen && { stappen }),
});

/** Subjects of source 000 that a gemeente may go into besides: an adviseur adds one as an extra taak. */
const THEMAS: readonly SjabloonThema[] = [
  thema(
    'starterskit',
    'Beginnen als u nieuw bent',
    'Schrijf op wie u de weg kan wijzen, wat uw voorganger heeft achtergelaten en wat u nog niet weet.',
    ['beleidskader'],
  ),
  thema(
    'samenwerking',
    'Samenwerking',
    'Schrijf op met wie u samenwerkt, wat u hebt afgesproken en wie u nog mist.',
  ),
  thema(
    'non_formele_educatie',
    'Docenten en vrijwilligers',
    'Schrijf op wie de lessen geeft, hoe zij zijn opgeleid en wie hen begeleidt.',
    ['kwaliteitskader', 'selectie_aanbieders'],
  ),
  thema(
    'doelgroepen_werving',
    'Doelgroepen en werving',
    'Schrijf op welke groep u nu te weinig bereikt, waar u die mensen vindt en wie hen kan vragen.',
    ['doelen_plannen', 'monitoring_evaluatie'],
  ),
  thema(
    'informeel_aanbod',
    'Informeel aanbod',
    'Schrijf op welk aanbod er is waar mensen ongemerkt leren, en hoe u weet dat het goed is.',
    ['kwaliteitskader', 'monitoring_evaluatie'],
  ),
  thema(
    'gecijferdheid',
    'Rekenen in het dagelijks leven',
    'Schrijf op wat er is voor mensen die moeite hebben met rekenen en geld.',
  ),
  thema(
    'digitale_vaardigheden',
    'Digitale vaardigheden',
    'Schrijf op wat er is voor mensen die moeite hebben met de computer of telefoon.',
  ),
  thema('financiering', 'Financiering', 'Schrijf op welk geld er is, tot wanneer, en wat er nog ontbreekt.', [
    'doelen_plannen',
    'selectie_aanbieders',
  ]),
  thema(
    'inburgering',
    'Volwasseneneducatie en inburgering',
    'Schrijf op hoe mensen na hun inburgering verder kunnen leren, en wie daarvoor zorgt.',
  ),
];

/**
 * Steering on the quality of what is offered (source 000): the scan where a gemeente stands, and five stappen. The terms and
 * taken are ours. It asks for no uitkomst: those classes are of the Maatwerktraject.
 */
export const STUREN_OP_KWALITEIT_1: Sjabloon = {
  sleutel: 'sturen-op-kwaliteit',
  versie: 1,
  titel: 'Sturen op kwaliteit',
  naam: 'het traject Sturen op kwaliteit',
  doel: 'In dit traject bepaalt uw gemeente wat goed aanbod is voor taal, rekenen en digitale vaardigheden, en hoe u daarop stuurt.',
  herinneringen: [
    { sleutel: 'voor', werkdagen: -5, aan: 'uitvoerder' },
    { sleutel: 'op', werkdagen: 0, aan: 'uitvoerder' },
    { sleutel: 'na', werkdagen: 5, aan: 'uitvoerder' },
    { sleutel: 'escalatie', werkdagen: 5, aan: 'adviseur' },
    { sleutel: 'escalatie_leider', werkdagen: 15, aan: 'leider' },
  ],
  akkoordNaWerkdagen: 5,
  terugstuurWerkdagen: 5,
  weekoverzicht: { weekdag: 2 },
  signalen: [
    { sleutel: 'geen-antwoord', herinneringen: 3, oorzaken: ['B'] },
    { sleutel: 'stap-over-venster', werkdagen: 10, oorzaken: ['A', 'B'] },
    { sleutel: 'check-in-gemist', keer: 2, oorzaken: ['A', 'B'] },
  ],
  themas: THEMAS,
  stappen: [
    {
      sleutel: 'beleidskader',
      titel: 'Beleidskader',
      uitleg: 'U kijkt waar u staat, wat de wet vraagt en wat uw bestuur wil.',
      vensterWeken: 6,
      vraagtUitkomst: false,
      taken: [taken.WAAR_STA_JE, taken.KADER_VERKENNEN, taken.OPDRACHT],
      checkIns: [
        { sleutel: 'startgesprek', titel: 'Startgesprek', week: 1 },
        { sleutel: 'kadergesprek', titel: 'Gesprek over het beleidskader', week: 5 },
      ],
    },
    {
      sleutel: 'doelen_plannen',
      titel: 'Doelen en plannen',
      uitleg: 'U kiest voor wie u het doet, wat u wilt bereiken en hoe.',
      vensterWeken: 6,
      vraagtUitkomst: false,
      taken: [taken.DOELEN, taken.PLAN],
      checkIns: [{ sleutel: 'doelengesprek', titel: 'Gesprek over doelen', week: 3 }],
    },
    {
      sleutel: 'kwaliteitskader',
      titel: 'Kwaliteitskader',
      uitleg: 'U maakt van uw keuzes eisen aan het aanbod.',
      vensterWeken: 8,
      vraagtUitkomst: false,
      taken: [taken.EISEN, taken.EISEN_TOETSEN, taken.KADER_VASTSTELLEN],
      checkIns: [{ sleutel: 'kwaliteitsgesprek', titel: 'Gesprek over kwaliteit', week: 5 }],
    },
    {
      sleutel: 'selectie_aanbieders',
      titel: 'Selectie van aanbieders',
      uitleg: 'U kiest aanbieders die aan uw eisen voldoen.',
      vensterWeken: 10,
      vraagtUitkomst: false,
      taken: [taken.CRITERIA, taken.KEUZE_AANBIEDERS],
      checkIns: [
        { sleutel: 'selectiegesprek', titel: 'Gesprek over de keuze', week: 4 },
        { sleutel: 'gunningsgesprek', titel: 'Gesprek over de afspraken', week: 9 },
      ],
    },
    {
      sleutel: 'monitoring_evaluatie',
      titel: 'Monitoring en evaluatie',
      uitleg: 'U volgt wat het aanbod oplevert, praat met aanbieders en stelt bij.',
      vensterWeken: 10,
      vraagtUitkomst: false,
      taken: [taken.INDICATOREN, taken.GESPREKKEN, taken.BIJSTELLEN],
      checkIns: [
        { sleutel: 'monitorgesprek', titel: 'Gesprek over de cijfers', week: 5 },
        { sleutel: 'eindgesprek', titel: 'Eindgesprek', week: 9 },
      ],
    },
  ],
};
