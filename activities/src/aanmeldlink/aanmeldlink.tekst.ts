import { lokaleTijd } from '@maatwerktraject/domain';
import { schrijfBrief, type BerichtTekst } from '../bericht/brief.tekst.js';
import type { TeSturenLink } from './aanmeldlink.opslag.js';

/** The mail with a link to log in. The link ends in `#`, so that its secret is sent to no server and stands in no log. */
export const schrijfAanmeldlink = (
  {
    naam,
    sleutel,
    oefen,
    minuten,
    geldigTot,
  }: Pick<TeSturenLink, 'naam' | 'sleutel' | 'oefen' | 'minuten' | 'geldigTot'>,
  publicUrl: string,
): BerichtTekst =>
  schrijfBrief({
    onderwerp: oefen ? '[Oefening] Uw link om u aan te melden' : 'Uw link om u aan te melden',
    inhoud: [
      ...(oefen ? ['Dit is een oefening.'] : []),
      `Beste ${naam},`,
      'Met deze link meldt u zich aan bij het Maatwerktraject. U hebt geen wachtwoord nodig.',
      // The time of the clock too: the mail may have been on its way for a while.
      `U kunt de link één keer gebruiken, tot ${lokaleTijd(geldigTot.getTime()).tijd} uur. Dat is ${String(minuten)} minuten nadat u hem vroeg.`,
    ],
    knop: 'Meld mij aan',
    link: `${publicUrl}/aanmelden/link#${sleutel}`,
    onderaan: [
      'Hebt u niet om deze link gevraagd? Dan hoeft u niets te doen. Stuur de link aan niemand door: wie de link heeft, kan zich aanmelden als u.',
    ],
  });
