/** A mail as it is sent: one subject, and the same text twice. */
export interface BerichtTekst {
  readonly onderwerp: string;
  readonly tekst: string;
  readonly html: string;
}

export interface BriefDelen {
  readonly onderwerp: string;
  readonly inhoud: readonly string[];
  readonly knop: string;
  readonly link: string;
  /** Below the button. */
  readonly onderaan: readonly string[];
  /** Of what the team signs, when not of the whole system. */
  readonly team?: string;
}

const OPMAAK: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const veilig = (tekst: string): string => tekst.replace(/[&<>"']/g, (teken) => OPMAAK[teken] ?? teken);

/** Header values are one line. */
const eenRegel = (tekst: string): string => tekst.replace(/\s+/g, ' ').trim();

/** A mail in both its forms; what a person typed is made safe for HTML. */
export function schrijfBrief({
  onderwerp,
  inhoud,
  knop,
  link,
  onderaan,
  team = 'het Maatwerktraject',
}: BriefDelen): BerichtTekst {
  const groet = `Met vriendelijke groet,\nhet team van ${eenRegel(team)}`;
  const paginas = inhoud.map((alinea) => `<p>${veilig(alinea)}</p>`).join('\n');
  const onder = onderaan.map((alinea) => `<p>${veilig(alinea)}</p>\n`).join('');
  const html = `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><title>${veilig(onderwerp)}</title></head>
<body style="font-family: Arial, sans-serif; font-size: 16px; line-height: 1.5; color: #1a1a1a; max-width: 36em; overflow-wrap: anywhere">
${paginas}
<p><a href="${veilig(link)}" style="display: inline-block; background: #0b4f8a; color: #ffffff; padding: 12px 20px; text-decoration: none">${veilig(knop)}</a></p>
<p>Werkt de knop niet? Kopieer dan dit adres: ${veilig(link)}</p>
${onder}<p>${veilig(groet).replace('\n', '<br>')}</p>
</body>
</html>
`;
  return {
    onderwerp: eenRegel(onderwerp),
    tekst: `${[...inhoud, `${knop}:\n${link}`, ...onderaan, groet].join('\n\n')}\n`,
    html,
  };
}
