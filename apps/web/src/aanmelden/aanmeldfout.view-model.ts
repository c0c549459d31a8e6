/** Why a login with the account of an organisation did not work, as the API names it in the address. */
export const AANMELDFOUTEN = [
  'afgebroken',
  'verlopen',
  'onbekend',
  'geblokkeerd',
  'tweede-factor',
  'storing',
  'geen-rol',
] as const;
export type Aanmeldfout = (typeof AANMELDFOUTEN)[number];

/** What happened, and what one can do. */
const ZINNEN: Readonly<Record<Aanmeldfout, string>> = {
  afgebroken: 'Het aanmelden is gestopt voordat het klaar was. Probeer het opnieuw.',
  verlopen: 'Het aanmelden duurde te lang, of begon in een andere browser. Begin hieronder opnieuw.',
  onbekend:
    'Dit account is hier niet bekend. Kies een ander account, of vraag de beheerder om toegang. Werkt u bij een gemeente? Meld u dan aan met uw e-mailadres.',
  geblokkeerd: 'Dit account mag zich hier niet meer aanmelden. Vraag de beheerder waarom.',
  'tweede-factor':
    'Dit account is aangemeld zonder tweede controle, zoals een code op uw telefoon. Die is hier nodig. Zet hem aan bij uw organisatie en meld u daarna opnieuw aan.',
  storing:
    'De aanmelding van uw organisatie antwoordt nu niet. Wacht een paar minuten en probeer het opnieuw.',
  'geen-rol': 'Uw account heeft hier nog geen rol. Vraag de beheerder om toegang.',
};

const isAanmeldfout = (waarde: string): waarde is Aanmeldfout =>
  (AANMELDFOUTEN as readonly string[]).includes(waarde);

/** The sentence for the `fout` of an address; null when there is none. */
export function aanmeldfoutZin(fout: string | undefined): string | null {
  if (fout === undefined) return null;
  return isAanmeldfout(fout) ? ZINNEN[fout] : 'Het aanmelden lukte niet. Probeer het opnieuw.';
}
