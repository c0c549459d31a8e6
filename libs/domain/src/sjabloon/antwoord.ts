import { isDatum } from '../kalender/datum.js';
import type { Antwoord, EnkelVeld, LijstVeld, MatrixVeld, Veld, VeldWaarde } from './veld.js';

/** What is wrong with one answer: where (`pad`, keys joined by dots) and a Dutch sentence that says what to do. */
export interface AntwoordFout {
  readonly pad: string;
  readonly zin: string;
}

const MAX_TEKENS = 5000;

const isLeeg = (waarde: unknown): boolean =>
  waarde === undefined ||
  waarde === null ||
  (typeof waarde === 'string' && waarde.trim() === '') ||
  (Array.isArray(waarde) && waarde.length === 0);

const isRecord = (waarde: unknown): waarde is Record<string, unknown> =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

/** What was answered under this key itself: what every object inherits (`constructor`, …) is no answer. */
const eigen = (waarden: Record<string, unknown>, sleutel: string): unknown =>
  Object.hasOwn(waarden, sleutel) ? waarden[sleutel] : undefined;

function foutInEnkel(veld: EnkelVeld, waarde: unknown): string | undefined {
  switch (veld.soort) {
    case 'tekst':
    case 'lange-tekst': {
      const max = veld.maxTekens ?? MAX_TEKENS;
      if (typeof waarde !== 'string') return 'Vul hier tekst in.';
      return waarde.length > max
        ? `Maak uw tekst korter: gebruik niet meer dan ${String(max)} tekens.`
        : undefined;
    }
    case 'getal':
      return typeof waarde === 'number' && waarde >= veld.min && waarde <= veld.max
        ? undefined
        : `Vul een getal in van ${String(veld.min)} tot en met ${String(veld.max)}.`;
    case 'datum':
      return typeof waarde === 'string' && isDatum(waarde)
        ? undefined
        : 'Vul een datum in, zoals 2027-02-01.';
    case 'keuze':
      return veld.opties.some((optie) => optie.waarde === waarde) ? undefined : 'Kies een van de antwoorden.';
    case 'meerkeuze':
      if (
        !Array.isArray(waarde) ||
        !waarde.every((deel) => veld.opties.some((optie) => optie.waarde === deel))
      )
        return 'Kies alleen uit de antwoorden die er staan.';
      return new Set(waarde).size < waarde.length ? 'Kies elk antwoord niet meer dan één keer.' : undefined;
  }
}

function foutenInMatrix(veld: MatrixVeld, waarde: unknown, pad: string, volledig: boolean): AntwoordFout[] {
  if (!isRecord(waarde)) return [{ pad, zin: 'Geef per onderdeel een score.' }];
  const fouten: AntwoordFout[] = [];
  for (const rij of veld.rijen) {
    const rijPad = `${pad}.${rij.waarde}`;
    const cellen = eigen(waarde, rij.waarde) ?? {};
    if (!isRecord(cellen)) {
      fouten.push({ pad: rijPad, zin: 'Geef per onderdeel een score.' });
      continue;
    }
    for (const kolom of veld.kolommen) {
      const score = eigen(cellen, kolom.waarde);
      const celPad = `${rijPad}.${kolom.waarde}`;
      if (isLeeg(score)) {
        if (volledig) fouten.push({ pad: celPad, zin: `Geef een score voor ${rij.label}: ${kolom.label}.` });
      } else if (!veld.schaal.some((optie) => optie.waarde === score)) {
        fouten.push({ pad: celPad, zin: 'Kies een van de scores.' });
      }
    }
    fouten.push(
      ...onbekend(
        cellen,
        veld.kolommen.map((kolom) => kolom.waarde),
        rijPad,
      ),
    );
  }
  return [
    ...fouten,
    ...onbekend(
      waarde,
      veld.rijen.map((rij) => rij.waarde),
      pad,
    ),
  ];
}

function foutenInLijst(veld: LijstVeld, waarde: unknown, pad: string, volledig: boolean): AntwoordFout[] {
  if (!Array.isArray(waarde)) return [{ pad, zin: `Voeg een ${veld.itemNaam} toe.` }];
  const fouten: AntwoordFout[] = [];
  if (volledig && waarde.length < veld.minimum)
    fouten.push({ pad, zin: `Voeg minstens ${String(veld.minimum)} ${veld.itemNaam} toe.` });
  if (waarde.length > veld.maximum)
    fouten.push({ pad, zin: `Geef niet meer dan ${String(veld.maximum)} keer een ${veld.itemNaam}.` });
  waarde.forEach((item: unknown, nummer) => {
    const itemPad = `${pad}.${String(nummer)}`;
    if (isRecord(item)) fouten.push(...foutenIn(veld.velden, item, itemPad, volledig));
    else fouten.push({ pad: itemPad, zin: `Dit is geen ${veld.itemNaam}.` });
  });
  return fouten;
}

function onbekend(waarden: Record<string, unknown>, bekend: readonly string[], pad: string): AntwoordFout[] {
  return Object.keys(waarden)
    .filter((sleutel) => !bekend.includes(sleutel))
    .map((sleutel) => ({
      pad: pad ? `${pad}.${sleutel}` : sleutel,
      zin: 'Deze vraag staat niet op het formulier.',
    }));
}

function foutenIn(
  velden: readonly Veld[],
  inhoud: Record<string, unknown>,
  basis: string,
  volledig: boolean,
): AntwoordFout[] {
  const fouten = onbekend(
    inhoud,
    velden.map((veld) => veld.sleutel),
    basis,
  );
  for (const veld of velden) {
    const pad = basis ? `${basis}.${veld.sleutel}` : veld.sleutel;
    const waarde = eigen(inhoud, veld.sleutel);
    if (isLeeg(waarde)) {
      if (volledig && veld.verplicht) fouten.push({ pad, zin: `Vul dit nog in: ${veld.label}` });
    } else if (veld.soort === 'matrix') fouten.push(...foutenInMatrix(veld, waarde, pad, volledig));
    else if (veld.soort === 'lijst') fouten.push(...foutenInLijst(veld, waarde, pad, volledig));
    else {
      const zin = foutInEnkel(veld, waarde);
      if (zin) fouten.push({ pad, zin });
    }
  }
  return fouten;
}

/** All that is wrong with answers that are handed in: a required answer that is absent counts as a fault. */
export function controleerAntwoord(
  velden: readonly Veld[],
  inhoud: Readonly<Record<string, unknown>>,
): AntwoordFout[] {
  return foutenIn(velden, inhoud, '', true);
}

/** All that is wrong with a draft: answers may be absent, but those that are there must fit the form. */
export function controleerConcept(
  velden: readonly Veld[],
  inhoud: Readonly<Record<string, unknown>>,
): AntwoordFout[] {
  return foutenIn(velden, inhoud, '', false);
}

/** Narrows checked input to an answer. Call it only after one of the checks above found nothing. */
export function alsAntwoord(inhoud: Readonly<Record<string, unknown>>): Antwoord {
  return inhoud as Readonly<Record<string, VeldWaarde>>;
}
