import type { Keyring } from '@maatwerktraject/crypto';
import { GEWISTE_NAAM, ontzegel } from '@maatwerktraject/database';

interface Persoon {
  /** Sealed, as is the address. */
  readonly naam: string;
  readonly email: string | null;
  readonly status: string;
}

export const naamVan = (keyring: Keyring, { naam, status }: Omit<Persoon, 'email'>): string =>
  status === 'gewist' ? GEWISTE_NAAM : ontzegel(keyring, 'account.naam', naam);

export const emailVan = (keyring: Keyring, { email, status }: Omit<Persoon, 'naam'>): string | null =>
  status === 'gewist' || email === null ? null : ontzegel(keyring, 'account.email', email);
