import {
  OvergangKeuze,
  Sjabloon,
  SjabloonConcept,
  SjabloonLijst,
  Sjabloonovergang,
  Sjabloonovergangen,
  SjabloonPublicatie,
  SjabloonRegel,
} from './sjabloon.js';
import {
  begin,
  checkIn,
  cohortRegel,
  enschede,
  paar,
  trajectId,
  uren,
  type Voorbeeld,
} from './voorbeelden.verhaal.js';

const sjabloon: Sjabloon = {
  ...cohortRegel.sjabloon,
  stappen: [
    {
      sleutel: 'inventariseren',
      titel: 'Inventariseren',
      uitleg: 'Breng in kaart hoe het nu gaat.',
      vensterWeken: 8,
      vraagtUitkomst: false,
      taken: [
        {
          sleutel: 'scan',
          titel: 'Scan',
          uitleg: 'Vul in hoe het nu gaat.',
          uitvoerders: ['bestuur', 'beleid', 'uitvoering'],
          opentNaWerkdagen: 5,
          termijnWerkdagen: 10,
          minuten: { bestuur: 30, beleid: 45, uitvoering: 45 },
          velden: [uren],
        },
      ],
      checkIns: [{ sleutel: checkIn.sleutel, titel: checkIn.titel, week: 2 }],
    },
  ],
  herinneringen: [{ sleutel: 'voor', werkdagen: -5, aan: 'uitvoerder' }],
  akkoordNaWerkdagen: 5,
  terugstuurWerkdagen: 5,
  weekoverzicht: { weekdag: 2 },
  signalen: [{ sleutel: 'stap-over-venster', werkdagen: 10, oorzaken: ['A', 'B'] }],
};
const regel = { ...cohortRegel.sjabloon, status: 'gepubliceerd', gewijzigdOp: begin } as const;
const GELIJK = { takenNieuw: [], takenVervallen: [], takenGewijzigd: [] };
const overgang: Sjabloonovergang = {
  trajectId,
  gemeente: enschede.naam,
  van: 1,
  naar: 2,
  wanneer: 'na-deze-stap',
  bezwaar: null,
  regelsAnders: true,
  stappen: [
    {
      ...{ sleutel: 'inventariseren', titel: 'Inventariseren', volgnummer: 1, wat: 'blijft' },
      ...{ opentOp: '2027-02-01', opentDanOp: '2027-02-01', eindigtDanOp: '2027-03-29', ...GELIJK },
    },
    {
      ...{ sleutel: 'prioriteren', titel: 'Prioriteren', volgnummer: 2, wat: 'gaat-mee' },
      ...{ opentOp: '2027-03-30', opentDanOp: '2027-03-30', eindigtDanOp: '2027-05-10', ...GELIJK },
      takenGewijzigd: ['Keuze vastleggen (hoofdcontact)'],
    },
  ],
};

/** Examples about sjablonen and their versions. */
export const SJABLOON_VOORBEELDEN: readonly Voorbeeld[] = [
  paar(SjabloonRegel, regel),
  paar(SjabloonLijst, { items: [regel, { ...regel, versie: 2, status: 'concept' }] }),
  paar(Sjabloon, sjabloon),
  paar(SjabloonConcept, { versie: 3, gewijzigdOp: begin, definitie: { ...sjabloon, versie: 2 } }),
  paar(SjabloonPublicatie, { bevestigd: true }),
  paar(OvergangKeuze, { versie: 2 }),
  paar(Sjabloonovergang, overgang),
  paar(Sjabloonovergangen, { items: [overgang] }),
];
