import type { Oefenpersoon } from '@maatwerktraject/config';
import { escapeHtml, page } from './identiteit.html.js';

const warning = `<div class="warning"><p><strong>Dit is alleen om te oefenen.</strong> U hebt geen wachtwoord nodig. Iedereen op deze computer kan elke persoon kiezen. Gebruik hier geen gegevens van echte mensen.</p></div>`;

const person = ({ sub, naam, email, rolomschrijving, mfa }: Oefenpersoon): string => `<li>
<button name="persoon" value="${escapeHtml(sub)}">
<span class="naam">${escapeHtml(naam)}</span>
<span>${escapeHtml(email)}</span>
<span>${escapeHtml(rolomschrijving)}</span>
<span>${mfa ? 'Meldt zich aan met een tweede controle.' : 'Meldt zich aan zonder tweede controle.'}</span>
</button>
</li>`;

/** One button per person; the form goes to the address of the page itself. */
export const keuzePage = (people: readonly Oefenpersoon[]): string =>
  page(
    'Kies wie u bent',
    `<h1>Oefenaanmelding: kies wie u bent</h1>
${warning}
<form method="post">
<ul class="people">
${people.map(person).join('\n')}
</ul>
<button name="annuleren" value="ja">Niet aanmelden</button>
</form>`,
  );

/** `form`: the hidden form of the provider, with the id `op.logoutForm`. */
export const afmeldPage = (form: string): string =>
  page(
    'Afmelden',
    `<h1>Wilt u zich ook hier afmelden?</h1>
<p>U bent afgemeld bij de website. Meldt u zich hier ook af, dan kiest u de volgende keer opnieuw wie u bent.</p>
${form}
<div class="row">
<button class="main" form="op.logoutForm" name="logout" value="yes">Ja, meld mij af</button>
<button form="op.logoutForm">Nee, blijf aangemeld</button>
</div>`,
  );

/** For who comes to log off and has no session here; `action` and `xsrf` as the provider wants them. */
export const alAfgemeldPage = (action: string, xsrf: string): string =>
  page(
    'Afgemeld',
    `<h1>U bent hier al afgemeld</h1>
<form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="xsrf" value="${escapeHtml(xsrf)}"><input type="hidden" name="logout" value="yes">
<button class="main">Terug naar de website</button>
</form>`,
  );

const toWebsite = (website: string): string =>
  `<p><a href="${escapeHtml(website)}">Terug naar de website</a></p>`;

/** After logging off, when the website gave no address to go to. */
export const afgemeldPage = (website: string): string =>
  page('Afgemeld', `<h1>U bent afgemeld</h1>${toWebsite(website)}`);

/** The way is lost: an old link, or cookies that are refused. */
export const verlopenPage = (website: string): string =>
  page(
    'Verlopen',
    `<h1>Deze aanmelding is verlopen</h1>
<p>Ga terug naar de website en meld u opnieuw aan. Helpt dat niet, sta dan cookies toe.</p>${toWebsite(website)}`,
  );

/** `code`: the error of OAuth, for who has to look into it. */
export const foutPage = (code: string, website: string): string =>
  page(
    'Aanmelden lukt niet',
    `<h1>Aanmelden lukt niet</h1>
<p>Ga terug naar de website en probeer het opnieuw. Lukt het weer niet, meld dan deze code bij uw beheerder: <code>${escapeHtml(code)}</code>.</p>${toWebsite(website)}`,
  );

/** For who opens the provider without a request of the website. */
export const uitlegPage = (website: string): string =>
  page(
    'Uitleg',
    `<h1>Oefenaanmelding</h1>
<p>Hier kiest u wie u bent als u zich aanmeldt om te oefenen. Begin op de website.</p>
${warning}${toWebsite(website)}`,
  );

/** For an address that is not there. */
export const nietGevondenPage = (website: string): string =>
  page('Niet gevonden', `<h1>Niet gevonden</h1><p>Deze pagina is er niet.</p>${toWebsite(website)}`);
