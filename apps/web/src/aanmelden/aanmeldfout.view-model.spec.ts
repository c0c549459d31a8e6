import { AANMELDFOUTEN, aanmeldfoutZin } from './aanmeldfout.view-model.js';

describe('waarom aanmelden niet lukte', () => {
  it('heeft voor elke reden een eigen zin', () => {
    const zinnen = AANMELDFOUTEN.map((fout) => aanmeldfoutZin(fout));
    expect(new Set(zinnen).size).toBe(AANMELDFOUTEN.length);
  });

  it('zegt niets als er niets misging, en iets als de reden onbekend is', () => {
    expect(aanmeldfoutZin(undefined)).toBeNull();
    expect(aanmeldfoutZin('<b>iets</b>')).toBe('Het aanmelden lukte niet. Probeer het opnieuw.');
    expect(aanmeldfoutZin('toString')).toBe('Het aanmelden lukte niet. Probeer het opnieuw.');
  });
});
