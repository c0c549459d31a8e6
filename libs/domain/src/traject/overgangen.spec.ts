import {
  CHECK_IN_OVERGANGEN,
  CHECK_IN_STATUSSEN,
  COHORT_OVERGANGEN,
  COHORT_STATUSSEN,
  gebreken,
  overgang,
  STAP_OVERGANGEN,
  STAP_STATUSSEN,
  TAAK_OVERGANGEN,
  TAAK_STATUSSEN,
  TRAJECT_OVERGANGEN,
  TRAJECT_STATUSSEN,
  type Overgangen,
} from './overgangen.js';

const tabellen: [string, Overgangen<string>, readonly string[]][] = [
  ['traject', TRAJECT_OVERGANGEN, TRAJECT_STATUSSEN],
  ['stap', STAP_OVERGANGEN, STAP_STATUSSEN],
  ['taak', TAAK_OVERGANGEN, TAAK_STATUSSEN],
  ['check-in', CHECK_IN_OVERGANGEN, CHECK_IN_STATUSSEN],
  ['cohort', COHORT_OVERGANGEN, COHORT_STATUSSEN],
];

describe('overgangen', () => {
  it.each(tabellen)('of %s reach every state and have no trap', (_naam, tabel, statussen) => {
    expect(gebreken(tabel)).toEqual({ onbereikbaar: [], vallen: [] });
    expect(Object.keys(tabel.overgangen).sort()).toEqual([...statussen].sort());
  });

  it.each(tabellen)('of %s allow what is in the table and nothing else', (_naam, tabel, statussen) => {
    for (const van of statussen)
      for (const naar of statussen) {
        const mag = tabel.overgangen[van]?.includes(naar);
        if (mag) expect(overgang(tabel, van, naar)).toBe(naar);
        else expect(() => overgang(tabel, van, naar)).toThrow(`geen overgang van ${van} naar ${naar}`);
      }
  });

  it('are searched for states out of reach and for traps', () => {
    const tabel: Overgangen<'begin' | 'kring' | 'rond' | 'eind' | 'eiland'> = {
      begin: 'begin',
      overgangen: { begin: ['kring', 'eind'], kring: ['rond'], rond: ['kring'], eind: [], eiland: ['eind'] },
    };
    expect(gebreken(tabel)).toEqual({ onbereikbaar: ['eiland'], vallen: ['kring', 'rond'] });
  });
});
