import * as taken from './maatwerktraject-1.stappen.js';
import type { Sjabloon } from './sjabloon.js';

/** The first content of the Maatwerktraject, loaded into the database at first start; from then on it is data. */
export const MAATWERKTRAJECT_1: Sjabloon = {
  sleutel: 'maatwerktraject',
  versie: 1,
  titel: 'Maatwerktraject basisvaardigheden',
  naam: 'het Maatwerktraject',
  doel: 'In dit traject geeft uw gemeente taal, rekenen en digitale vaardigheden een vaste plek in het beleid en in het werk met inwoners.',
  herinneringen: [
    { sleutel: 'voor', werkdagen: -5, aan: 'uitvoerder' },
    { sleutel: 'op', werkdagen: 0, aan: 'uitvoerder' },
    { sleutel: 'na', werkdagen: 5, aan: 'uitvoerder' },
    { sleutel: 'escalatie', werkdagen: 5, aan: 'adviseur' },
  ],
  akkoordNaWerkdagen: 5,
  terugstuurWerkdagen: 5,
  weekoverzicht: null,
  signalen: [],
  stappen: [
    {
      sleutel: 'inventariseren',
      titel: 'Inventariseren',
      vensterWeken: 8,
      vraagtUitkomst: false,
      uitleg: 'U brengt in kaart hoe basisvaardigheden nu in uw beleid zitten.',
      taken: [taken.STARTGEGEVENS, taken.SCAN, taken.SCAN_BESPREKEN],
      checkIns: [
        { sleutel: 'startgesprek', titel: 'Startgesprek', week: 1 },
        { sleutel: 'scangesprek', titel: 'Scangesprek', week: 7 },
      ],
    },
    {
      sleutel: 'prioriteren',
      titel: 'Prioriteren',
      vensterWeken: 6,
      vraagtUitkomst: false,
      uitleg: 'U kiest met welke beleidsterreinen en afdelingen u aan de slag gaat.',
      taken: [taken.WEGEN, taken.KEUZE],
      checkIns: [{ sleutel: 'keuzegesprek', titel: 'Keuzegesprek', week: 5 }],
    },
    {
      sleutel: 'verbeteracties',
      titel: 'Verbeteracties',
      vensterWeken: 6,
      vraagtUitkomst: false,
      uitleg: 'U maakt van uw keuze concrete verbeteracties.',
      taken: [taken.FORMULEREN, taken.TOETS, taken.VASTSTELLEN],
      checkIns: [{ sleutel: 'actiegesprek', titel: 'Actiegesprek', week: 5 }],
    },
    {
      sleutel: 'uitvoeren',
      titel: 'Uitvoeren',
      vensterWeken: 18,
      vraagtUitkomst: false,
      uitleg: 'U voert de verbeteracties uit en zoekt partners.',
      taken: [taken.PARTNERS, ...taken.VOORTGANGEN],
      checkIns: [
        { sleutel: 'voortgangsgesprek_1', titel: 'Eerste voortgangsgesprek', week: 5 },
        { sleutel: 'voortgangsgesprek_2', titel: 'Tweede voortgangsgesprek', week: 11 },
        { sleutel: 'voortgangsgesprek_3', titel: 'Derde voortgangsgesprek', week: 17 },
      ],
    },
    {
      sleutel: 'evalueren',
      titel: 'Evalueren',
      vensterWeken: 5,
      vraagtUitkomst: true,
      uitleg: 'U vult de scan opnieuw in en kijkt terug op wat er is veranderd.',
      taken: [taken.EINDSCAN, taken.VERANDERD, taken.TERUGBLIK],
      checkIns: [{ sleutel: 'eindgesprek', titel: 'Eindgesprek', week: 4 }],
    },
  ],
};
