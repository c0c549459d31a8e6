import type { components } from '../generated/api.js';

type Schemas = components['schemas'];
export type SjabloonRegel = Schemas['SjabloonRegel'];
export type Overgang = Schemas['Sjabloonovergang'];
type StapOvergang = Schemas['StapOvergang'];

/** The versions of each sjabloon together, the newest first. */
export function perSjabloon(regels: readonly SjabloonRegel[]): { titel: string; versies: SjabloonRegel[] }[] {
  const sleutels = [...new Set(regels.map(({ sleutel }) => sleutel))];
  return sleutels.map((sleutel) => {
    const versies = regels.filter((een) => een.sleutel === sleutel).sort((a, b) => b.versie - a.versie);
    const bekend = versies.find(({ status }) => status === 'gepubliceerd') ?? versies[0];
    return { titel: bekend?.titel ?? sleutel, versies };
  });
}

export const bestandsnaam = ({ sleutel, versie }: Pick<SjabloonRegel, 'sleutel' | 'versie'>): string =>
  `${sleutel}-versie-${String(versie)}.json`;

/** `stappen.0.taken.1.titel` as somebody finds it in a file: counted from 1. */
export const plekInWoorden = (pad: string): string =>
  pad
    .split('.')
    .map((deel) => (/^\d+$/.test(deel) ? String(Number(deel) + 1) : deel))
    .join(' › ');

const WAT: Readonly<Record<StapOvergang['wat'], string>> = {
  blijft: 'blijft zoals die is',
  'gaat-mee': 'gaat mee',
  nieuw: 'nieuw',
  vervalt: 'vervalt',
};

/** What happens to a stap, in one sentence. `dag` writes a day in words. */
export function stapInWoorden(stap: StapOvergang, dag: (datum: string) => string): string {
  const dagen =
    stap.opentDanOp === null || stap.wat === 'blijft'
      ? ''
      : stap.opentOp !== null && stap.opentOp !== stap.opentDanOp
        ? `, begint op ${dag(stap.opentDanOp)} in plaats van ${dag(stap.opentOp)}`
        : `, begint op ${dag(stap.opentDanOp)}`;
  const delen = [
    ...(stap.wat === 'gaat-mee' && stap.takenNieuw.length > 0
      ? [`nieuw: ${stap.takenNieuw.join(', ')}`]
      : []),
    ...(stap.wat === 'gaat-mee' && stap.takenVervallen.length > 0
      ? [`vervalt: ${stap.takenVervallen.join(', ')}`]
      : []),
    ...(stap.takenGewijzigd.length > 0
      ? [`andere termijn of akkoord: ${stap.takenGewijzigd.join(', ')}`]
      : []),
  ];
  return `${stap.titel}: ${WAT[stap.wat]}${dagen}.${delen.length > 0 ? ` Taken: ${delen.join('; ')}.` : ''}`;
}

/** When it would go over, or why it cannot. */
export function overgangInWoorden({ bezwaar, wanneer }: Overgang): string {
  if (bezwaar) return bezwaar.zin;
  return wanneer === 'nu' ? 'Gaat meteen over.' : 'Gaat over als deze stap is goedgekeurd.';
}
