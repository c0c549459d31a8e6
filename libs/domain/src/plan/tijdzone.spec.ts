import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Runs in a process of its own: a time zone is set for a whole process. Gives every day and moment of several plans. */
const PROGRAMMA = `
  import { agendaVanStap, datumInWoorden, MAATWERKTRAJECT_1, maakPlan } from ${JSON.stringify(join(import.meta.dirname, '../../dist/index.js'))};
  for (const start of ['2026-03-27', '2027-02-01', '2027-10-29', '2028-02-29']) {
    const plan = maakPlan(MAATWERKTRAJECT_1, start);
    for (const stap of plan.stappen) {
      console.log(JSON.stringify(stap), datumInWoorden(stap.opentOp));
      console.log(JSON.stringify(agendaVanStap(stap, MAATWERKTRAJECT_1.herinneringen)));
    }
  }`;

function planOnder(omgeving: Readonly<Record<string, string>>): string {
  const { PATH = '' } = process.env;
  return execFileSync(process.execPath, ['--input-type=module', '-e', PROGRAMMA], {
    env: { PATH, ...omgeving },
    encoding: 'utf8',
  });
}

test('hetzelfde plan in elke tijdzone, met en zonder LANG', () => {
  const plannen = ['UTC', 'America/New_York', 'Asia/Kathmandu'].flatMap((TZ) => [
    planOnder({ TZ }),
    planOnder({ TZ, LANG: 'nl_NL.UTF-8' }),
    planOnder({ TZ, LANG: 'C' }),
  ]);
  expect(plannen[0]).toContain('dinsdag 30 maart 2027');
  const sommen = plannen.map((plan) => createHash('sha256').update(plan).digest('hex'));
  expect(new Set(sommen).size).toBe(1);
});
