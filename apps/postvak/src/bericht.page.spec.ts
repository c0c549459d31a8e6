import { listPage } from './bericht.page.js';
import { css } from './postvak.html.js';

describe('de lijst met berichten', () => {
  const html = listPage(
    [
      {
        volgnummer: 7,
        messageId: '<a@mt.example>',
        aan: ['kim@borne.example'],
        van: 'mt@mt.example',
        onderwerp: 'Nieuwe taak',
        ontvangenOp: '2027-02-01T08:00:00.000Z',
      },
    ],
    1,
    '',
    1,
  );

  it('begins each row with what leads to the mail', () => {
    expect(html).toMatch(/<tr><td><a href="\/bericht\/7">Nieuwe taak<\/a><\/td>/);
  });

  it('scrolls with the keyboard, and says so where it is wider than the screen', () => {
    expect(html).toMatch(/<p class="hint">Deze tabel is breder dan uw scherm\./);
    expect(html).toMatch(/class="scroll" role="region" aria-label="Berichten" tabindex="0"/);
    // A hint that is out of sight would be read out all the same.
    expect(html).not.toContain('aria-describedby');
    expect(css).toMatch(/\.hint\{display:none[^}]*\}/);
    expect(css).toMatch(/@media\(max-width:(.+?)\)\{\.hint\{display:block\}\.scroll table\{min-width:\1\}\}/);
  });
});
