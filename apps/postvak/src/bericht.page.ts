import type { Email } from 'postal-mime';
import type { BerichtMetadata } from './bericht.js';
import { escapeHtml, linkify, page } from './postvak.html.js';

/** Mails on one page of the list. */
export const pageSize = 50;

const moment = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Europe/Amsterdam',
});

const timeOf = (bericht: BerichtMetadata): string =>
  `<time datetime="${escapeHtml(bericht.ontvangenOp)}">${escapeHtml(moment.format(new Date(bericht.ontvangenOp)))}</time>`;

const titleOf = (bericht: BerichtMetadata): string => bericht.onderwerp || '(geen onderwerp)';

// What leads on comes first: on a phone the rest may be out of sight.
const row = (bericht: BerichtMetadata): string =>
  `<tr><td><a href="/bericht/${bericht.volgnummer}">${escapeHtml(titleOf(bericht))}</a></td><td>${escapeHtml(bericht.aan.join(', '))}</td><td>${timeOf(bericht)}</td></tr>`;

const linkTo = (pagina: number, zoek: string, text: string): string => {
  const query = new URLSearchParams(
    zoek === '' ? { pagina: String(pagina) } : { zoek, pagina: String(pagina) },
  );
  return `<li><a href="/?${escapeHtml(query.toString())}">${text}</a></li>`;
};

/** The list, newest first; `pagina` counts from 1. */
export const listPage = (
  berichten: readonly BerichtMetadata[],
  total: number,
  zoek: string,
  pagina: number,
): string => {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const count = total === 1 ? '1 bericht' : `${total} berichten`;
  const table = `<p class="hint">Deze tabel is breder dan uw scherm. Schuif de tabel opzij om alles te zien.</p>
<div class="scroll" role="region" aria-label="Berichten" tabindex="0"><table>
<thead><tr><th scope="col">Onderwerp</th><th scope="col">Aan</th><th scope="col">Ontvangen</th></tr></thead>
<tbody>
${berichten.map(row).join('\n')}
</tbody></table></div>`;
  const previous = pagina > 1 ? linkTo(pagina - 1, zoek, 'Nieuwere berichten') : '';
  const next = pagina < pages ? linkTo(pagina + 1, zoek, 'Oudere berichten') : '';
  const navigation =
    previous + next === '' ? '' : `<nav aria-label="Pagina’s"><ul>${previous}${next}</ul></nav>`;
  return page(
    zoek === '' ? 'Berichten' : `Zoeken naar ${zoek}`,
    `<h1>Berichten</h1>
<form method="get" action="/" role="search">
<div><label for="zoek">Zoek op adres of onderwerp</label><input id="zoek" name="zoek" type="search" value="${escapeHtml(zoek)}"></div>
<button>Zoeken</button>
</form>
<p>${zoek === '' ? count : `${count} gevonden voor “${escapeHtml(zoek)}”. <a href="/">Toon alles</a>`}. Pagina ${pagina} van ${pages}.</p>
${berichten.length === 0 ? '<p>Er zijn hier geen berichten.</p>' : table}
${navigation}`,
  );
};

/** One mail: its text first, for that is what everyone can read; the HTML in a frame that runs no scripts. */
export const berichtPage = (bericht: BerichtMetadata, mail: Email): string => {
  const base = `/bericht/${bericht.volgnummer}`;
  const headers = mail.headers
    .filter(({ key }) => !key.startsWith('x-postvak-'))
    .map(({ originalKey, value }) => `${originalKey}: ${value}`)
    .join('\n');
  const attachments = mail.attachments
    .map(
      (attachment, i) =>
        `<li><a href="${base}/bijlage/${i}">${escapeHtml(attachment.filename ?? `bijlage ${i + 1}`)}</a></li>`,
    )
    .join('');
  return page(
    titleOf(bericht),
    `<h1>${escapeHtml(titleOf(bericht))}</h1>
<dl><dt>Van</dt><dd>${escapeHtml(bericht.van)}</dd><dt>Aan</dt><dd>${escapeHtml(bericht.aan.join(', '))}</dd><dt>Ontvangen</dt><dd>${timeOf(bericht)}</dd></dl>
${mail.text === undefined ? '' : `<h2>Platte tekst</h2><pre>${linkify(mail.text)}</pre>`}
${mail.html === undefined ? '' : `<h2>Opgemaakte tekst</h2><iframe title="Opgemaakte tekst van dit bericht" src="${base}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`}
${attachments === '' ? '' : `<h2>Bijlagen</h2><ul>${attachments}</ul>`}
<h2>Kopregels</h2><pre class="headers">${escapeHtml(headers)}</pre>
<p><a href="${base}/bron">Toon de bron van dit bericht</a></p>
<p><a href="/">Terug naar alle berichten</a></p>`,
  );
};

/** The HTML of a mail as a document for the frame; links open in a new tab. */
export const mailDocument = (html: string): string =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Bericht</title><base target="_blank"></head><body>${html}</body></html>`;

/** For a page that is not there. */
export const notFoundPage = (): string =>
  page(
    'Niet gevonden',
    '<h1>Niet gevonden</h1><p>Deze pagina is er niet. <a href="/">Ga naar alle berichten</a>.</p>',
  );
