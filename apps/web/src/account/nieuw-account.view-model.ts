import { emailFout } from '../aanmelden/email.view-model.js';
import type { Account, Fout, NieuwAccount, VerleendeRol } from '../api/types.js';

/** The form as it stands. */
export interface AccountInvoer {
  readonly soort: NieuwAccount['soort'];
  readonly naam: string;
  readonly email: string;
  readonly rollen: readonly VerleendeRol[];
}

export const LEEG: AccountInvoer = { soort: 'mens', naam: '', email: '', rollen: [] };

export function foutenIn({ soort, naam, email, rollen }: AccountInvoer): Fout[] {
  const fouten: Fout[] = [];
  if (naam.trim() === '') fouten.push({ pad: 'naam', zin: 'Vul een naam in.' });
  if (soort === 'dienst') return fouten;
  const mis = emailFout(email.trim());
  if (mis !== null) fouten.push({ pad: 'email', zin: email.trim() === '' ? 'Vul een e-mailadres in.' : mis });
  if (rollen.length === 0) fouten.push({ pad: 'rollen', zin: 'Kies ten minste één rol.' });
  return fouten;
}

/** What is asked of the API; a service has no address, and gets its roles afterwards. */
export const verzoekVan = ({ soort, naam, email, rollen }: AccountInvoer): NieuwAccount =>
  soort === 'dienst'
    ? { soort, naam: naam.trim() }
    : { soort, naam: naam.trim(), email: email.trim(), rollen: [...rollen] };

/** What was made, and what comes next. */
export const gemaaktInWoorden = ({ soort, naam }: Pick<Account, 'soort' | 'naam'>): string =>
  soort === 'dienst'
    ? `Het account van ${naam} is gemaakt. Geef nu rollen of toegang, en maak een token.`
    : `Het account van ${naam} is gemaakt. Er gaat een mail met uitleg naar deze persoon.`;
