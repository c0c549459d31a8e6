import type { Bijeenkomst, Groepssessie } from '../api/types.js';
import {
  alsGelegenheid,
  alsInvoer,
  foutenInSessie,
  komende,
  LEGE_SESSIE,
  standVan,
  wanneer,
  type SessieInvoer,
} from './groepssessie.view-model.js';

const GOED: SessieInvoer = { ...LEGE_SESSIE, onderwerp: ' Scan ', dag: '2027-03-30', plaats: 'Stadhuis' };
const SESSIE = {
  status: 'gepland',
  onderwerp: 'Scan',
  begintOp: '2027-03-30T08:00:00.000Z',
  eindigtOp: '2027-03-30T10:00:00.000Z',
  plaats: 'Stadhuis',
  link: null,
  herinneringWerkdagen: 2,
} as Groepssessie;

test('a form becomes a moment in Amsterdam, and back', () => {
  expect(foutenInSessie(GOED)).toEqual([]);
  expect(alsGelegenheid(GOED)).toMatchObject({
    onderwerp: 'Scan',
    begintOp: SESSIE.begintOp,
    eindigtOp: SESSIE.eindigtOp,
    link: null,
    herinneringWerkdagen: 2,
  });
  expect(alsInvoer(SESSIE)).toEqual({ ...GOED, onderwerp: 'Scan' });
  // In winter an hour later in UTC.
  expect(alsGelegenheid({ ...GOED, dag: '2027-02-02' }).begintOp).toBe('2027-02-02T09:00:00.000Z');
});

test.each([
  [{ onderwerp: ' ' }, 'onderwerp'],
  [{ dag: '2027-02-30' }, 'dag'],
  [{ van: '25:00' }, 'van'],
  [{ tot: '09:59' }, 'tot'],
  [{ link: 'http://x.example' }, 'link'],
  [{ plaats: '' }, 'plaats'],
])('a form with %j has a fault at %s', (deel, pad) => {
  expect(foutenInSessie({ ...GOED, ...deel }).map((fout) => fout.pad)).toEqual([pad]);
});

test('a session is to come until it begins, and is then to be put on record', () => {
  expect(standVan(SESSIE, '2027-03-30T07:59:00.000Z')).toBe('komt');
  expect(standVan(SESSIE, '2027-03-30T08:00:00.000Z')).toBe('bezig-of-voorbij');
  expect(standVan({ ...SESSIE, status: 'afgezegd' }, '2027-01-01T08:00:00.000Z')).toBe('afgezegd');
  expect(wanneer(SESSIE)).toBe('dinsdag 30 maart 2027, 10:00 tot 12:00 uur');
});

test('what is over, cancelled or of another cohort is not to come', () => {
  const een = { ...SESSIE, cohortId: 'c', voorbij: false } as unknown as Bijeenkomst;
  const eerder = { ...een, begintOp: '2027-03-01T08:00:00.000Z' };
  const items = [
    een,
    eerder,
    { ...een, voorbij: true },
    { ...een, cohortId: 'd' },
    { ...een, status: 'afgezegd' as const },
  ];
  expect(komende(items, 'c')).toEqual([eerder, een]);
});
