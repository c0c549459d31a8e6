import { BerichtPagina, CheckInVerslag, Concept, ConceptBewaard, ConceptInvoer } from './traject.js';
import { GebeurtenisPagina, Inzending, Taak, Traject, TrajectPagina, Uitgevoerd } from './traject.js';
import { UitkomstInvoer } from './traject.js';
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
  uren,
  type Voorbeeld,
} from './voorbeelden.verhaal.js';

const taakId = `${trajectId}.inventariseren.scan.beleid`;
const taakRegel = {
  id: taakId,
  sleutel: 'scan',
  stap: 'inventariseren',
  titel: 'Scan',
  uitvoerder: 'beleid',
  status: 'open',
  minuten: 45,
  geplandOpenOp: '2027-02-08',
  geplandVervaltOp: '2027-02-22',
  opentOp: '2027-02-08',
  vervaltOp: '2027-02-22',
  geopendOp: '2027-02-08T08:00:00.000Z',
  ingediendOp: null,
  teLaat: false,
} as const;
const antwoorden = { uren: 4 };

/** Examples about a traject and its taken. */
export const TRAJECT_VOORBEELDEN: readonly Voorbeeld[] = [
  paar(TrajectPagina, {
    items: [
      {
        id: trajectId,
        cohortId,
        cohortNaam: cohortRegel.naam,
        oefen: false,
        gemeente: enschede,
        status: 'lopend',
        stap: 'inventariseren',
        stapStatus: 'open',
        openTaken: 5,
        takenTeLaat: 0,
      },
    ],
    volgende: null,
    totaal: 1,
  }),
  paar(Traject, {
    id: trajectId,
    cohortId,
    cohortNaam: cohortRegel.naam,
    oefen: false,
    nu: begin,
    gemeente: enschede,
    adviseur,
    status: 'lopend',
    stap: 'inventariseren',
    stappen: [
      {
        sleutel: 'inventariseren',
        volgnummer: 1,
        titel: 'Inventariseren',
        uitleg: 'Breng in kaart hoe het nu gaat.',
        status: 'open',
        geplandOp: '2027-02-01',
        geplandEindigtOp: '2027-03-26',
        opentOp: '2027-02-01',
        eindigtOp: '2027-03-26',
        geopendOp: begin,
        ingeleverdOp: null,
        goedgekeurdOp: null,
        vraagtUitkomst: false,
        taken: [taakRegel],
        checkIns: [
          {
            ...checkIn,
            stap: 'inventariseren',
            status: 'gepland',
            datum: null,
            verslag: null,
            openVoorVerslag: true,
          },
        ],
      },
    ],
    uitkomst: null,
    contactpersonen: [kim],
    eigenUitvoerders: ['adviseur'],
  }),
  paar(Taak, {
    ...taakRegel,
    trajectId,
    oefen: false,
    gemeente: enschede,
    magInvullen: true,
    stapTitel: 'Inventariseren',
    uitleg: 'Vul in hoe het nu gaat.',
    velden: [uren],
    concept: { inhoud: antwoorden, versie: 3, bewaardOp: '2027-02-09T10:15:00.000Z' },
    inzending: null,
  }),
  paar(Concept, { inhoud: antwoorden, versie: 3, bewaardOp: '2027-02-09T10:15:00.000Z' }),
  paar(ConceptInvoer, { inhoud: antwoorden }),
  paar(ConceptBewaard, { versie: 4, bewaardOp: '2027-02-09T10:16:00.000Z' }),
  paar(Inzending, { inhoud: antwoorden }),
  paar(CheckInVerslag, {
    gehouden: true,
    datum: '2027-02-10',
    verslag: 'De scan loopt. Volgende keer praten wij over de planning.',
  }),
  paar(UitkomstInvoer, {
    klasse: 'structureel',
    toelichting: 'De gemeente heeft een vast budget en een vaste coördinator.',
  }),
  paar(Uitgevoerd, { nieuw: true }),
  paar(GebeurtenisPagina, {
    items: [
      {
        volgnummer: 1,
        op: begin,
        vastgelegdOp: begin,
        soort: 'cohort-gestart',
        door: 'adviseur',
        zin: 'Het cohort is gestart.',
      },
    ],
    volgende: null,
    totaal: 1,
  }),
  paar(BerichtPagina, {
    items: [
      {
        id: 'c2b8e6a4-1f3d-4e5a-9c7b-8d6f4a2e0b13',
        soort: 'taak-geopend',
        stap: 'inventariseren',
        onderwerp: 'scan.beleid',
        titel: 'Nieuwe taak: Scan (beleid)',
        aan: { naam: kim.naam, email: kim.email },
        status: 'verzonden',
        op: '2027-02-08T08:00:00.000Z',
        verzondenOp: '2027-02-08T08:00:02.000Z',
        pogingen: 1,
        messageId: '<c2b8e6a4@maatwerktraject.example>',
        toelichting: null,
      },
    ],
    volgende: null,
    totaal: 1,
  }),
];
