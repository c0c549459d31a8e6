import type { SjabloonTaak, Uitvoerder } from './sjabloon.js';

/** What an adviseur asks of a gemeente besides the sjabloon, as it is kept. Empty where it was erased. */
export interface ExtraOpdracht {
  readonly titel?: string;
  readonly toelichting?: string;
  readonly minuten?: number;
}

/** The key of an extra taak begins with this; that of a taak of a sjabloon never holds a `-`. */
export const EXTRA_TAAK = 'extra-';

/** How it is called where its own title is not for the reader. */
export const EXTRA_TAAK_TITEL = 'Extra taak';

/** An extra taak in the form of those of a sjabloon: its one question is what was done. */
export function extraTaak(
  sleutel: string,
  uitvoerder: Uitvoerder,
  { titel, toelichting = '', minuten = 0 }: ExtraOpdracht,
): SjabloonTaak {
  return {
    sleutel,
    uitvoerders: [uitvoerder],
    opentNaWerkdagen: 0,
    termijnWerkdagen: 0,
    titel: titel === undefined || titel === '' ? EXTRA_TAAK_TITEL : titel,
    uitleg: toelichting,
    minuten: { [uitvoerder]: minuten },
    velden: [{ sleutel: 'antwoord', label: 'Wat hebt u gedaan?', verplicht: true, soort: 'lange-tekst' }],
  };
}
