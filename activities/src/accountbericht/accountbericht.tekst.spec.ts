import { schrijfAccountbericht, schrijfWebhookbericht } from './accountbericht.tekst.js';

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

describe('de mail over een webhook die stopte', () => {
  const webhook = { id: '7a1d3f5b-9c2e-4a6d-8b0f-2c4e6a8d0b1f', naam: 'Zaak <i>' } as const;

  it.each([
    ['steeds-mislukt', 'Er lukte 5 dagen lang niets.'],
    ['ontvanger-stopt', 'Maak dan een nieuwe webhook.'],
    ['dienst-geblokkeerd', 'De dienst is geblokkeerd.'],
    ['token-ingetrokken', 'Kijk of u het adres van de webhook kent.'],
    ['token-verlopen', 'is verlopen.'],
    ['geen-toegang', 'geen toegang meer tot een cohort.'],
  ] as const)('says which, when, why and what to do, and leads to it: %s', (reden, zin) => {
    const { onderwerp, tekst, html } = schrijfWebhookbericht(
      { ...basis, webhook: { ...webhook, reden } },
      'https://mt.example',
    );
    expect(onderwerp).toBe('De webhook "Zaak <i>" is gestopt');
    for (const deel of ['Beste Kim', 'maandag 1 februari 2027 om 09:05 uur', zin])
      expect(tekst).toContain(deel);
    expect(tekst.match(/https?:\S+/g)).toEqual([`https://mt.example/beheer/webhooks/${webhook.id}`]);
    expect(html).toContain('Zaak &lt;i&gt;');
  });
});
