import type { Toekenning } from '../api/types.js';
import { andereAdviseurs } from './adviseur-in-mail.view-model.js';

const wie = (accountId: string, extra: Partial<Toekenning> = {}): Toekenning => ({
  id: `toekenning-${accountId}`,
  accountId,
  naam: accountId,
  email: `${accountId}@les.example`,
  rol: 'adviseur',
  cohortId: 'cohort',
  identiteiten: false,
  reden: null,
  verleendDoor: null,
  verleendOp: '2027-02-01T08:00:00.000Z',
  vervaltOp: null,
  uitnodiging: null,
  ...extra,
});

describe('wie er in de mail kan staan', () => {
  it('is een andere adviseur met een adres', () => {
    const items = [
      wie('ank'),
      wie('bob'),
      wie('kijker', { rol: 'onderzoeker' }),
      wie('dienst', { email: null }),
    ];
    const namen = (accountId: string | null): string[] =>
      andereAdviseurs(items, { accountId }).map(({ naam }) => naam);
    expect(namen('ank')).toEqual(['bob']);
    // In the mails is an address that nobody logs in with.
    expect(namen(null)).toEqual(['ank', 'bob']);
  });
});
