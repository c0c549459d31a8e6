import type { SessieRegel } from '../api/types.js';
import { andereSessies, opGebruik, viaNaam } from './sessie.view-model.js';

const sessie = (id: string, gebruiktOp: string, huidig = false): SessieRegel => ({
  id,
  rol: 'adviseur',
  via: 'oidc',
  meerdereFactoren: true,
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

  it('zeggen waarmee iemand zich aanmeldde', () => {
    expect(viaNaam({ via: 'oidc', meerdereFactoren: true })).toBe('Account van uw organisatie');
    expect(viaNaam({ via: 'link', meerdereFactoren: false })).toBe('Link uit een mail');
    expect(viaNaam({ via: 'link', meerdereFactoren: true })).toBe('Link uit een mail, en een passkey');
  });

  it('van elders zijn alle andere', () => {
    expect(andereSessies(lijst).map(({ id }) => id)).toEqual(['oud', 'nieuw']);
  });
});
