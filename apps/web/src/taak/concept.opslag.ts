import type { Taak } from '../api/types.js';
import type { Inhoud } from './antwoorden.view-model.js';

/** Answers that are not stored at the server yet, and the version of the draft that they were made from. */
export interface LokaalConcept {
  readonly versie: number;
  readonly inhoud: Inhoud;
}

const BEGIN = 'maatwerktraject.concept.';

/** For one person: who logs in after him in this tab gets nothing of it. */
const plaatsVan = (accountId: string, taakId: string): string => `${BEGIN}${accountId}.${taakId}`;

/** Keeps answers in this tab, for when the page goes before they are stored. Where that cannot be, it does nothing. */
export function bewaarLokaal(
  accountId: string,
  taakId: string,
  concept: LokaalConcept,
  opslag: Storage = sessionStorage,
): void {
  try {
    opslag.setItem(plaatsVan(accountId, taakId), JSON.stringify(concept));
  } catch {
    // Full, or not allowed: the form itself still holds them.
  }
}

export function vergeetLokaal(accountId: string, taakId: string, opslag: Storage = sessionStorage): void {
  opslag.removeItem(plaatsVan(accountId, taakId));
}

/** All that is kept in this tab, of everybody. */
export function vergeetAlleConcepten(opslag: Storage = sessionStorage): void {
  for (const sleutel of Object.keys(opslag)) if (sleutel.startsWith(BEGIN)) opslag.removeItem(sleutel);
}

const isConcept = (waarde: unknown): waarde is LokaalConcept =>
  typeof waarde === 'object' &&
  waarde !== null &&
  'versie' in waarde &&
  typeof waarde.versie === 'number' &&
  'inhoud' in waarde &&
  typeof waarde.inhoud === 'object' &&
  waarde.inhoud !== null;

function leesLokaal(accountId: string, taakId: string, opslag: Storage): LokaalConcept | null {
  try {
    const waarde: unknown = JSON.parse(opslag.getItem(plaatsVan(accountId, taakId)) ?? 'null');
    return isConcept(waarde) ? waarde : null;
  } catch {
    return null;
  }
}

/** The same text for the same content, in whatever order its keys stand. */
const vast = (waarde: unknown): string =>
  JSON.stringify(waarde, (_, deel: unknown) =>
    typeof deel === 'object' && deel !== null && !Array.isArray(deel)
      ? Object.fromEntries(Object.entries(deel).sort(([een], [ander]) => een.localeCompare(ander)))
      : deel,
  );

/**
 * What was typed earlier in this tab and is not at the server; null when there is nothing, or when it got there after all.
 */
export function teHerstellen(
  accountId: string,
  taak: Pick<Taak, 'id' | 'concept'>,
  opslag: Storage = sessionStorage,
): LokaalConcept | null {
  const lokaal = leesLokaal(accountId, taak.id, opslag);
  return lokaal && vast(lokaal.inhoud) !== vast(taak.concept?.inhoud ?? {}) ? lokaal : null;
}
