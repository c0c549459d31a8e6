import { instantVan } from '@maatwerktraject/domain';
import { schrijfAanmeldlink } from './aanmeldlink.tekst.js';

const link = (oefen: boolean) =>
  schrijfAanmeldlink(
    {
      naam: 'Noor de Wit',
      sleutel: 'geheim',
      oefen,
      minuten: 20,
      geldigTot: new Date(instantVan('2027-07-01', '14:05') + 42_000),
    },
    'https://mt.example',
  );

describe('de mail met een link', () => {
  it('says how long the link works, and until when on the clock', () => {
    const { tekst, html, onderwerp } = link(false);
    for (const deel of [tekst, html])
      expect(deel).toContain(
        'U kunt de link één keer gebruiken, tot 14:05 uur. Dat is 20 minuten nadat u hem vroeg.',
      );
    expect(tekst).toContain('https://mt.example/aanmelden/link#geheim');
    expect(tekst + html + onderwerp).not.toMatch(/oefen/i);
  });

  it('says that it is practice, in the words of other mails', () => {
    const { tekst, html, onderwerp } = link(true);
    expect(onderwerp).toBe('[Oefening] Uw link om u aan te melden');
    expect(tekst.startsWith('Dit is een oefening.\n\nBeste Noor de Wit,')).toBe(true);
    expect(html).toContain('<p>Dit is een oefening.</p>');
  });
});
