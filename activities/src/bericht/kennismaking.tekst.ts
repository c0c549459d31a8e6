/** What somebody must know who hears of the traject for the first time. */
export interface Kennismaking {
  /** Minutes that all taken of this person take together. */
  readonly eigenMinuten: number;
  readonly aantalStappen: number;
  /** How the traject is called in a sentence, and what it is for. */
  readonly naam: string;
  readonly doel: string;
  /** Length of the whole traject. */
  readonly weken: number;
}

const WEKEN_PER_MAAND = 365.25 / 12 / 7;

const metKomma = (getal: number): string => String(getal).replace('.', ',');

/** Rounded up, to tens of minutes or to half hours: nobody is asked for more than this says. */
function tijdInWoorden(minuten: number): string {
  if (minuten <= 60) return `${String(Math.ceil(minuten / 10) * 10)} minuten`;
  return `${metKomma(Math.ceil(minuten / 30) / 2)} uur`;
}

/** Two paragraphs for the first mail: what the traject is, who guides it, what it takes, and why this mail came. */
export function kennismakingInWoorden(
  gemeente: string,
  { eigenMinuten, aantalStappen, naam, doel, weken }: Kennismaking,
): string[] {
  const maanden = String(Math.round(weken / WEKEN_PER_MAAND));
  const tijd =
    eigenMinuten === 0 ? '' : ` Uw eigen taken kosten samen ongeveer ${tijdInWoorden(eigenMinuten)}.`;
  return [
    `U krijgt deze mail omdat u bent opgegeven als contactpersoon van ${gemeente} voor ${naam}. ${doel}`.trim(),
    `Dat gaat in ${String(aantalStappen)} stappen en duurt ongeveer ${maanden} maanden. Een adviseur begeleidt u.${tijd} U krijgt steeds een mail als er iets voor u klaarstaat.`,
  ];
}
