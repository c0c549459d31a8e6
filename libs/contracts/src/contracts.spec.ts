import {
  BERICHTSOORTEN,
  isDatum,
  MAATWERKTRAJECT_1,
  MAATWERKTRAJECT_2,
  STUREN_OP_KWALITEIT_1,
} from '@maatwerktraject/domain';
import fc from 'fast-check';
import { z } from 'zod';
import { Dag, Emailadres, Gemeentecode, Moment, Paginering, regel, tekst, verhaal } from './algemeen.js';
import { CheckInVerslag, BerichtRegel, TrajectVraag, UitkomstInvoer } from './traject.js';
import { NieuwCohort, NieuweDeelnemer } from './cohort.js';
import { Sjabloon } from './sjabloon.js';
import { VOORBEELDEN } from './voorbeelden.js';

const persoon = (anders: Record<string, unknown> = {}): Record<string, unknown> => ({
  naam: 'Contact beleid 1',
  email: 'beleid-1@gm0153.example',
  niveau: 'beleid',
  hoofdcontact: true,
  ...anders,
});
const deelnemer = (...contactpersonen: unknown[]): unknown => ({ gemeentecode: 'GM0153', contactpersonen });
const cohort = (anders: Record<string, unknown> = {}): unknown => ({
  naam: 'Cohort 1',
  sjabloon: { sleutel: 'maatwerktraject', versie: 1 },
  startdatum: '2027-02-01',
  adviseur: { naam: 'Adviseur', email: 'adviseur@begeleiding.example' },
  ...anders,
});
const zinnen = (uit: {
  error?: { issues: { message: string; path: PropertyKey[] }[] } | undefined;
}): string[] => (uit.error?.issues ?? []).map(({ message, path }) => `${path.join('.')}: ${message}`);

