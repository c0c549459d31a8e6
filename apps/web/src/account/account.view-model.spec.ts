import type { Toekenning } from '../api/types.js';
import {
  accountFilter,
  gewistInWoorden,
  losseRollen,
  nogTeGeven,
  passkeysWegInWoorden,
  perCohort,
} from './account.view-model.js';

const toekenning = (rol: Toekenning['rol'], cohortId: string | null): Toekenning =>
  ({ id: `${rol}-${String(cohortId)}`, rol, cohortId }) as Toekenning;

describe('een account', () => {
  const toekenningen = [toekenning('adviseur', null), toekenning('onderzoeker', 'c1')];

  it('heeft rollen zonder cohort, en toegang per cohort', () => {
    expect(losseRollen({ toekenningen }).map(({ rol }) => rol)).toEqual(['adviseur']);
    expect(perCohort({ toekenningen }).map(({ rol }) => rol)).toEqual(['onderzoeker']);
  });

  it('kan de rollen krijgen die het nog niet heeft; een dienst wordt geen beheerder', () => {
    expect(nogTeGeven({ toekenningen, soort: 'mens' })).toEqual(['onderzoeker', 'beheerder']);
    expect(nogTeGeven({ toekenningen, soort: 'dienst' })).toEqual(['onderzoeker']);
  });
});

describe('het filter in het adres', () => {
  it('neemt alleen wat een keuze is', () => {
    expect(accountFilter({ soort: 'mens', rol: 'gemeente', status: 'actief' })).toEqual({
      soort: 'mens',
      rol: 'gemeente',
      status: 'actief',
    });
    expect(accountFilter({ soort: 'robot', rol: 7, status: '', na: 'x' })).toEqual({});
  });
});

describe('wissen', () => {
  it('noemt alleen waar iets te wissen was', () => {
    expect(gewistInWoorden({ contactpersonen: 0, cohorten: 0, sessies: 0 })).toBe('De gegevens zijn gewist.');
    expect(gewistInWoorden({ contactpersonen: 2, cohorten: 1, sessies: 3 })).toBe(
      'De gegevens zijn gewist. Ook weg: bij 2 trajecten, bij 1 cohort, 3 sessies.',
    );
  });
});

describe('passkeys weghalen', () => {
  it('zegt wat er weg is, en noemt de mail alleen als die gaat', () => {
    expect(passkeysWegInWoorden({ passkeys: 2, sessies: 1 })).toBe(
      'Weggehaald: 2 passkeys. Ook beëindigd: 1 aanmelding. De persoon krijgt een mail.',
    );
    expect(passkeysWegInWoorden({ passkeys: 1, sessies: 0 })).toBe(
      'Weggehaald: 1 passkey. De persoon krijgt een mail.',
    );
    expect(passkeysWegInWoorden({ passkeys: 0, sessies: 3 })).toBe(
      'Er waren geen passkeys. Ook beëindigd: 3 aanmeldingen.',
    );
  });
});
