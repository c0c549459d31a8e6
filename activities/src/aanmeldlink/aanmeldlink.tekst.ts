import { schrijfBrief, type BerichtTekst } from '../bericht/brief.tekst.js';

/** The mail with a link to log in. The link ends in `#`, so that its secret is sent to no server and stands in no log. */
export const schrijfAanmeldlink = (
  { naam, sleutel, oefen }: { readonly naam: string; readonly sleutel: string; readonly oefen: boolean },
  minuten: number,
  publicUrl: string,
): BerichtTekst =>
  schrijfBrief({
    onderwerp: oefen ? '[Oefening] Uw link om u aan te melden' : 'Uw link om u aan te melden',
    inhoud: [
      `Beste ${naam},`,
      'Met deze link meldt u zich aan bij het Maatwerktraject. U hebt geen wachtwoord nodig.',
      `De link werkt één keer, en nog ${String(minuten)} ${minuten === 1 ? 'minuut' : 'minuten'}.`,
    ],
    knop: 'Meld mij aan',
    link: `${publicUrl}/aanmelden/link#${sleutel}`,
    onderaan: [
      'Hebt u niet om deze link gevraagd? Dan hoeft u niets te doen. Stuur de link aan niemand door: wie de link heeft, kan zich aanmelden als u.',
    ],
  });