describe('contracten', () => {
  it('carry the whole sjabloon, and nothing is lost on the way', () => {
    for (const sjabloon of [MAATWERKTRAJECT_1, MAATWERKTRAJECT_2, STUREN_OP_KWALITEIT_1])
      expect(Sjabloon.parse(JSON.parse(JSON.stringify(sjabloon)))).toEqual(sjabloon);
  });

  it('know the days that the domain knows', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^20[0-9]{2}-[0-9]{2}-[0-9]{2}$/),
        (tekst) => Dag.safeParse(tekst).success === isDatum(tekst),
      ),
      { examples: [['2028-02-29'], ['2027-02-29'], ['2027-04-31']] },
    );
  });

  it('take one line of text without control characters', () => {
    expect(regel(5).parse('  abc ')).toBe('abc');
    for (const fout of [
      '',
      '   ',
      'abcdef',
      'a\nb',
      'a\r\nb',
      'a\u0000b',
      'a\u007fb',
      'a\tb',
      'a\f',
      '\na',
      7,
      null,
    ])
      expect(regel(5).safeParse(fout).success).toBe(false);
  });

  it.each([
    ['2027-02-01T08:00:00Z', '2027-02-01T08:00:00.000Z'],
    ['2027-02-01T08:00:00.1234567+01:00', '2027-02-01T07:00:00.123Z'],
    ['0737-02-22T16:40:34.0-19:24', '0737-02-23T12:04:34.000Z'],
    ['0001-01-01T00:00:00+23:59', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59-23:59', '9999-12-31T23:59:59.999Z'],
  ])('read %s in UTC, as what a database knows', (gegeven, gelezen) => {
    expect(Moment.parse(gegeven)).toBe(gelezen);
    for (const fout of [
      'gisteren',
      '2027-02-01',
      '2027-02-30T08:00:00Z',
      gegeven.replace(/T.*/, 'T25:00:00Z'),
    ])
      expect(Moment.safeParse(fout).success).toBe(false);
    expect(z.toJSONSchema(Moment, { io: 'input' })).toMatchObject({ type: 'string', format: 'date-time' });
  });

  it('take in a text what can be stored, and say so in the document', () => {
    expect(tekst(3).parse('a\n\t')).toBe('a\n\t');
    expect(verhaal(3).parse(' abc\n')).toBe('abc');
    for (const fout of ['a\u0000', 'abcd']) expect(verhaal(3).safeParse(fout).success).toBe(false);
    for (const fout of ['a\u0000', 'abcd']) expect(tekst(3).safeParse(fout).success).toBe(false);
    expect(z.toJSONSchema(tekst(3))).toMatchObject({
      pattern: expect.stringContaining('u0000'),
      maxLength: 3,
    });
  });

  it('have examples that they accept themselves', () => {
    const geweigerd = [...VOORBEELDEN].flatMap(([schema, voorbeeld]) => {
      const { success, error } = (schema as z.ZodType).safeParse(voorbeeld);
      return success ? [] : [error.message];
    });
    expect(geweigerd).toEqual([]);
    expect(VOORBEELDEN.size).toBeGreaterThan(25);
  });

  it.each(['GM153', 'gm0153', 'GM01530', 'GM0153 ', '0153'])('refuse the gemeentecode "%s"', (code) => {
    expect(Gemeentecode.safeParse(code).success).toBe(false);
  });

  it('take no address that no server takes mail for', () => {
    expect(Emailadres.safeParse(`${'a'.repeat(64)}@gm0153.example`).success).toBe(true);
    for (const fout of [`${'a'.repeat(65)}@gm0153.example`, 'gm0153.example', 'a b@gm0153.example'])
      expect([fout, Emailadres.safeParse(fout).success]).toEqual([fout, false]);
  });

  it('ask for what is late by the two words that they name', () => {
    expect(TrajectVraag.parse({ teLaat: 'true' }).teLaat).toBe(true);
    expect(TrajectVraag.parse({ teLaat: 'false' }).teLaat).toBe(false);
    for (const fout of ['', '1', 'yes', 'TRUE'])
      expect(TrajectVraag.safeParse({ teLaat: fout }).success).toBe(false);
  });

  it('page from 1, and never more than 500', () => {
    expect(Paginering.parse({})).toEqual({ limiet: 50 });
    expect(Paginering.parse({ limiet: '500', na: 'abc' })).toEqual({ limiet: 500, na: 'abc' });
    for (const fout of [
      { limiet: '0' },
      { limiet: '501' },
      { limiet: 'x' },
      { limiet: '1.5' },
      { na: 'x'.repeat(2001) },
    ])
      expect(Paginering.safeParse(fout).success).toBe(false);
  });

  it('want exactly one hoofdcontact', () => {
    const ander = persoon({ email: 'beleid-2@gm0153.example', hoofdcontact: false });
    expect(NieuweDeelnemer.safeParse(deelnemer(persoon(), ander)).success).toBe(true);
    const geen = zinnen(NieuweDeelnemer.safeParse(deelnemer(ander)));
    const twee = zinnen(NieuweDeelnemer.safeParse(deelnemer(persoon(), { ...ander, hoofdcontact: true })));
    for (const fouten of [geen, twee])
      expect(fouten).toEqual(['contactpersonen: Kies precies één hoofdcontact.']);
    expect(NieuweDeelnemer.safeParse(deelnemer()).success).toBe(false);
  });

  it('want nobody twice on one niveau, also when it is written otherwise', () => {
    const zelfde = persoon({ email: 'BELEID-1@gm0153.example', hoofdcontact: false });
    expect(zinnen(NieuweDeelnemer.safeParse(deelnemer(persoon(), zelfde)))).toHaveLength(1);
    expect(NieuweDeelnemer.safeParse(deelnemer(persoon(), { ...zelfde, niveau: 'bestuur' })).success).toBe(
      true,
    );
  });

  it('bound the speed of an oefenklok, and have none by default', () => {
    expect(NieuwCohort.parse(cohort()).oefenklok).toBeNull();
    for (const dagenPerSeconde of [0.0001, 0.001, 1, 20])
      expect(NieuwCohort.safeParse(cohort({ oefenklok: { dagenPerSeconde } })).success).toBe(true);
    for (const dagenPerSeconde of [0, -1, 1e-310, 0.00001, 20.1, Number.NaN, Number.POSITIVE_INFINITY, '1'])
      expect(NieuwCohort.safeParse(cohort({ oefenklok: { dagenPerSeconde } })).success).toBe(false);
  });

  it('ask why a uitkomst was chosen, and need no text with a check-in', () => {
    expect(UitkomstInvoer.safeParse({ klasse: 'getraind', toelichting: '  ' }).success).toBe(false);
    expect(UitkomstInvoer.safeParse({ klasse: 'goed', toelichting: 'x' }).success).toBe(false);
    expect(CheckInVerslag.parse({ gehouden: true, datum: '2027-02-01' }).verslag).toBe('');
  });

  it('know every kind of mail', () => {
    expect(BerichtRegel.shape.soort.options).toEqual(BERICHTSOORTEN);
  });
});
