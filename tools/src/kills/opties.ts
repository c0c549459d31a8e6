import { parseArgs } from 'node:util';
import { UserError } from '../../long-step.mjs';

export interface KillOpties {
  readonly kills: number;
  readonly seed: number;
  readonly gemeenten: number;
}

const getal = (naam: string, tekst: string | undefined, anders: number, max: number): number => {
  if (tekst === undefined) return anders;
  const waarde = Number(tekst);
  if (/^\d+$/.test(tekst) && waarde >= 1 && waarde <= max) return waarde;
  throw new UserError(`--${naam} moet een heel getal zijn van 1 tot en met ${String(max)}.`);
};

/** @throws UserError when the options do not fit */
export function leesKillOpties(args: readonly string[]): KillOpties {
  const options = {
    kills: { type: 'string' },
    seed: { type: 'string' },
    gemeenten: { type: 'string' },
  } as const;
  let gegeven;
  try {
    gegeven = parseArgs({ args: [...args], options, strict: true }).values;
  } catch {
    throw new UserError('Gebruik: npm run kills -- [--kills N] [--seed S] [--gemeenten G]');
  }
  return {
    kills: getal('kills', gegeven.kills, 20, 2_000),
    seed: getal('seed', gegeven.seed, 1, 2 ** 31 - 1),
    gemeenten: getal('gemeenten', gegeven.gemeenten, 5, 50),
  };
}
