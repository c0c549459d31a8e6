/** `naam-van-de-actie` → `Naam van de actie`: the key of a question, as somebody can read it. */
export function alsWoord(sleutel: string): string {
  const tekst = sleutel.replace(/[-_]/g, ' ');
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}

/** One answer in words, however deep: lists with semicolons between, parts with their own names. */
export function inWoorden(waarde: unknown): string {
  if (waarde === null || waarde === undefined || waarde === '') return '–';
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  if (Array.isArray(waarde)) return waarde.length === 0 ? '–' : waarde.map(inWoorden).join('; ');
  if (typeof waarde === 'object')
    return (
      Object.entries(waarde)
        .map(([sleutel, deel]) => `${alsWoord(sleutel)}: ${inWoorden(deel)}`)
        .join(', ') || '–'
    );
  return typeof waarde === 'string' || typeof waarde === 'number' ? String(waarde) : '–';
}

/** What somebody sent in, a line for each question. */
export const antwoordRegels = (inhoud: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(inhoud).map(([sleutel, waarde]) => `${alsWoord(sleutel)}: ${inWoorden(waarde)}`);
