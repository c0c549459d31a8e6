import { datumInWoorden } from '@maatwerktraject/domain';
import type { Adresprobleem, PostTelling } from '../api/types.js';
import { dagVan } from '../ui/datum.js';
import { aantal } from '../ui/woorden.js';

/** Who it is about, since when, and what waits for it. */
export function probleemInWoorden({ wie, sinds, bron, code, aangehouden }: Adresprobleem): string {
  const adres = wie === null ? 'Dit adres' : `Het adres ${wie.email}`;
  const wat = bron === 'geweigerd' ? 'wordt door de mailserver geweigerd' : 'geeft de mail terug';
  const wacht =
    aangehouden === 0 ? '' : ` ${aantal(aangehouden, 'mail wacht', 'mails wachten')} tot dit is verholpen.`;
  return `${adres} ${wat} sinds ${datumInWoorden(dagVan(sinds))} (code ${code}).${wacht}`;
}

export const watTeDoen = ({ wie }: Adresprobleem): string =>
  wie !== null && wie.niveau === null
    ? 'Wat u kunt doen: zet bij Toegang een andere adviseur in de mails. Werkt het adres weer? Zeg het dan hier.'
    : 'Wat u kunt doen: bel de gemeente. Klopt het adres niet, vraag dan een beheerder om het te verbeteren, of kies een andere contactpersoon. Klopt het adres wel? Probeer het dan opnieuw.';

/** What a cohort or a gemeente has of mail that asks for somebody; empty when there is nothing. */
export function postInWoorden({ adresproblemen, onbekend, mislukt }: PostTelling): string {
  const delen = [
    adresproblemen > 0 ? aantal(adresproblemen, 'adres werkt niet', 'adressen werken niet') : '',
    onbekend > 0 ? `${aantal(onbekend, 'mail', 'mails')} onzeker` : '',
    mislukt > 0 ? `${aantal(mislukt, 'mail', 'mails')} mislukt` : '',
  ].filter(Boolean);
  return delen.join(', ');
}
