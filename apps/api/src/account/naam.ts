import type { Keyring } from '@maatwerktraject/crypto';
import { ontzegel } from '@maatwerktraject/database';

/** What is shown of somebody of whom nothing is left but what he did. */
const GEWIST = 'gewist account';

interface Persoon {
  /** Sealed, as is the address. */
  readonly naam: string;
  readonly email: string | null;
  readonly status: string;
}

export const naamVan = (keyring: Keyring, { naam, status }: Omit<Persoon, 'email'>): string =>
  status === 'gewist' ? GEWIST : ontzegel(keyring, 'account.naam', naam);

export const emailVan = (keyring: Keyring, { email, status }: Omit<Persoon, 'naam'>): string | null =>
  status === 'gewist' || email === null ? null : ontzegel(keyring, 'account.email', email);
