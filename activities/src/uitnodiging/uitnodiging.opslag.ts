import type { Keyring } from '@maatwerktraject/crypto';
import { ontzegel } from '@maatwerktraject/database';
import type { DataSource } from 'typeorm';
import type { UitnodigingGegevens } from './uitnodiging.tekst.js';

export interface TeSturenUitnodiging extends UitnodigingGegevens {
  /** The grants or the contactpersoon that the mail is about, in a fixed order. */
  readonly sleutels: readonly string[];
}

/** How an attempt ended; `later`: it certainly did not leave, and is tried again. */
export type Uitkomst = 'verzonden' | 'mislukt' | 'onbekend' | 'later';

interface Rij {
  readonly sleutels: string[];
  readonly naam: string;
  readonly email: string;
  readonly door: string | null;
  readonly delen: UitnodigingGegevens['delen'];
  readonly oefen: boolean;
}

/** The invitations that wait, as the one who mails them sees them: by functions, for it reads no grants. */
export const createUitnodigingOpslag = (database: DataSource, keyring: Keyring) => ({
  /** Takes the next one; undefined when none is due. */
  async claim(): Promise<TeSturenUitnodiging | undefined> {
    const [rij] = await database.query<Rij[]>('SELECT * FROM claim_uitnodiging()');
    return (
      rij && {
        ...rij,
        naam: ontzegel(keyring, 'account.naam', rij.naam),
        email: ontzegel(keyring, 'account.email', rij.email),
        door: rij.door === null ? null : ontzegel(keyring, 'account.naam', rij.door),
      }
    );
  },

  async verwerk(sleutels: readonly string[], uitkomst: Uitkomst): Promise<void> {
    await database.query('SELECT verwerk_uitnodiging($1, $2)', [sleutels, uitkomst]);
  },
});
