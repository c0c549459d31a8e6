import { resolve } from 'node:path';
import type { Sjabloon } from '@maatwerktraject/domain';
import { Presets, SingleBar } from 'cli-progress';
import type { Aanmeldingen } from './aanmeldingen.js';
import { createApiClient } from './api.client.js';
import { maakCohort } from './cohort.opzet.js';
import { bewaarExport } from './export.opslag.js';
import { kijkNa } from './nazicht.js';
import { GEBRUIK, leesOpties, type VoorbeeldOpties } from './opties.js';
import { samenvatting } from './samenvatting.js';
import { vindOfStart } from './server.js';
import { Simulatie, type ResultatenStand } from './simulatie.js';

const zeg = (zin: string): void => {
  process.stdout.write(`${zin}\n`);
};

/** Plays a whole cohort through the public API; gives the number of faults found. */
async function voorbeeld(
  opties: VoorbeeldOpties,
  server: {
    webUrl: string;
    mailboxUrl: string;
    aanmeldingen: Aanmeldingen;
  },
): Promise<number> {
  const api = createApiClient(server.webUrl, server.aanmeldingen);
  const sjabloon = await api.lees<Sjabloon>('adviseur', '/sjablonen/maatwerktraject/1');
  const begin = Date.now();
  const { cohortId, trajectIds } = await maakCohort(api, opties);
  zeg(`Het oefencohort is gestart: ${new URL(`/cohorten/${cohortId}`, server.webUrl).href}`);

  const totaal = trajectIds.length * sjabloon.stappen.length;
  const balk = new SingleBar(
    {
      format: 'Stappen goedgekeurd |{bar}| {value}/{total}  trajecten klaar: {afgerond}',
      noTTYOutput: true,
      notTTYSchedule: 15_000,
    },
    Presets.legacy,
  );
  balk.start(totaal, 0, { afgerond: 0 });
  await new Simulatie({
    api,
    cohortId,
    trajectIds,
    sjabloon,
    seed: opties.seed,
    voortgang: ({ goedgekeurd, afgerond }) => {
      balk.update(goedgekeurd, { afgerond });
    },
  })
    .speel()
    .finally(() => {
      balk.stop();
    });
  const seconden = Math.round((Date.now() - begin) / 1000);

  const { fouten, mails, overgeslagen } = await kijkNa(api, server.mailboxUrl, trajectIds, sjabloon);
  const map = resolve(opties.uit);
  await bewaarExport(api, cohortId, map);
  zeg(
    `\n${samenvatting(await api.lees<ResultatenStand>('onderzoeker', `/cohorten/${cohortId}/resultaten`))}`,
  );
  zeg(
    `\nVan start tot afsluiting: ${String(seconden)} seconden. Mails verzonden: ${String(mails)}, overgeslagen: ${String(overgeslagen)}.`,
  );
  zeg(`De export staat in ${map}`);
  if (overgeslagen > 0)
    zeg(
      `Let op: ${String(overgeslagen)} herinneringen zijn overgeslagen. Het systeem liep meer dan 30 seconden achter op de oefenklok.`,
    );
  for (const fout of fouten.slice(0, 40)) process.stderr.write(`FOUT  ${fout}\n`);
  zeg(
    fouten.length === 0
      ? 'Alles klopt: elk traject is klaar, elke mail is er één keer, plan en werkelijkheid zijn gelijk.'
      : `Er zijn ${String(fouten.length)} fouten.`,
  );
  return fouten.length;
}

try {
  if (process.argv.includes('--help')) zeg(GEBRUIK);
  else {
    const opties = leesOpties(process.argv.slice(2));
    const server = await vindOfStart(zeg);
    try {
      if ((await voorbeeld(opties, server)) > 0) process.exitCode = 1;
    } finally {
      await server.stop();
    }
  }
} catch (fout) {
  process.stderr.write(`Het voorbeeld is gestopt: ${fout instanceof Error ? fout.message : String(fout)}\n`);
  if (fout instanceof RangeError) process.stderr.write(`\n${GEBRUIK}\n`);
  process.exitCode = 1;
}
