import {
  ExtraTaak,
  PauzeInvoer,
  Rustperiodes,
  RustperiodesInvoer,
  TaakVerval,
  Terugsturing,
  Terugtrekking,
} from './verandering.js';
import { paar, type Voorbeeld } from './voorbeelden.verhaal.js';

const zomer = { naam: 'Zomerreces', van: '2027-07-19', tot: '2027-08-20' };

/** Examples of what changes while a traject runs. */
export const VERANDERING_VOORBEELDEN: readonly Voorbeeld[] = [
  paar(PauzeInvoer, { toelichting: 'Na de verkiezingen is er nog geen college.', tot: '2027-05-03' }),
  paar(Terugtrekking, { toelichting: 'De gemeente heeft dit jaar geen tijd voor het traject.' }),
  paar(Terugsturing, { toelichting: 'Wilt u ook invullen wie de opdracht gaf?' }),
  paar(TaakVerval, { toelichting: 'Dit is in het gesprek al besproken.' }),
  paar(ExtraTaak, {
    titel: 'Spreek met de bibliotheek',
    uitleg: 'Vraag welke cursussen er dit najaar zijn.',
    minuten: 60,
    uitvoerder: 'beleid',
    opentOp: '2027-02-15',
    vervaltOp: '2027-03-01',
  }),
  paar(RustperiodesInvoer, { rustperiodes: [zomer] }),
  paar(Rustperiodes, { rustperiodes: [zomer], versie: 1, nogTeVerwerken: 0 }),
];
