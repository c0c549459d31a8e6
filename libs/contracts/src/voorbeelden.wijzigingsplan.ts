import { begin, cohortId, enschede, paar, trajectId, type Voorbeeld } from './voorbeelden.verhaal.js';
import {
  NieuwWijzigingsplan,
  Wijzigingsplan,
  WijzigingsplanLijst,
  WijzigingsplanVoorbeeld,
} from './wijzigingsplan.js';

const vraag = { soort: 'verschuif' as const, vanaf: '2027-03-01', werkdagen: 10 };
const toelichting = 'De gemeenteraad vergadert later dan gepland.';
const deel = {
  trajectId,
  gemeente: enschede,
  status: 'wacht' as const,
  reden: null,
  aantalDagen: 9,
  eersteGevolg: '2027-03-01T08:00:00.000Z',
};
const plan = {
  id: '7a1c2d3e-4f50-8a6b-9c7d-8e9f0a1b2c3d',
  cohortId,
  vraag,
  toelichting,
  status: 'voorbeeld' as const,
  gemaaktOp: begin,
  toegepastOp: null,
  ongedaanOp: null,
};

/** Examples about plans of change. */
export const WIJZIGINGSPLAN_VOORBEELDEN: readonly Voorbeeld[] = [
  paar(NieuwWijzigingsplan, { vraag, toelichting }),
  paar(Wijzigingsplan, { ...plan, trajecten: [deel] }),
  paar(WijzigingsplanLijst, { items: [plan] }),
  paar(WijzigingsplanVoorbeeld, {
    deel,
    dagen: [
      {
        wat: 'taak-vervalt',
        titel: 'Scan vanuit uw eigen werk (beleid)',
        van: '2027-03-08',
        naar: '2027-03-22',
      },
    ],
    mails: [
      {
        soort: 'herinnering-op',
        titel: 'Scan vanuit uw eigen werk (beleid)',
        aan: 'beleid',
        van: '2027-03-08T08:00:00.000Z',
        naar: '2027-03-22T08:00:00.000Z',
      },
    ],
  }),
];
