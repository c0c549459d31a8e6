import type { TrajectAdviseur } from '@maatwerktraject/contracts';
import type { Keyring } from '@maatwerktraject/crypto';
import { ontzegel } from '@maatwerktraject/database';
import { adviseurVan } from '../cohort/adviseur.js';

/** Somebody who works in a cohort, as `adviseur_bij` and `leider_bij` give him; sealed. */
export interface BegeleiderRij {
  readonly account_id: string;
  /** What whoever let him in called him. */
  readonly gegeven_naam: string | null;
  readonly naam: string;
  readonly email: string;
}

export const begeleiderVan = (
  keyring: Keyring,
  { account_id: accountId, gegeven_naam, naam, email }: BegeleiderRij,
): { accountId: string; naam: string; email: string } => ({
  accountId,
  // Else the name of anyone could be had by letting in his address.
  naam:
    gegeven_naam === null
      ? ontzegel(keyring, 'account.naam', naam)
      : ontzegel(keyring, 'toekenning.naam', gegeven_naam),
  email: ontzegel(keyring, 'account.email', email),
});

/** Who guides a traject: the one who was chosen for it, or the adviseur of the cohort. */
export const adviseurVanTraject = (
  keyring: Keyring,
  rij: Parameters<typeof adviseurVan>[1] & { readonly begeleider: BegeleiderRij | null },
): TrajectAdviseur =>
  rij.begeleider ? begeleiderVan(keyring, rij.begeleider) : { accountId: null, ...adviseurVan(keyring, rij) };
