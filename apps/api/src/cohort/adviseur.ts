import type { Keyring } from '@maatwerktraject/crypto';
import { ontzegel } from '@maatwerktraject/database';

/** The adviseur of a cohort in readable form, from its sealed columns. */
export const adviseurVan = (
  keyring: Keyring,
  rij: { readonly adviseur_naam: string; readonly adviseur_email: string },
): { naam: string; email: string } => ({
  naam: ontzegel(keyring, 'cohort.adviseur_naam', rij.adviseur_naam),
  email: ontzegel(keyring, 'cohort.adviseur_email', rij.adviseur_email),
});
