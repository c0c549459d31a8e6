import { afgemeldPage, foutPage, keuzePage } from './aanmelding.page.js';

it('puts nothing of what comes from outside into a page as HTML', () => {
  const bad = `"><script>alert('x')</script>`;
  const person = { sub: bad, naam: bad, email: bad, rolomschrijving: bad, mfa: true };
  for (const page of [keuzePage([person]), foutPage(bad, bad), afgemeldPage(bad)]) {
    expect(page).not.toContain('<script');
    expect(page).toContain('&#34;&#62;&#60;script');
  }
});

it('says who logs in with a second factor', () => {
  const person = { sub: 's', naam: 'N', email: 'n@oefening.example', rolomschrijving: 'R', mfa: true };
  expect(keuzePage([person])).toContain('met een tweede controle');
  expect(keuzePage([{ ...person, mfa: false }])).toContain('zonder tweede controle');
});
