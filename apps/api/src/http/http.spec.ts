import { NieuwCohort, NieuweDeelnemer } from '@maatwerktraject/contracts';
import { BadRequestException } from '@nestjs/common';
import { failureSentence } from '../failure.js';
import { ContractPipe } from './contract.pipe.js';
import { derivedId } from './derived-id.js';
import { idempotencyKey } from './idempotency-key.decorator.js';
import { bevat } from './pagina.js';
import { problemOf } from './problem.filter.js';
import { ProblemException, unavailable } from './problem.js';

const withCode = (code: string): Error => Object.assign(new Error('fout'), { code });

describe('problemen', () => {
  it('gives an unforeseen fault no details', () => {
    const problem = problemOf(new Error('geheim'));
    expect(problem.status).toBe(500);
    expect(JSON.stringify(problem.body())).not.toContain('geheim');
  });

  it.each([
    [withCode('ECONNREFUSED'), 503],
    [withCode('57P01'), 503],
    [new Error('Connection terminated unexpectedly'), 503],
    [withCode('22021'), 400],
    [withCode('23505'), 500],
    [Object.assign(new Error('request entity too large'), { status: 413 }), 413],
    [new BadRequestException('x'), 400],
    [unavailable('De database'), 503],
  ])('maps %s to %d', (error, status) => {
    expect(problemOf(error).status).toBe(status);
  });

  it('says in Dutch why a program cannot start', () => {
    expect(failureSentence(withCode('EADDRINUSE'), 3000)).toBe(
      'Poort 3000 is al in gebruik. Kies een andere poort met PORT.',
    );
    expect(failureSentence(withCode('28P01'))).toMatch(/DATABASE_URL/);
    expect(failureSentence(withCode('ECONNREFUSED'))).toMatch(/PostgreSQL/);
  });
});

describe('invoer', () => {
  const pipe = new ContractPipe();
  const faults = async (schema: typeof NieuwCohort | typeof NieuweDeelnemer, value: unknown) =>
    pipe.transform(value, { type: 'body', schema }).then(
      () => [],
      (error: unknown) => (error as ProblemException).body().fouten,
    );

  it('names the field and says in Dutch what is wrong', async () => {
    const fouten = await faults(NieuwCohort, {
      naam: ' ',
      sjabloon: { sleutel: 'x', versie: 'een' },
      startdatum: '2027-02-30',
      adviseur: { naam: 'A', email: 'a' },
      oefenklok: { dagenPerSeconde: 21 },
    });
    expect(fouten).toEqual([
      { pad: 'naam', zin: 'Vul dit in.' },
      { pad: 'sjabloon.versie', zin: 'Vul hier een getal in.' },
      { pad: 'startdatum', zin: 'Vul een bestaande datum in, zoals 2027-02-01.' },
      { pad: 'adviseur.email', zin: 'Vul een volledig e-mailadres in, zoals naam@gemeente.nl.' },
      { pad: 'oefenklok.dagenPerSeconde', zin: 'Sneller dan 20 dagen per seconde kan niet.' },
    ]);
  });

  it('wants exactly one hoofdcontact', async () => {
    const persoon = { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid' };
    expect(await faults(NieuweDeelnemer, { gemeentecode: 'GM0153', contactpersonen: [persoon] })).toEqual([
      { pad: 'contactpersonen', zin: 'Kies precies één hoofdcontact.' },
    ]);
    expect(
      await faults(NieuweDeelnemer, {
        gemeentecode: 'GM0153',
        contactpersonen: [{ ...persoon, hoofdcontact: true }],
      }),
    ).toEqual([]);
  });

  it('takes visible ASCII as the key of a command, and makes one when there is none', () => {
    expect(idempotencyKey('a-1')).toBe('a-1');
    expect(idempotencyKey(undefined)).toMatch(/^[0-9a-f-]{36}$/);
    for (const bad of ['', 'a b', 'é', 'x'.repeat(101)])
      expect(() => idempotencyKey(bad)).toThrow(ProblemException);
  });

  it('derives the same UUID from the same name', () => {
    expect(derivedId('cohort:a')).toBe(derivedId('cohort:a'));
    expect(derivedId('cohort:a')).not.toBe(derivedId('cohort:b'));
    expect(derivedId('cohort:a')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('searches for % and _ as they are', () => {
    expect(bevat('50%_\\')).toBe('%50\\%\\_\\\\%');
  });
});
