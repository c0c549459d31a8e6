import { MAATWERKTRAJECT_1, type Niveau } from '@maatwerktraject/domain';
import { performance } from 'node:perf_hooks';
import type { Proefstraat } from '../../proefstraat/proefstraat.js';
import { antwoord, Dobbelsteen } from '../../voorbeeld/gedrag.js';
import type { StormTraject } from './cohort.js';

const STAP = 'inventariseren';

/** A complete answer to a taak of the first stap. */
function inhoudVan(taak: string, wie: string): Record<string, unknown> {
  const velden = MAATWERKTRAJECT_1.stappen[0]?.taken.find(({ sleutel }) => sleutel === taak)?.velden;
  if (!velden) throw new Error(`geen taak ${taak}`);
  const dobbelsteen = new Dobbelsteen(1, wie);
  return Object.fromEntries(velden.map((veld) => [veld.sleutel, antwoord(veld, dobbelsteen)]));
}

/** Logs these people in beforehand: that is no part of handing in. */
export async function meldAan(
  straat: Proefstraat,
  wie: readonly StormTraject[],
  niveau: Niveau,
): Promise<void> {
  for (const { email } of wie) await straat.aanmeldingen.cookie(email[niveau]);
}

/** Hands in one taak over HTTP; gives the ms until the answer. @throws Error when it is refused */
export async function dienIn(
  straat: Proefstraat,
  traject: StormTraject,
  taak: `${string}.${string}`,
  niveau: Niveau,
): Promise<number> {
  const inhoud = inhoudVan(taak.split('.')[0] ?? '', traject.id);
  const begonnen = performance.now();
  await straat
    .api()
    .doe(traject.email[niveau], 'POST', `/taken/${traject.id}.${STAP}.${taak}/inzending`, { inhoud });
  return performance.now() - begonnen;
}
