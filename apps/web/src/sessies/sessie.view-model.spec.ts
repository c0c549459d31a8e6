import type { SessieRegel } from '../api/types.js';
import { andereSessies, opGebruik } from './sessie.view-model.js';

const sessie = (id: string, gebruiktOp: string, huidig = false): SessieRegel => ({
  id,
  rol: 'adviseur',
  via: 'oidc',
  apparaat: 'Firefox op Windows',
  begonnenOp: '2027-02-01T08:00:00.000Z',
  gebruiktOp,
  vervaltOp: '2027-02-01T20:00:00.000Z',
  huidig,
});
const lijst = [
  sessie('oud', '2027-02-01T08:10:00.000Z'),
  sessie('nu', '2027-02-01T08:05:00.000Z', true),
  sessie('nieuw', '2027-02-01T09:00:00.000Z'),
];

describe('sessies', () => {
  it('staan met die van nu vooraan, en dan de laatst gebruikte', () => {
    expect(opGebruik(lijst).map(({ id }) => id)).toEqual(['nu', 'nieuw', 'oud']);
  });

  it('van elders zijn alle andere', () => {
    expect(andereSessies(lijst).map(({ id }) => id)).toEqual(['oud', 'nieuw']);
  });
});
