import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, relative } from 'node:path';
import { UserError } from '../../long-step.mjs';
import { root } from '../paths.js';
import type { BenchDeel } from './deel.js';
import { storm } from './storm.js';
import { toegang } from './toegang.js';

const DELEN: readonly BenchDeel[] = [toegang, storm];

function gekozen(args: readonly string[]): readonly BenchDeel[] {
  if (args.length === 0) return DELEN;
  return args.map((naam) => {
    const deel = DELEN.find((een) => een.naam === naam);
    if (deel) return deel;
    throw new UserError(
      `Dit deel van de bench is er niet: ${naam}. Kies uit: ${DELEN.map((een) => een.naam).join(', ')}.`,
    );
  });
}

/** Measures the parts that are named, or all; writes the figures to `.data/bench`. Gives 1 when an aim is missed. */
export async function runBench(args: readonly string[]): Promise<number> {
  const folder = join(root, '.data', 'bench');
  mkdirSync(folder, { recursive: true });
  let missed = 0;
  for (const deel of gekozen(args)) {
    const begonnen = new Date().toISOString();
    const { doelen, tabel, cijfers } = await deel.meet();
    console.log(`\nBench: ${deel.naam}`);
    console.table(tabel);
    for (const { naam, streef, gemeten, gehaald } of doelen) {
      console.log(`${gehaald ? 'GEHAALD      ' : 'NIET GEHAALD '} ${naam}: ${gemeten} (doel: ${streef})`);
      if (!gehaald) missed += 1;
    }
    const file = join(folder, `${deel.naam}.json`);
    const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model ?? '' };
    writeFileSync(file, `${JSON.stringify({ begonnen, machine, doelen, cijfers }, null, 2)}\n`);
    console.log(`Alle cijfers staan in ${relative(root, file)}.`);
  }
  return missed > 0 ? 1 : 0;
}
