import type { Rol, Uitvoerder } from '../api/types.js';

const IN_DE_GEMEENTE: Readonly<Record<Exclude<Uitvoerder, 'adviseur'>, string>> = {
  hoofdcontact: 'het hoofdcontact',
  bestuur: 'iemand van het bestuur',
  beleid: 'iemand van beleid',
  uitvoering: 'iemand van de uitvoering',
};

/** Who fills in a taak, for a reader who does not. */
export function voorWieInWoorden(uitvoerder: Uitvoerder, lezer: Rol | undefined): string {
  if (uitvoerder === 'adviseur') return 'De adviseur vult deze taak in.';
  return lezer === 'gemeente'
    ? `Deze taak is voor ${IN_DE_GEMEENTE[uitvoerder]} van uw gemeente.`
    : `Deze taak is voor ${IN_DE_GEMEENTE[uitvoerder]} van de gemeente.`;
}
