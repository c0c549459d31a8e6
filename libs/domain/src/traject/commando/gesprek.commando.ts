import { lokaleTijd } from '../../kalender/amsterdam.js';
import { isDatum, type Datum } from '../../kalender/datum.js';
import { huidigeStap } from '../toestand.js';
import { voegToe } from '../verloop.js';
import { weiger, type CommandoRegels } from './regel.js';

export interface GesprekCommando {
  readonly soort: 'leg-check-in-vast';
  readonly checkIn: string;
  readonly gehouden: boolean;
  readonly datum: Datum;
  readonly invoerId: string;
}

export const GESPREK_COMMANDOS: CommandoRegels<GesprekCommando> = {
  'leg-check-in-vast': {
    in: ['lopend', 'gepauzeerd'],
    controleer({ toestand, nu }, commando) {
      const checkIn = toestand.checkIns.find(({ sleutel }) => sleutel === commando.checkIn);
      if (!checkIn)
        return weiger('check-in-niet-aan-de-beurt', 'Dit gesprek hoort bij een stap die nog niet open is.');
      if (checkIn.status !== 'gepland')
        return weiger('check-in-al-vastgelegd', 'Dit gesprek is al vastgelegd.');
      if (!isDatum(commando.datum) || commando.datum > lokaleTijd(nu).datum)
        return weiger(
          'datum-in-de-toekomst',
          'Vul de datum in waarop het gesprek was. Die kan niet in de toekomst liggen.',
        );
      return undefined;
    },
    voerUit(verloop, { soort: _, ...inhoud }, { nu, door }) {
      const { toestand } = verloop;
      const stap =
        toestand.checkIns.find(({ sleutel }) => sleutel === inhoud.checkIn)?.stap ??
        huidigeStap(toestand).sleutel;
      return voegToe(verloop, nu, door, { soort: 'check-in-vastgelegd', stap, ...inhoud });
    },
  },
};
