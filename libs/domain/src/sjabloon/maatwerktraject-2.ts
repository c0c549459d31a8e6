import { MAATWERKTRAJECT_1 } from './maatwerktraject-1.js';
import type { Sjabloon, SjabloonStap } from './sjabloon.js';

/** The choice of beleidsterreinen takes two pairs of eyes: the bestuur agrees with what the hoofdcontact handed in. */
const metAkkoord = (stap: SjabloonStap): SjabloonStap => ({
  ...stap,
  taken: stap.taken.map((taak) => (taak.sleutel === 'keuze' ? { ...taak, akkoordDoor: 'bestuur' } : taak)),
});

/**
 * The second content of the Maatwerktraject: the same stappen and taken, with a weekoverzicht for gemeenten, a second
 * escalation, an agreement of the bestuur, and signs of stagnation.
 */
export const MAATWERKTRAJECT_2: Sjabloon = {
  ...MAATWERKTRAJECT_1,
  versie: 2,
  herinneringen: [
    ...MAATWERKTRAJECT_1.herinneringen,
    { sleutel: 'escalatie_leider', werkdagen: 15, aan: 'leider' },
  ],
  weekoverzicht: { weekdag: 2 },
  signalen: [
    { sleutel: 'geen-antwoord', herinneringen: 3, oorzaken: ['B'] },
    { sleutel: 'stap-over-venster', werkdagen: 10, oorzaken: ['A', 'B'] },
    { sleutel: 'check-in-gemist', keer: 2, oorzaken: ['A', 'B'] },
  ],
  stappen: MAATWERKTRAJECT_1.stappen.map(metAkkoord),
};
