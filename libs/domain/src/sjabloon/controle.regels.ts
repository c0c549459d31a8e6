/** What is wrong with a sjabloon: where (`stappen.0.taken.1.sleutel`), and a Dutch sentence that says what to do. */
export interface SjabloonFout {
  readonly pad: string;
  readonly zin: string;
}

export const fout = (pad: string, zin: string): SjabloonFout => ({ pad, zin });

/** A dot separates the parts of a taak's ID; a slash those of a mail's key. */
const SLEUTEL = /^[a-z][a-z0-9_-]{0,59}$/;

export const sleutelFouten = (sleutel: string, pad: string): SjabloonFout[] =>
  SLEUTEL.test(sleutel)
    ? []
    : [fout(pad, 'Begin met een kleine letter. Gebruik daarna alleen kleine letters, cijfers, - en _.')];

/** Each name that stands in the list a second time. */
export const dubbelen = (namen: readonly string[], pad: (index: number) => string): SjabloonFout[] =>
  namen.flatMap((naam, index) =>
    namen.indexOf(naam) < index ? [fout(pad(index), `"${naam}" staat er al. Kies een andere.`)] : [],
  );

/** Texts that are not there. */
export const leegstaand = <T extends object>(
  deel: T,
  velden: readonly (keyof T & string)[],
  pad: string,
): SjabloonFout[] =>
  velden.flatMap((veld) =>
    String(deel[veld]).trim() === '' ? [fout(pad ? `${pad}.${veld}` : veld, 'Vul hier een tekst in.')] : [],
  );
