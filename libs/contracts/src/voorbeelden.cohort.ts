import { Omgeving, Probleem } from './algemeen.js';
import { Bord, Cohort, CohortPagina, CohortPlan, Deelnemer, DeelnemerLijst } from './cohort.js';
import { NieuwCohort, NieuweDeelnemer, Resultaten } from './cohort.js';
import { GemeentePagina } from './gemeente.js';
import {
  adviseur,
  begin,
  checkIn,
  cohortId,
  cohortRegel,
  enschede,
  kim,
  paar,
  trajectId,
  type Voorbeeld,
} from './voorbeelden.verhaal.js';

const volgende = 'WyJFbnNjaGVkZSIsIkdNMDE1MyJd';
const deelnemer = { trajectId, gemeente: enschede, contactpersonen: [kim] };

/** Examples about cohorten, and what they are made of. */
export const COHORT_VOORBEELDEN: readonly Voorbeeld[] = [
  paar(Probleem, {
    type: 'urn:maatwerktraject:probleem:400',
    title: 'De invoer is niet goed',
    status: 400,
    detail: 'Er is iets niet goed ingevuld. Verbeter wat hieronder staat en probeer het opnieuw.',
    fouten: [{ pad: 'startdatum', zin: 'Vul een bestaande datum in, zoals 2027-02-01.' }],
  }),
  paar(Omgeving, {
    versie: '0.1.0',
    oefenen: true,
    postvakUrl: null,
    temporalUrl: null,
    apiDocumentatieUrl: 'https://maatwerktraject.example/api/v1/docs',
    securityTxtUrl: 'https://maatwerktraject.example/.well-known/security.txt',
  }),
  paar(GemeentePagina, {
    items: [{ ...enschede, provincie: 'Overijssel', veiligheidsregio: 'Twente' }],
    volgende,
    totaal: 342,
  }),
  paar(NieuwCohort, {
    naam: cohortRegel.naam,
    sjabloon: { sleutel: 'maatwerktraject', versie: 1 },
    startdatum: cohortRegel.startdatum,
    adviseur,
    oefenklok: null,
  }),
  paar(Cohort, {
    ...cohortRegel,
    gestartOp: begin,
    afgeslotenOp: null,
    berichtenOnbekend: 0,
    berichtenMislukt: 0,
  }),
  paar(CohortPagina, { items: [cohortRegel], volgende: null, totaal: 1 }),
  paar(NieuweDeelnemer, { gemeentecode: 'GM0153', contactpersonen: [kim], startdatum: null }),
  paar(Deelnemer, deelnemer),
  paar(DeelnemerLijst, { items: [deelnemer] }),
  paar(CohortPlan, {
    startdatum: '2027-02-01',
    eindigtOp: '2027-11-26',
    minutenPerGemeente: 900,
    stappen: [
      {
        sleutel: 'inventariseren',
        volgnummer: 1,
        titel: 'Inventariseren',
        opentOp: '2027-02-01',
        eindigtOp: '2027-03-26',
        taken: [
          {
            sleutel: 'scan',
            titel: 'Scan',
            uitvoerder: 'beleid',
            opentOp: '2027-02-08',
            vervaltOp: '2027-02-22',
            minuten: 45,
            mails: [{ soort: 'taak-geopend', op: '2027-02-08' }],
          },
        ],
        checkIns: [checkIn],
      },
    ],
  }),
  paar(Bord, {
    cohortId,
    nu: begin,
    post: { adresproblemen: 0, onbekend: 1, mislukt: 0, aangehouden: 0 },
    items: [
      {
        trajectId,
        gemeente: enschede,
        status: 'lopend',
        huidigeStap: 'inventariseren',
        openTaken: 5,
        takenTeLaat: 0,
        uitkomst: null,
        post: { adresproblemen: 0, onbekend: 1, mislukt: 0, aangehouden: 0 },
        stappen: [
          {
            sleutel: 'inventariseren',
            status: 'open',
            geplandOp: '2027-02-01',
            eindigtOp: '2027-03-26',
            takenTotaal: 5,
            takenKlaar: 0,
            takenTeLaat: 0,
          },
        ],
      },
    ],
  }),
  paar(Resultaten, {
    cohortId,
    trajecten: 14,
    afgerond: 12,
    teruggetrokken: 1,
    uitkomsten: { structureel: 5, getraind: 4, aandacht: 2, geen: 1, nogNietBekend: 2 },
    stappen: [
      {
        sleutel: 'inventariseren',
        titel: 'Inventariseren',
        afgerond: 14,
        medianeDagen: 45.5,
        takenIngediend: 70,
        takenTeLaatIngediend: 9,
        berichten: 212,
        herinneringen: 60,
        checkInsGehouden: 27,
      },
    ],
  }),
];
