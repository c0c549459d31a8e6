/** Why an attempt had no answer. */
export const LEVERFOUTEN = [
  'te-laat',
  'geen-verbinding',
  'onbekend-adres',
  'traag-adres',
  'verboden-adres',
  'geen-tls',
] as const;
export type Leverfout = (typeof LEVERFOUTEN)[number];

/** How an attempt ended: an answer with its HTTP status, or none. `retryAfterS`: seconds that the receiver asked for. */
export type Uitslag =
  | { readonly soort: 'antwoord'; readonly status: number; readonly retryAfterS: number | null }
  | { readonly soort: 'fout'; readonly fout: Leverfout };

export type Leverbesluit =
  | { readonly soort: 'afgeleverd' }
  | { readonly soort: 'opnieuw'; readonly overS: number }
  | { readonly soort: 'mislukt' }
  /** The receiver wants nothing more: the webhook ends. */
  | { readonly soort: 'weg' };

const MINUUT = 60;
const UUR = 60 * MINUUT;

/** Seconds to wait after the first attempt, the second, …: ten attempts in a little over three days. */
export const WACHTTIJDEN_S = [
  5,
  5 * MINUUT,
  30 * MINUUT,
  2 * UUR,
  5 * UUR,
  10 * UUR,
  14 * UUR,
  20 * UUR,
  24 * UUR,
] as const;
export const MAX_LEVERPOGINGEN = WACHTTIJDEN_S.length + 1;

/** After so many days without one success a webhook is paused. */
export const PAUZE_NA_DAGEN = 5;

/** A receiver may ask for a day at most. */
const MAX_RETRY_AFTER_S = 24 * UUR;
/** Up to a tenth longer, so that what failed together does not come back together. */
const SPREIDING = 0.1;
/** Attempts without success in a row after which a receiver is left alone for a moment. */
const STORINGEN_OP_RIJ = 3;
const RUST_S = MINUUT;

const gevraagd = (uitslag: Uitslag): number =>
  uitslag.soort === 'antwoord' ? Math.min(Math.max(uitslag.retryAfterS ?? 0, 0), MAX_RETRY_AFTER_S) : 0;

export const isGelukt = (uitslag: Uitslag): boolean =>
  uitslag.soort === 'antwoord' && uitslag.status >= 200 && uitslag.status < 300;

/**
 * What follows from attempt number `poging` (the first is 1).
 * @param toeval from 0 up to 1
 */
export function besluitNa(uitslag: Uitslag, poging: number, toeval: number): Leverbesluit {
  if (isGelukt(uitslag)) return { soort: 'afgeleverd' };
  if (uitslag.soort === 'antwoord' && uitslag.status === 410) return { soort: 'weg' };
  const wachttijd = WACHTTIJDEN_S[poging - 1];
  if (wachttijd === undefined) return { soort: 'mislukt' };
  const metSpreiding = Math.round(wachttijd * (1 + SPREIDING * toeval));
  return { soort: 'opnieuw', overS: Math.max(metSpreiding, gevraagd(uitslag)) };
}

/** No answer, or one that says that the receiver itself is unwell or busy; a refusal of this one event is not. */
export const isStoring = (uitslag: Uitslag): boolean =>
  uitslag.soort === 'fout' || uitslag.status === 429 || uitslag.status >= 500;

/** Seconds for which the receiver gets nothing at all, after so many such attempts in a row (this one included). */
export function rustNa(uitslag: Uitslag, opRij: number): number {
  if (!isStoring(uitslag)) return 0;
  return Math.max(gevraagd(uitslag), opRij >= STORINGEN_OP_RIJ ? RUST_S : 0);
}

const FOUTZINNEN: Readonly<Record<Leverfout, string>> = {
  'te-laat': 'Er kwam geen antwoord binnen 15 seconden. Antwoord meteen, en verwerk daarna.',
  'geen-verbinding': 'Wij kregen geen verbinding. Kijk of uw systeem aan staat en van buiten te bereiken is.',
  'onbekend-adres': 'De naam in het adres is niet te vinden. Kijk het adres na.',
  'traag-adres':
    'Het duurde te lang om de naam in het adres op te zoeken. Kijk na hoe uw domeinnaam is ingesteld.',
  'verboden-adres': 'Het adres leidt naar een netwerk dat niet openbaar is. Gebruik een openbaar adres.',
  'geen-tls': 'De beveiligde verbinding lukte niet. Kijk het certificaat van uw systeem na.',
};

/** What went wrong and what to do, for the log; null when it went well. Never the words of the receiver. */
export function foutzin(uitslag: Uitslag): string | null {
  if (uitslag.soort === 'fout') return FOUTZINNEN[uitslag.fout];
  const { status } = uitslag;
  if (isGelukt(uitslag)) return null;
  if (status === 410) return 'Uw systeem wil geen berichten meer (410). De webhook is beëindigd.';
  if (status === 429) return 'Uw systeem kreeg te veel tegelijk (429). Wij wachten en proberen het opnieuw.';
  if (status >= 300 && status < 400)
    return `Uw systeem verwees door (${String(status)}). Wij volgen dat niet: wijzig het adres van de webhook.`;
  if (status === 401 || status === 403)
    return `Uw systeem weigerde (${String(status)}). Kijk of het geheim klopt dat u gebruikt.`;
  return `Uw systeem antwoordde met ${String(status)}. Wij verwachten een status van 200 tot en met 299.`;
}
