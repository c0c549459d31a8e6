import { maakPlan } from '../plan/plan.js';
import { plusDagen } from '../kalender/datum.js';
import { werkdagenTussen } from '../kalender/werkdagen.js';
import { MAATWERKTRAJECT_1 as sjabloon } from './maatwerktraject-1.js';
import { procesDeel, UITVOERDERS } from './sjabloon.js';
import type { Optie, Veld } from './veld.js';

const isUniek = (sleutels: readonly string[]): boolean => new Set(sleutels).size === sleutels.length;
const taken = sjabloon.stappen.flatMap((stap) => stap.taken.map((taak) => ({ stap, taak })));
const checkIns = sjabloon.stappen.flatMap((stap) => stap.checkIns.map((checkIn) => ({ stap, checkIn })));

const velden = (lijst: readonly Veld[]): Veld[] =>
  lijst.flatMap((veld) => [veld, ...(veld.soort === 'lijst' ? velden(veld.velden) : [])]);
const opties = (veld: Veld): readonly (readonly Optie[])[] =>
  veld.soort === 'matrix' ? [veld.rijen, veld.kolommen, veld.schaal] : 'opties' in veld ? [veld.opties] : [];

describe('sjabloon Maatwerktraject 1', () => {
  it('has the five stappen in order, with 43 weeks in all', () => {
    expect(sjabloon.stappen.map(({ sleutel }) => sleutel)).toEqual([
      'inventariseren',
      'prioriteren',
      'verbeteracties',
      'uitvoeren',
      'evalueren',
    ]);
    expect(sjabloon.stappen.map(({ vensterWeken }) => vensterWeken)).toEqual([8, 6, 6, 18, 5]);
  });

  it('asks for the uitkomst in its last stap only', () => {
    expect(sjabloon.stappen.map(({ vraagtUitkomst }) => vraagtUitkomst)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it('has keys of their own for all that an agenda and a table name by key', () => {
    expect(isUniek(taken.map(({ stap, taak }) => `${stap.sleutel}.${taak.sleutel}`))).toBe(true);
    // The state keeps check-ins of all stappen in one list, and the agenda names stap and check-in alike.
    expect(
      isUniek([...sjabloon.stappen, ...checkIns.map(({ checkIn }) => checkIn)].map(({ sleutel }) => sleutel)),
    ).toBe(true);
    // A dot separates the parts of a taak's ID; a slash those of a mail's key.
    for (const { sleutel } of [
      ...sjabloon.stappen,
      ...taken.map(({ taak }) => taak),
      ...checkIns.map(({ checkIn }) => checkIn),
    ])
      expect(sleutel).toMatch(/^[a-z][a-z0-9_-]*$/);
  });

  it('has at least one taak and one check-in per stap', () => {
    for (const stap of sjabloon.stappen) {
      expect(stap.taken.length).toBeGreaterThan(0);
      expect(stap.checkIns.length).toBeGreaterThan(0);
    }
  });

  it.each(taken.map(({ stap, taak }) => [`${stap.sleutel}.${taak.sleutel}`, stap, taak] as const))(
    '%s opens before it is due, fits in the venster, and says how long it takes',
    (_naam, stap, taak) => {
      expect(taak.opentNaWerkdagen).toBeGreaterThanOrEqual(0);
      expect(taak.termijnWerkdagen).toBeGreaterThan(taak.opentNaWerkdagen);
      expect(taak.termijnWerkdagen).toBeLessThanOrEqual(5 * stap.vensterWeken);
      expect(taak.uitvoerders.length).toBeGreaterThan(0);
      expect(isUniek(taak.uitvoerders)).toBe(true);
      expect(Object.keys(taak.minuten).sort()).toEqual([...taak.uitvoerders].sort());
      for (const minuten of Object.values(taak.minuten)) expect(minuten).toBeGreaterThan(0);
      for (const uitvoerder of taak.uitvoerders) expect(UITVOERDERS).toContain(uitvoerder);
      expect(taak.titel && taak.uitleg).toBeTruthy();
    },
  );

  it('fits in the venster on the calendar too, but for the feestdagen in it', () => {
    for (const stap of maakPlan(sjabloon, '2027-02-01').stappen) {
      const weken = sjabloon.stappen[stap.volgnummer - 1]!.vensterWeken;
      const feestdagenInVenster =
        5 * weken - werkdagenTussen(stap.opentOp, plusDagen(stap.opentOp, 7 * weken));
      for (const { vervaltOp } of stap.taken)
        expect(werkdagenTussen(stap.eindigtOp, vervaltOp)).toBeLessThanOrEqual(
          Math.max(0, feestdagenInVenster),
        );
    }
  });

  it('holds its check-ins within the venster', () => {
    for (const { stap, checkIn } of checkIns) {
      expect(checkIn.week).toBeGreaterThanOrEqual(1);
      expect(checkIn.week).toBeLessThanOrEqual(stap.vensterWeken);
    }
  });

  it.each(taken.map(({ stap, taak }) => [`${stap.sleutel}.${taak.sleutel}`, taak] as const))(
    '%s has a form whose keys and choices are unique',
    (_naam, taak) => {
      expect(taak.velden.length).toBeGreaterThan(0);
      expect(isUniek(taak.velden.map(({ sleutel }) => sleutel))).toBe(true);
      for (const veld of velden(taak.velden)) {
        expect(veld.label).not.toBe('');
        if (veld.soort === 'lijst') expect(isUniek(veld.velden.map(({ sleutel }) => sleutel))).toBe(true);
        if (veld.soort === 'lijst') expect(veld.minimum).toBeLessThanOrEqual(veld.maximum);
        if (veld.soort === 'getal') expect(veld.min).toBeLessThan(veld.max);
        for (const lijst of opties(veld)) {
          expect(lijst.length).toBeGreaterThan(1);
          expect(isUniek(lijst.map(({ waarde }) => waarde))).toBe(true);
        }
      }
    },
  );

  it('has its numbered choices in order: keys like "0" come first in any object', () => {
    const scan = taken.find(({ taak }) => taak.sleutel === 'scan')?.taak.velden[0];
    if (scan?.soort !== 'matrix') throw new Error('the scan is a matrix');
    expect(scan.schaal.map(({ waarde }) => waarde)).toEqual(['0', '1', '2', '3', '4', 'weet_niet']);
  });

  it('goes into a workflow without texts', () => {
    const proces = procesDeel(sjabloon);
    const tekst = JSON.stringify(proces);
    for (const woord of ['titel', 'uitleg', 'velden', 'label', 'minuten']) expect(tekst).not.toContain(woord);
    expect(maakPlan(proces, '2027-02-01')).toEqual(maakPlan(sjabloon, '2027-02-01'));
  });
});
