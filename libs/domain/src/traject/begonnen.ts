import type { ProcesSjabloon } from '../sjabloon/sjabloon.js';
import type { TrajectToestand } from './toestand.js';

/** How many stappen stay on the version of now when another takes over: those that are over, and the one under way. */
export function begonnenStappen({ stap }: TrajectToestand): number {
  if (!stap) return 0;
  return stap.status === 'gepland' ? stap.volgnummer - 1 : stap.volgnummer;
}

/** Whether a stap of the new version that is still to come has the key of one that has begun: its rows would collide. */
export function stapKomtTerug(toestand: TrajectToestand, nieuw: ProcesSjabloon): boolean {
  const aantal = begonnenStappen(toestand);
  const gehad = toestand.sjabloon.stappen.slice(0, aantal).map(({ sleutel }) => sleutel);
  return nieuw.stappen.slice(aantal).some(({ sleutel }) => gehad.includes(sleutel));
}

/** The new version as this traject goes on with it: what it has begun stays as it was, also when it is reopened. */
export function metBegonnen(toestand: TrajectToestand, nieuw: ProcesSjabloon): ProcesSjabloon {
  const aantal = begonnenStappen(toestand);
  return {
    ...nieuw,
    stappen: [...toestand.sjabloon.stappen.slice(0, aantal), ...nieuw.stappen.slice(aantal)],
  };
}
