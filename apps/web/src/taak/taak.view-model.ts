import { datumInWoorden } from '@maatwerktraject/domain';
import type { Taak, Traject } from '../api/types.js';
import { dagVan } from '../ui/datum.js';
import { UITVOERDER_NAAM } from '../ui/woorden.js';

export interface TaakStand {
  readonly soort: 'ok' | 'info' | 'warning';
  readonly titel: string;
  readonly zin: string;
}

/** How it is with a taak that nobody can fill in now; null for one that is open. */
export function standVan(taak: Taak, traject: Traject | undefined): TaakStand | null {
  const { status, inzending, akkoordDoor } = taak;
  const op = inzending ? ` op ${datumInWoorden(dagVan(inzending.ingediendOp))}` : '';
  if (status === 'vervallen')
    return { soort: 'info', titel: 'Deze taak is vervallen', zin: 'U hoeft haar niet meer te doen.' };
  if (status === 'wacht-op-akkoord' && akkoordDoor)
    return {
      soort: 'info',
      titel: 'Deze taak wacht op akkoord',
      zin: `De antwoorden zijn ingediend${op}. Iemand anders kijkt ze na: ${UITVOERDER_NAAM[akkoordDoor].toLowerCase()}.`,
    };
  if (status === 'ingediend')
    return { soort: 'ok', titel: 'Deze taak is klaar', zin: `De antwoorden zijn ingediend${op}.` };
  if (traject?.status === 'gepauzeerd')
    return {
      soort: 'warning',
      titel: 'Het traject is gepauzeerd',
      zin: 'U kunt deze taak weer doen als het traject verder gaat. U krijgt dan een mail.',
    };
  if (traject?.status === 'teruggetrokken')
    return { soort: 'info', titel: 'Het traject is gestopt', zin: 'U hoeft deze taak niet meer te doen.' };
  return null;
}
