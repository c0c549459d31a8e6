import {
  AanwezigheidInvoer,
  BijeenkomstLijst,
  Groepssessie,
  GroepssessieLijst,
  GroepssessieWijziging,
  NieuweGroepssessie,
  Voorwaarden,
} from './bijeenkomst.js';
import {
  begin,
  cohortId,
  cohortRegel,
  enschede,
  kim,
  paar,
  trajectId,
  type Voorbeeld,
} from './voorbeelden.verhaal.js';

const id = '2f6d8b0a-4c1e-8a5f-b3d7-6e9c0a1b2d34';
const genodigdeId = '7b1c3d5e-9f02-8b4a-a6c8-d0e2f4a6b8c1';
const contactpersoonId = '4e8a2c6d-1b3f-8d5e-97a9-c1b3d5e7f902';
const gelegenheid = {
  onderwerp: 'Wat leverde de scan op?',
  begintOp: '2027-03-30T08:00:00.000Z',
  eindigtOp: '2027-03-30T10:00:00.000Z',
  plaats: 'Stadhuis Enschede, zaal 3',
  link: null,
  herinneringWerkdagen: 2,
};
const groepssessie: Groepssessie = {
  ...gelegenheid,
  id,
  cohortId,
  versie: 1,
  status: 'gepland',
  verslag: '',
  leidt: true,
  genodigden: [
    {
      id: genodigdeId,
      rol: 'contactpersoon',
      naam: kim.naam,
      contactpersoonId,
      gemeente: { trajectId, naam: enschede.naam },
      aanwezig: 'onbekend',
      mail: 'verzonden',
    },
  ],
};

/** Examples about meetings, and what is watched before them. */
export const BIJEENKOMST_VOORBEELDEN: readonly Voorbeeld[] = [
  paar(NieuweGroepssessie, { ...gelegenheid, facilitator: null, contactpersonen: null }),
  paar(GroepssessieWijziging, { ...gelegenheid, plaats: 'Stadhuis Almelo' }),
  paar(Groepssessie, groepssessie),
  paar(GroepssessieLijst, { nu: begin, items: [groepssessie] }),
  paar(AanwezigheidInvoer, {
    aanwezigen: [{ genodigdeId, aanwezig: 'aanwezig' }],
    verslag: 'Drie gemeenten willen samen trainen.',
  }),
  paar(BijeenkomstLijst, {
    items: [
      {
        id,
        soort: 'groepssessie',
        status: 'gepland',
        cohortId,
        cohortNaam: cohortRegel.naam,
        onderwerp: gelegenheid.onderwerp,
        begintOp: gelegenheid.begintOp,
        eindigtOp: gelegenheid.eindigtOp,
        voorbij: false,
        plaats: gelegenheid.plaats,
        link: null,
      },
    ],
  }),
  paar(Voorwaarden, {
    items: [
      {
        sleutel: 'stap-1-op-tijd',
        peil: { groepssessie: id, werkdagen: -5 },
        toets: { soort: 'deel-afgerond', stap: 'inventariseren', onder: 0.7 },
        dan: { bericht: 'adviseur' },
      },
    ],
  }),
];
