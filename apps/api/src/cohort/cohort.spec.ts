import { instantVan, MAATWERKTRAJECT_1, maakPlan, oefenklok } from '@maatwerktraject/domain';
import { cohortPlan } from './cohort.plan.js';
import { beginKlok, vlakVoorSluiting, zinZonderHoofdcontact } from './cohort.verloop.service.js';
import { isTeLaat, nuVan } from './klok.js';

describe('gemeenten zonder hoofdcontact', () => {
  it('are named, ten at most', () => {
    const namen = Array.from({ length: 12 }, (_, nummer) => `G${String(nummer)}`);
    expect(zinZonderHoofdcontact(['A'])).toMatch(/^A heeft geen hoofdcontact/);
    expect(zinZonderHoofdcontact(['A', 'B', 'C'])).toContain(': A, B en C.');
    expect(zinZonderHoofdcontact(namen)).toContain('G8, G9 en nog 2 gemeenten.');
    expect(zinZonderHoofdcontact(namen.slice(1))).toContain('G9, G10 en nog 1 gemeente.');
  });
});

describe('plan van een cohort', () => {
  const plan = cohortPlan(MAATWERKTRAJECT_1, '2027-02-01');

  it('has the days of the process itself', () => {
    const proces = maakPlan(MAATWERKTRAJECT_1, '2027-02-01');
    expect(plan.eindigtOp).toBe(proces.eindigtOp);
    expect(plan.stappen.map(({ opentOp }) => opentOp)).toEqual(proces.stappen.map(({ opentOp }) => opentOp));
    expect(plan.stappen.flatMap(({ taken }) => taken)).toHaveLength(
      proces.stappen.flatMap(({ taken }) => taken).length,
    );
  });

  it('names each taak and each of its mails', () => {
    expect(plan.stappen[0]?.taken[0]).toMatchObject({
      titel: 'Startgegevens',
      minuten: 15,
      mails: [
        { soort: 'taak-geopend', op: '2027-02-01' },
        { soort: 'herinnering-voor', op: '2027-02-08' },
        { soort: 'herinnering-op', op: '2027-02-15' },
        { soort: 'herinnering-na', op: '2027-02-22' },
        { soort: 'escalatie', op: '2027-02-22' },
      ],
    });
  });

  it('counts the minutes of the gemeente and not those of the adviseur', () => {
    const eigen = plan.stappen
      .flatMap(({ taken }) => taken)
      .filter(({ uitvoerder }) => uitvoerder === 'adviseur');
    expect(eigen.length).toBeGreaterThan(0);
    const alles = plan.stappen.flatMap(({ taken }) => taken).reduce((som, { minuten }) => som + minuten, 0);
    expect(plan.minutenPerGemeente).toBe(alles - eigen.reduce((som, { minuten }) => som + minuten, 0));
  });
});

describe('klok van een cohort', () => {
  it('begins at 08:00 on the first werkdag of a practice cohort', () => {
    const klok = beginKlok({ startdatum: '2027-01-30', oefen_dagen_per_seconde: 2 }, 1_000);
    expect(klok).toEqual(oefenklok(1_000, instantVan('2027-02-01', '08:00'), 2));
    expect(beginKlok({ startdatum: '2027-01-30', oefen_dagen_per_seconde: null }, 1_000).factor).toBe(1);
  });

  const loopt = { klok_echt: 1_000, klok_domein: 50_000, klok_factor: 10, afgesloten_op: null };

  it('runs, and stands still once the cohort has ended', () => {
    expect(nuVan(loopt, 2_000)).toBe(60_000);
    expect(nuVan({ ...loopt, afgesloten_op: new Date(55_000) }, 2_000)).toBe(55_000);
    expect(nuVan({ ...loopt, klok_echt: null }, 2_000)).toBe(2_000);
  });

  it('calls a taak late from the day after its last day, in Amsterdam', () => {
    expect(isTeLaat('2027-02-15', instantVan('2027-02-15', '23:59'))).toBe(false);
    expect(isTeLaat('2027-02-15', instantVan('2027-02-16', '00:00'))).toBe(true);
  });

  it('can be moved to just before the process looks whether all is done', () => {
    const sluiting = (datum: string): number => instantVan(datum, '17:00') - 1_000;
    const [laatste] = maakPlan(MAATWERKTRAJECT_1, '2027-02-01').stappen.slice(-1);
    expect(vlakVoorSluiting(MAATWERKTRAJECT_1, '2027-02-01', 0)).toBe(sluiting(laatste!.opentOp));
    expect(vlakVoorSluiting(MAATWERKTRAJECT_1, '2027-02-01', instantVan('2027-12-03', '10:00'))).toBe(
      sluiting('2027-12-03'),
    );
    expect(vlakVoorSluiting(MAATWERKTRAJECT_1, '2027-02-01', instantVan('2027-12-03', '17:00'))).toBe(
      sluiting('2027-12-06'),
    );
  });
});
