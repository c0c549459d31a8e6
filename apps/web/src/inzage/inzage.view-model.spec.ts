import type { Inzage } from '../api/types.js';
import { foutenIn, inzageVoor, keuzeZin, LEEG, verzoekVan } from './inzage.view-model.js';

const borne = { code: 'GM0147', naam: 'Borne', provincie: 'Overijssel', veiligheidsregio: 'Twente' };

describe('inzage vragen', () => {
  it('vraagt een cohort, een gemeente en een reden', () => {
    expect(foutenIn(LEEG).map(({ pad }) => pad)).toEqual(['cohortId', 'gemeentecode', 'reden']);
    const vol = { ...LEEG, cohortId: 'c1', gemeente: borne, reden: ' te kort  ' };
    expect(foutenIn(vol).map(({ pad }) => pad)).toEqual(['reden']);
    const goed = { ...vol, reden: ' Een antwoord lijkt weg. ', uren: 2 };
    expect(foutenIn(goed)).toEqual([]);
    expect(verzoekVan(goed)).toEqual({
      cohortId: 'c1',
      gemeentecode: 'GM0147',
      reden: 'Een antwoord lijkt weg.',
      uren: 2,
    });
  });
});

describe('de lijst met gemeenten', () => {
  it('zegt wat eerst moet, of dat er niets te kiezen is', () => {
    expect(keuzeZin(false, 3)).toBe('Kies eerst een cohort');
    expect(keuzeZin(true, undefined)).toMatch(/komen eraan/);
    expect(keuzeZin(true, 0)).toMatch(/geen gemeenten/);
    expect(keuzeZin(true, 14)).toBe('Kies een gemeente');
  });
});

describe('onder welke inzage iemand leest', () => {
  const inzage = (id: string, deel: Partial<Inzage> = {}): Inzage =>
    ({
      id,
      accountId: 'ik',
      trajectId: 't1',
      actief: true,
      vervaltOp: '2027-02-01T09:00:00.000Z',
      ...deel,
    }) as Inzage;

  it('is een eigen inzage die nog loopt, en wel de langste', () => {
    const lijst = [
      inzage('ander', { accountId: 'ander', vervaltOp: '2027-02-01T23:00:00.000Z' }),
      inzage('voorbij', { actief: false, vervaltOp: '2027-02-01T22:00:00.000Z' }),
      inzage('elders', { trajectId: 't2', vervaltOp: '2027-02-01T21:00:00.000Z' }),
      inzage('kort'),
      inzage('lang', { vervaltOp: '2027-02-01T12:00:00.000Z' }),
    ];
    expect(inzageVoor(lijst, 't1', 'ik')?.id).toBe('lang');
    expect(inzageVoor(lijst, 't3', 'ik')).toBeUndefined();
    expect(inzageVoor(lijst, 't1', undefined)).toBeUndefined();
  });
});
