import { controleerConcept, type AntwoordFout, type Veld } from '@maatwerktraject/domain';

/** The answers as they stand in the form; not yet checked. */
export type Inhoud = Readonly<Record<string, unknown>>;
export type Pad = readonly string[];

const isRecord = (waarde: unknown): waarde is Record<string, unknown> =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

/** The value at a path; undefined when there is none. */
export function lees(waarde: unknown, pad: Pad): unknown {
  const [eerste, ...rest] = pad;
  if (eerste === undefined) return waarde;
  if (Array.isArray(waarde)) return lees(waarde[Number(eerste)], rest);
  return isRecord(waarde) ? lees(waarde[eerste], rest) : undefined;
}

function zetIn(waarde: unknown, pad: Pad, nieuw: unknown): unknown {
  const [eerste, ...rest] = pad;
  if (eerste === undefined) return nieuw;
  if (Array.isArray(waarde)) {
    const plek = Number(eerste);
    if (nieuw === undefined && rest.length === 0) return waarde.filter((_, nummer) => nummer !== plek);
    return waarde.map((deel: unknown, nummer) => (nummer === plek ? zetIn(deel, rest, nieuw) : deel));
  }
  const { [eerste]: oud, ...anders } = isRecord(waarde) ? waarde : {};
  if (nieuw === undefined && rest.length === 0) return anders;
  return { ...(isRecord(waarde) ? waarde : {}), [eerste]: zetIn(oud, rest, nieuw) };
}

/** The same answers with one value set, or taken away when `nieuw` is undefined. */
export const zet = (inhoud: Inhoud, pad: Pad, nieuw: unknown): Inhoud => zetIn(inhoud, pad, nieuw) as Inhoud;

/** What the form begins with: the draft, and the first items of a list that may not stay empty. */
export function beginInhoud(velden: readonly Veld[], concept: Inhoud | undefined): Inhoud {
  const begin: Record<string, unknown> = { ...concept };
  for (const veld of velden) {
    if (veld.soort === 'lijst' && veld.verplicht)
      begin[veld.sleutel] ??= Array.from({ length: veld.minimum }, () => ({}));
    if (veld.soort === 'matrix') begin[veld.sleutel] ??= {};
  }
  return begin;
}

/** The part of the answers that can be kept as a draft, and how many answers are left out because they do not fit. */
export function bewaarbaar(velden: readonly Veld[], inhoud: Inhoud): { inhoud: Inhoud; weggelaten: number } {
  const fouten = controleerConcept(velden, inhoud);
  const schoon = fouten.reduce<Inhoud>((rest, { pad }) => zet(rest, pad.split('.'), undefined), inhoud);
  return { inhoud: schoon, weggelaten: fouten.length };
}

/** Faults for the summary: of a matrix one per row, which leads to the first cell of that row. */
export function samengevat(velden: readonly Veld[], fouten: readonly AntwoordFout[]): AntwoordFout[] {
  const matrices = velden.filter((veld) => veld.soort === 'matrix');
  const perRij = new Map<string, AntwoordFout & { aantal: number; rij: string }>();
  const rest: AntwoordFout[] = [];
  for (const fout of fouten) {
    const [veldSleutel, rijSleutel, kolom] = fout.pad.split('.');
    const rij = matrices
      .find(({ sleutel }) => sleutel === veldSleutel)
      ?.rijen.find(({ waarde }) => waarde === rijSleutel);
    if (!rij || kolom === undefined) {
      rest.push(fout);
      continue;
    }
    const eerder = perRij.get(rij.waarde);
    if (eerder) eerder.aantal++;
    else perRij.set(rij.waarde, { ...fout, aantal: 1, rij: rij.label });
  }
  const rijen = [...perRij.values()].map(({ pad, zin, aantal, rij }) => ({
    pad,
    zin: aantal === 1 ? zin : `Geef nog ${String(aantal)} scores voor ${rij}.`,
  }));
  return [...rijen, ...rest];
}

/** `3 van de 4 ingevuld`: how far one row of a matrix is. */
export const ingevuld = (rij: unknown, kolommen: readonly { waarde: string }[]): number =>
  isRecord(rij)
    ? kolommen.filter(({ waarde }) => typeof rij[waarde] === 'string' && rij[waarde] !== '').length
    : 0;

/** A number as people type it; what is no number stays text, so that the check can say so. */
export function getalUit(tekst: string): number | string | undefined {
  const schoon = tekst.trim().replace(',', '.');
  if (schoon === '') return undefined;
  const getal = Number(schoon);
  return Number.isFinite(getal) ? getal : tekst;
}
