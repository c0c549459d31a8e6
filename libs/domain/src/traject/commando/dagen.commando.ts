import { lokaleTijd } from '../../kalender/amsterdam.js';
import type { Kalender } from '../../kalender/kalender.js';
import { bezwaarTegen, volgensKalender } from '../dagen.js';
import { metDagen } from '../feit/traject.feit.js';
import type { DagWijziging, GebeurtenisInhoud } from '../gebeurtenis.js';
import type { TrajectToestand } from '../toestand.js';
import { voegToe } from '../verloop.js';
import { weiger, type CommandoRegels, type Weigering } from './regel.js';

export type DagenCommando =
  | {
      readonly soort: 'wijzig-dagen';
      readonly wijzigingen: readonly DagWijziging[];
      readonly planId: string | null;
      /** Whether it takes back what the same plan did. */
      readonly ongedaan: boolean;
      readonly invoerId: string | null;
    }
  | { readonly soort: 'neem-kalender-over'; readonly kalender: Kalender };

const BEZWAREN: Readonly<Record<NonNullable<ReturnType<typeof bezwaarTegen>>, string>> = {
  'onbekende-dag': 'Een van deze dagen kan niet meer veranderen. Maak het voorbeeld opnieuw.',
  'plan-veranderd': 'De planning is intussen veranderd. Maak het voorbeeld opnieuw en kijk het na.',
  'dag-voorbij': 'Een nieuwe dag mag niet in het verleden liggen. Kies een dag vanaf vandaag.',
  'dag-niet-beschikbaar': 'Kies werkdagen die niet in een rustperiode vallen.',
  'dubbele-dag': 'Dezelfde dag staat er twee keer in. Haal er een weg.',
};

/** Whether a taak would be due before it opens. */
function andersom(toestand: TrajectToestand): Weigering | undefined {
  const mis = toestand.stap?.taken.some(({ opentOp, vervaltOp }) => vervaltOp < opentOp);
  return mis
    ? weiger('einde-voor-begin', 'Een taak kan niet klaar moeten zijn voordat zij opent. Pas de dagen aan.')
    : undefined;
}

export const DAGEN_COMMANDOS: CommandoRegels<DagenCommando> = {
  'wijzig-dagen': {
    in: ['lopend'],
    controleer({ toestand, nu }, { wijzigingen }) {
      if (wijzigingen.length === 0)
        return weiger('niets-gewijzigd', 'Er verandert niets. Kies andere dagen.');
      const bezwaar = bezwaarTegen(toestand, wijzigingen, lokaleTijd(nu).datum);
      if (bezwaar) return weiger(bezwaar, BEZWAREN[bezwaar]);
      return andersom(metDagen(toestand, wijzigingen));
    },
    voerUit(verloop, { wijzigingen, planId, ongedaan, invoerId }, { nu, door }) {
      const reden = ongedaan ? 'ongedaan' : 'wijziging';
      return voegToe(verloop, nu, door, { soort: 'dagen-gewijzigd', reden, wijzigingen, planId, invoerId });
    },
  },
  'neem-kalender-over': {
    in: ['lopend', 'gepauzeerd'],
    controleer({ toestand }, { kalender }) {
      return kalender.versie > toestand.kalender.versie
        ? undefined
        : weiger('kalender-verouderd', 'Er is al een nieuwere kalender. Ververs de pagina.');
    },
    voerUit(verloop, { kalender }, { nu, door }) {
      const wijzigingen = volgensKalender(verloop.toestand, kalender, lokaleTijd(nu).datum);
      const verschoven: GebeurtenisInhoud[] =
        wijzigingen.length > 0
          ? [{ soort: 'dagen-gewijzigd', reden: 'kalender', wijzigingen, planId: null, invoerId: null }]
          : [];
      return voegToe(verloop, nu, door, { soort: 'kalender-overgenomen', kalender }, ...verschoven);
    },
  },
};
