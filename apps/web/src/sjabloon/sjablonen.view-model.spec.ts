import {
  overgangInWoorden,
  perSjabloon,
  plekInWoorden,
  stapInWoorden,
  type Overgang,
} from './sjablonen.view-model.js';

const regel = (sleutel: string, versie: number, status: 'concept' | 'gepubliceerd', titel = sleutel) => ({
  ...{ sleutel, versie, titel, status, gewijzigdOp: '2027-02-01T08:00:00.000Z' },
});

test('de versies van een sjabloon staan bij elkaar, de nieuwste eerst, onder de titel die geldt', () => {
  const groepen = perSjabloon([
    regel('a', 1, 'gepubliceerd', 'A'),
    regel('b', 1, 'gepubliceerd', 'B'),
    regel('a', 2, 'concept', 'A nieuw'),
  ]);
  expect(groepen.map(({ titel, versies }) => [titel, versies.map(({ versie }) => versie)])).toEqual([
    ['A', [2, 1]],
    ['B', [1]],
  ]);
});

test('een plek telt vanaf 1', () => {
  expect(plekInWoorden('stappen.0.taken.10.titel')).toBe('stappen › 1 › taken › 11 › titel');
});

const stap = {
  ...{ sleutel: 'p', titel: 'Prioriteren', volgnummer: 2, wat: 'gaat-mee', eindigtDanOp: '2027-05-10' },
  ...{ opentOp: '2027-03-30', opentDanOp: '2027-04-06', takenNieuw: ['Extra'], takenVervallen: [] },
  takenGewijzigd: ['Keuze'],
} satisfies Overgang['stappen'][number] & { wat: 'gaat-mee' };

test('een stap zegt wat er anders wordt', () => {
  const dag = (datum: string): string => datum;
  expect(stapInWoorden(stap, dag)).toBe(
    'Prioriteren: gaat mee, begint op 2027-04-06 in plaats van 2027-03-30. Taken: nieuw: Extra; andere termijn of akkoord: Keuze.',
  );
  expect(stapInWoorden({ ...stap, wat: 'blijft', takenNieuw: [], takenGewijzigd: [] }, dag)).toBe(
    'Prioriteren: blijft zoals die is.',
  );
});

test('een overgang zegt wanneer, of waarom niet', () => {
  const overgang = { wanneer: 'nu', bezwaar: null } as Overgang;
  expect(overgangInWoorden(overgang)).toBe('Gaat meteen over.');
  expect(overgangInWoorden({ ...overgang, bezwaar: { code: 'x', zin: 'Kan niet.' } })).toBe('Kan niet.');
});
