import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rust } from 'node:timers/promises';
import type { Sjabloon } from '@maatwerktraject/domain';
import { progress } from '../../long-step.mjs';
import { root } from '../paths.js';
import { Proefstraat } from '../proefstraat/proefstraat.js';
import { maakCohort } from '../voorbeeld/cohort.opzet.js';
import { Simulatie } from '../voorbeeld/simulatie.js';
import { metKassabon } from './kassabon.js';
import { beoordeelMail, beoordeelProces, type Mailstand } from './oordeel.js';
import { leesKillOpties, type KillOpties } from './opties.js';
import { richtAan, type Doden } from './rampen.js';

/** What passes between two kills on average, in seconds, with the starts that are waited for. */
const SECONDEN_PER_KILL = 2.5;
/** How long the play may go on after the last kill. */
const UITLOOP_MS = 5 * 60_000;

export interface Verslag {
  readonly doden: Doden;
  readonly toegezegd: number;
  readonly mail: Mailstand;
  /** Mails that were at most under way at a kill that can leave one unknown. */
  readonly fouten: readonly string[];
}

async function binnen<T>(ms: number, wat: string, werk: Promise<T>): Promise<T> {
  const klok = new AbortController();
  const teLaat = rust(ms, undefined, { signal: klok.signal }).then(() => {
    throw new Error(`dit duurde te lang: ${wat}`);
  });
  try {
    return await Promise.race([werk, teLaat]);
  } finally {
    klok.abort();
    teLaat.catch(() => undefined);
  }
}

/** Plays an oefencohort to its end while parts of the product are killed, and judges what is left. */
export async function speelMetKills(
  straat: Proefstraat,
  { kills, seed, gemeenten }: KillOpties,
): Promise<Verslag> {
  const { api, toegezegd } = metKassabon(straat.api());
  const sjabloon = await api.lees<Sjabloon>('adviseur', '/sjablonen/maatwerktraject/1');
  const duur = Math.max(60, kills * SECONDEN_PER_KILL);
  const { cohortId, trajectIds } = await maakCohort(api, { gemeenten, seed, duur, uit: '' });
  const simulatie = new Simulatie({ api, cohortId, trajectIds, sjabloon, seed, voortgang: () => undefined });
  const spel = simulatie.speel();
  spel.catch(() => undefined);
  const doden = await richtAan(straat, { kills, seed }, (aantal) => {
    if (aantal % 20 === 0) console.log(`${String(aantal)} keer hard gestopt.`);
  });
  await binnen(UITLOOP_MS + duur * 1_000, 'het cohort komt niet aan zijn einde', spel);
  await postTotRust(straat);
  const mail = await beoordeelMail(straat);
  return {
    doden,
    toegezegd: toegezegd.length,
    mail,
    fouten: [...mail.fouten, ...(await beoordeelProces(straat, toegezegd, trajectIds, sjabloon))],
  };
}

/** What waits for its next attempt waits at most half a minute after so few. */
async function postTotRust(straat: Proefstraat): Promise<void> {
  for (const tot = Date.now() + 120_000; Date.now() < tot; await rust(500)) {
    const [rij] = await straat.vraag<{ aantal: number }>(
      `SELECT count(*) AS aantal FROM bericht WHERE status IN ('wacht', 'bezig')`,
    );
    if (rij?.aantal === 0) return;
  }
}

/** `npm run kills`; gives the exit code. */
export async function runKills(args: readonly string[]): Promise<number> {
  const opties = leesKillOpties(args);
  const straat = await progress('De diensten worden gestart.', () =>
    Proefstraat.open({ naam: 'kills', mailMs: 5 }),
  );
  const stop = (): void => void straat.sluit().then(() => process.exit(1));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const verslag = await speelMetKills(straat, opties);
    const folder = join(root, '.data', 'kills');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, `seed-${String(opties.seed)}.json`),
      `${JSON.stringify({ opties, ...verslag }, null, 2)}\n`,
    );
    const { doden, mail, toegezegd, fouten } = verslag;
    console.table([
      {
        ...doden,
        toegezegd,
        verzonden: mail.verzonden,
        onbekend: mail.onbekend,
        'daarvan aangekomen': mail.onbekendAangenomen,
        fouten: fouten.length,
      },
    ]);
    for (const fout of fouten.slice(0, 40)) console.log(`FOUT ${fout}`);
    return fouten.length > 0 ? 1 : 0;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await straat.sluit();
  }
}
