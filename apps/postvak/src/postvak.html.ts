/** Text that is safe inside HTML and inside double-quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Plain text as HTML with its http(s) addresses as links that open in a new tab. */
export const linkify = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
    .map((part, i) =>
      i % 2 === 0
        ? escapeHtml(part)
        : `<a href="${escapeHtml(part)}" target="_blank" rel="noopener noreferrer">${escapeHtml(part)}</a>`,
    )
    .join('');

/** A whole page of the mailbox: `title` and `main` (HTML) in the frame that all pages share. */
export const page = (title: string, main: string): string => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Postvak</title>
<link rel="stylesheet" href="/stijl.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#inhoud">Naar de inhoud</a>
<header><p><a href="/">Postvak</a> voor oefenen. Deze mail gaat nergens anders heen.</p></header>
<main id="inhoud" tabindex="-1">
${main}
</main>
</body>
</html>
`;

/** On a screen no wider than this the table keeps this width, and scrolls: the hint that says so shows there alone. */
const tableWidth = '40rem';

/** The one style sheet; colours chosen for a contrast of at least 7:1. */
export const css = `*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff}
header{background:#0b3d63;color:#fff;padding:.5rem 1rem}header p{margin:0;max-width:70rem;margin-inline:auto}header a{color:#fff;font-weight:700}
main{max-width:70rem;margin:0 auto;padding:1rem}main:focus{outline:none}
a{color:#0b3d63}a:focus-visible,input:focus-visible,button:focus-visible,iframe:focus-visible,.scroll:focus-visible{outline:3px solid #b35000;outline-offset:2px}
h1{font-size:1.6rem;line-height:1.25;overflow-wrap:anywhere}h2{font-size:1.2rem;margin-top:2rem}
.skip{position:absolute;left:-999rem}.skip:focus{position:static;display:block;padding:.5rem 1rem}
form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin-bottom:1rem}label{display:block;font-weight:700}
input,button{font:inherit;padding:.4rem .7rem;min-height:2.75rem;border:2px solid #0b3d63;border-radius:4px}input{width:min(24rem,90vw)}button{background:#0b3d63;color:#fff}
.hint{display:none;margin:0 0 .375rem;font-size:.875rem}
.scroll{overflow-x:auto;background:linear-gradient(to right,#fff 2rem,transparent) left/3rem 100% no-repeat local,linear-gradient(to left,#fff 2rem,transparent) right/3rem 100% no-repeat local,linear-gradient(to right,rgb(11 12 12/45%),transparent) left/1rem 100% no-repeat,linear-gradient(to left,rgb(11 12 12/45%),transparent) right/1rem 100% no-repeat}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5rem;border-bottom:1px solid #767676;overflow-wrap:anywhere}td:last-child{white-space:nowrap}@media(max-width:${tableWidth}){.hint{display:block}.scroll table{min-width:${tableWidth}}}
nav ul{list-style:none;display:flex;gap:1.5rem;padding:0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{font-weight:700}dd{margin:0;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f3f3f3;padding:1rem;font:inherit}pre.headers{font-family:ui-monospace,monospace;font-size:.875rem}
iframe{width:100%;height:36rem;border:1px solid #767676;background:#fff}
`;
