import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApiClient } from './api.client.js';

interface DataPakket {
  readonly resources: readonly { readonly path: string }[];
}

/** Saves the export of a cohort in a folder: the data package, and every file that it names. */
export async function bewaarExport(api: ApiClient, cohortId: string, map: string): Promise<void> {
  const haal = (bestand: string): Promise<Buffer> =>
    api.bestand('onderzoeker', `/cohorten/${cohortId}/export/bestanden/${bestand}`);
  await mkdir(map, { recursive: true });
  const pakket = await haal('datapackage.json');
  await writeFile(join(map, 'datapackage.json'), pakket);
  const { resources } = JSON.parse(pakket.toString('utf8')) as DataPakket;
  for (const { path } of resources) await writeFile(join(map, path), await haal(path));
}
