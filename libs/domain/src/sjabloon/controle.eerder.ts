import { fout, type SjabloonFout } from './controle.regels.js';
import type { Sjabloon } from './sjabloon.js';
import type { Veld } from './veld.js';

interface Plek {
  readonly naam: string;
  readonly pad: string;
  readonly soort: Veld['soort'];
}

function plekken(velden: readonly Veld[], naam: string, pad: string): Plek[] {
  return velden.flatMap((veld, index) => {
    const eigen = { naam: `${naam}.${veld.sleutel}`, pad: `${pad}.${String(index)}`, soort: veld.soort };
    return veld.soort === 'lijst'
      ? [eigen, ...plekken(veld.velden, eigen.naam, `${eigen.pad}.velden`)]
      : [eigen];
  });
}

const plekkenIn = ({ stappen }: Sjabloon): Plek[] =>
  stappen.flatMap((stap, s) =>
    stap.taken.flatMap((taak, t) =>
      plekken(
        taak.velden,
        `${stap.sleutel}.${taak.sleutel}`,
        `stappen.${String(s)}.taken.${String(t)}.velden`,
      ),
    ),
  );

/**
 * Questions whose key an earlier version has for another kind of question: answers under one key would then mean two
 * things, in the export as well.
 */
export function controleerTegenEerder(sjabloon: Sjabloon, eerdere: readonly Sjabloon[]): SjabloonFout[] {
  const eerder = new Map(eerdere.flatMap(plekkenIn).map(({ naam, soort }) => [naam, soort]));
  return plekkenIn(sjabloon).flatMap(({ naam, pad, soort }) => {
    const was = eerder.get(naam);
    return was === undefined || was === soort
      ? []
      : [
          fout(
            `${pad}.sleutel`,
            `In een eerdere versie hoort deze sleutel bij een ander soort vraag (${was}). Kies een nieuwe sleutel.`,
          ),
        ];
  });
}
