import type { CohortAdviseur, Toekenning } from '../api/types.js';

/** Who could be put in the mails instead: people who have access as adviseur. A service has no address. */
export const andereAdviseurs = (
  items: readonly Toekenning[],
  { accountId }: Pick<CohortAdviseur, 'accountId'>,
): Toekenning[] =>
  items.filter((een) => een.rol === 'adviseur' && een.email !== null && een.accountId !== accountId);
