import { parseArgs } from 'node:util';

export interface VoorbeeldOpties {
  readonly gemeenten: number;
  readonly seed: number;
  /** How long the traject should take about, in seconds. */
  readonly duur: number;
  readonly uit: string;
}

export const GEBRUIK = `Gebruik: npm run voorbeeld -- [--gemeenten N] [--seed S] [--duur SECONDEN] [--uit MAP]

  --gemeenten N    hoeveel gemeenten meedoen, 1 tot en met 342 (gewoon: de 14 van Twente)
  --seed S         ander getal, ander gedrag (gewoon: 1)
  --duur SECONDEN  hoe lang tien maanden ongeveer duren (gewoon: 120; bij meer dan 50 gemeenten 700)
  --uit MAP        waar de export komt (gewoon: voorbeeld-uit)`;

function getal(naam: string, tekst: string | undefined, anders: number, min: number, max: number): number {
  if (tekst === undefined) return anders;
  const waarde = Number(tekst);
  if (!/^\d+$/.test(tekst) || waarde < min || waarde > max)
    throw new RangeError(
      `--${naam} moet een heel getal zijn van ${String(min)} tot en met ${String(max)}, niet "${tekst}".`,
    );
  return waarde;
}

/**
 * The options of the command line.
 * @throws Error with a Dutch sentence when they do not fit.
 */
export function leesOpties(args: readonly string[]): VoorbeeldOpties {
  const vorm = {
    gemeenten: { type: 'string' },
    seed: { type: 'string' },
    duur: { type: 'string' },
    uit: { type: 'string' },
  } as const;
  let waarden;
  try {
    waarden = parseArgs({ args: [...args], options: vorm, strict: true }).values;
  } catch {
    throw new RangeError(`Deze opties ken ik niet: ${args.join(' ')}.`);
  }
  const gemeenten = getal('gemeenten', waarden.gemeenten, 14, 1, 342);
  return {
    gemeenten,
    seed: getal('seed', waarden.seed, 1, 0, 2 ** 31 - 1),
    duur: getal('duur', waarden.duur, gemeenten > 50 ? 700 : 120, 20, 86_400),
    uit: waarden.uit ?? 'voorbeeld-uit',
  };
}
