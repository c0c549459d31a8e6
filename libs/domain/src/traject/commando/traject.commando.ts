import { lokaleTijd } from '../../kalender/amsterdam.js';
import type { Datum } from '../../kalender/datum.js';
import { eersteBeschikbareDag } from '../../kalender/kalender.js';
import type { ProcesSjabloon } from '../../sjabloon/sjabloon.js';
import { stapKomtTerug } from '../begonnen.js';
import { huidigeStap } from '../toestand.js';
import { hervat, voegToe } from '../verloop.js';
import { weiger, type CommandoRegels } from './regel.js';
import { planVolgende } from './stap.commando.js';

/** What happens to a traject as a whole. */
export type LevensloopCommando =
  | {
      readonly soort: 'pauzeer';
      /** The day on which it goes on by itself; null: when somebody says so. */
      readonly tot: Datum | null;
      readonly invoerId: string | null;
    }
  | { readonly soort: 'hervat' }
  | { readonly soort: 'trek-terug'; readonly invoerId: string | null }
  | { readonly soort: 'heropen-traject' }
  | { readonly soort: 'kies-sjabloon'; readonly sjabloon: ProcesSjabloon };

export const TRAJECT_COMMANDOS: CommandoRegels<LevensloopCommando> = {
  pauzeer: {
    in: ['lopend'],
    controleer({ toestand: { kalender }, nu }, { tot }) {
      if (tot === null) return undefined;
      if (tot <= lokaleTijd(nu).datum)
        return weiger('dag-voorbij', 'Kies een dag na vandaag waarop het traject weer verder gaat.');
      return eersteBeschikbareDag(kalender, tot) === tot
        ? undefined
        : weiger('dag-niet-beschikbaar', 'Kies een werkdag die niet in een rustperiode valt.');
    },
    voerUit: (verloop, { tot, invoerId }, { nu, door }) =>
      voegToe(verloop, nu, door, { soort: 'traject-gepauzeerd', tot, invoerId }),
  },
  hervat: {
    in: ['gepauzeerd'],
    controleer: () => undefined,
    voerUit: (verloop, _commando, { nu, door }) => hervat(verloop, nu, door, 'traject-hervat'),
  },
  'trek-terug': {
    in: ['lopend', 'gepauzeerd'],
    controleer: () => undefined,
    voerUit: (verloop, { invoerId }, { nu, door }) =>
      voegToe(verloop, nu, door, { soort: 'traject-teruggetrokken', invoerId }),
  },
  'heropen-traject': {
    in: ['afgerond', 'teruggetrokken'],
    controleer: () => undefined,
    voerUit: (verloop, _commando, { nu, door }) => hervat(verloop, nu, door, 'traject-heropend'),
  },
  'kies-sjabloon': {
    in: ['lopend', 'gepauzeerd'],
    controleer({ toestand, stap }, { sjabloon }) {
      const nu = toestand.volgendSjabloon ?? toestand.sjabloon;
      if (nu.sleutel !== sjabloon.sleutel)
        return weiger(
          'ander-sjabloon',
          'Een lopend traject kan alleen naar een andere versie van hetzelfde sjabloon.',
        );
      if (nu.versie === sjabloon.versie)
        return weiger('zelfde-versie', 'Dit traject gebruikt deze versie al, of gaat er al naartoe.');
      if (sjabloon.stappen.length < stap.volgnummer)
        return weiger('stap-ontbreekt', 'De nieuwe versie heeft de stap niet waar dit traject nu is.');
      return stapKomtTerug(toestand, sjabloon)
        ? weiger(
            'stap-komt-terug',
            'De nieuwe versie heeft verderop een stap die dit traject al heeft gehad. Kies een andere versie.',
          )
        : undefined;
    },
    voerUit(verloop, { sjabloon }, { nu, door }) {
      const { versie } = sjabloon;
      const gekozen = voegToe(verloop, nu, door, { soort: 'sjabloon-gekozen', versie, sjabloon });
      const stap = huidigeStap(gekozen.toestand);
      // Between two stappen it takes over at once; otherwise when this stap is approved.
      return stap.status === 'gepland' ? planVolgende(gekozen, stap.volgnummer, nu, door) : gekozen;
    },
  },
};
