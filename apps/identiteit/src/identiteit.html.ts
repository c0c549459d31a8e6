/** Text that is safe inside HTML and inside double-quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** A whole page of the provider: `title` and `main` (HTML) in the frame that all pages share. */
export const page = (title: string, main: string): string => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Oefenaanmelding</title>
<link rel="stylesheet" href="/stijl.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#inhoud">Naar de inhoud</a>
<header><p>Oefenaanmelding van het Maatwerktraject</p></header>
<main id="inhoud" tabindex="-1">
${main}
</main>
</body>
</html>
`;

/** The one style sheet; colours chosen for a contrast of at least 7:1. */
export const css = `*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff}
header{background:#0b3d63;color:#fff;padding:.5rem 1rem}header p{margin:0 auto;max-width:40rem;font-weight:700}
main{max-width:42rem;margin:0 auto;padding:1rem}main:focus{outline:none}
a{color:#0b3d63}a:focus-visible,button:focus-visible{outline:3px solid #b35000;outline-offset:2px}
h1{font-size:1.6rem;line-height:1.25;overflow-wrap:anywhere}
.skip{position:absolute;left:-999rem}.skip:focus{position:static;display:block;padding:.5rem 1rem}
.warning{border-left:.5rem solid #b35000;background:#fff4e5;padding:.75rem 1rem}.warning p{margin:0}
.people{list-style:none;margin:1.5rem 0;padding:0;display:grid;gap:.75rem}
button{font:inherit;min-height:2.75rem;padding:.5rem 1rem;border:2px solid #0b3d63;border-radius:4px;background:#fff;color:#0b3d63;cursor:pointer}
button.main{background:#0b3d63;color:#fff}button:hover{text-decoration:underline}
.people button{width:100%;padding:.75rem 1rem;text-align:left;color:#1b1b1b}.people span{display:block;overflow-wrap:anywhere}
.people .naam{font-weight:700;font-size:1.15rem;color:#0b3d63}
.row{display:flex;flex-wrap:wrap;gap:.75rem}
`;
