import { schrijfAccountbericht } from './accountbericht.tekst.js';

const basis = { naam: 'Kim <b>', op: new Date('2027-02-01T08:05:00Z'), oefen: false };
const schrijf = (soort: Parameters<typeof schrijfAccountbericht>[0]['soort'], oefen = false) =>
  schrijfAccountbericht({ ...basis, soort, oefen }, 'https://mt.example');

describe('de mail over de beveiliging van een account', () => {
  it('says what happened, when by the Dutch clock, and what to do if it was somebody else', () => {
    const { onderwerp, tekst, html } = schrijf('passkey-toegevoegd');
    expect(onderwerp).toBe('U hebt een passkey toegevoegd');
    for (const deel of ['Beste Kim', 'maandag 1 februari 2027 om 09:05 uur', 'bel meteen uw adviseur'])
      expect(tekst).toContain(deel);
    expect(html).toContain('Kim &lt;b&gt;');
  });

  it.each([
    ['passkey-toegevoegd', 'https://mt.example/sessies'],
    ['passkey-verwijderd', 'https://mt.example/sessies'],
    ['passkeys-ingetrokken', 'https://mt.example/aanmelden'],
  ] as const)('leads to a page, and logs nobody in: %s', (soort, link) => {
    expect(schrijf(soort).tekst.match(/https?:\S+/g)).toEqual([link]);
  });

  it('says in its subject that it is practice', () => {
    expect(schrijf('passkey-verwijderd', true).onderwerp).toBe('[Oefening] U hebt een passkey verwijderd');
  });
});
