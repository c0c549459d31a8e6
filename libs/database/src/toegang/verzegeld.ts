import { open, seal, type Keyring } from '@maatwerktraject/crypto';

/** Columns that say who a person is, or hold a secret that is needed as it is; they hold ciphertext (ADR 0010), and are found by index where that is needed. */
export const VERZEGELDE_KOLOMMEN = [
  'account.naam',
  'account.email',
  'toekenning.naam',
  'contactpersoon.naam',
  'contactpersoon.email',
  'cohort.adviseur_naam',
  'cohort.adviseur_email',
  'accountbericht.aan',
  'genodigde.naam',
  'genodigde.email',
  'webhook.geheim',
  'webhook.vorig_geheim',
  'bericht_poging.antwoord',
  'bericht_poging.nagekomen',
  'adresprobleem.woorden',
] as const;
export type VerzegeldeKolom = (typeof VERZEGELDE_KOLOMMEN)[number];

/** The text of a column as it is stored. */
export const verzegel = (keyring: Keyring, kolom: VerzegeldeKolom, tekst: string): string =>
  seal(keyring, tekst, kolom);

/** What stands in a sealed column once it was erased: the database does it, and has no key to seal with. */
const GEWIST = '';

/** What is shown of somebody of whom nothing is left but what he did. */
export const GEWISTE_NAAM = 'gewist';

/** What a person reads there. The address can never be delivered to (RFC 2606). */
const gewist = (kolom: VerzegeldeKolom): string =>
  kolom.endsWith('email') ? 'gewist@gewist.invalid' : GEWISTE_NAAM;

/** The text as a person reads it. @throws Error when it was changed, or sealed with a key that is not there */
export const ontzegel = (keyring: Keyring, kolom: VerzegeldeKolom, tekst: string): string =>
  tekst === GEWIST ? gewist(kolom) : open(keyring, tekst, kolom);
