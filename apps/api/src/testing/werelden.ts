import { randomUUID } from 'node:crypto';
import type { Deelnemer } from '@maatwerktraject/contracts';
import { maakAccount, maakGroepssessie, meldAan, verleen } from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { NIEUW_COHORT, type TestApi } from './api.js';
import { zetLopend } from './lopend-traject.js';

/**
 * Texts that occur once in the whole database: `kanarie-<world><gemeente>-<kind>`. An answer with one of them in it came
 * from there, whichever way it took.
 */
export interface Kanarie {
  readonly wereld: string;
  /** Which gemeente of that world, `0`: of its cohort. */
  readonly nummer: string;
  readonly soort: string;
}

const KANARIE = /kanarie-([ab])([012])-([a-z]+)/g;

export const kanariesIn = (tekst: string): Kanarie[] =>
  [...tekst.toLowerCase().matchAll(KANARIE)].map(([, wereld = '', nummer = '', soort = '']) => ({
    wereld,
    nummer,
    soort,
  }));

export interface WereldTraject {
  readonly id: string;
  readonly code: string;
  /** Accounts of its contactpersonen. */
  readonly hoofd: string;
  readonly uitvoering: string;
}

/** One adviseur with a cohort that runs and one that does not yet. */
export interface Wereld {
  readonly naam: 'a' | 'b';
  readonly adviseur: string;
  readonly cohortId: string;
  readonly conceptId: string;
  readonly trajecten: readonly [WereldTraject, WereldTraject];
}

type Api = Pick<TestApi, 'database' | 'vraag'>;

const NIVEAUS = ['beleid', 'bestuur', 'uitvoering'] as const;

async function maak<T>(api: Api, pad: string, als: string, inhoud: unknown): Promise<T> {
  const { status, json, tekst } = await api.vraag('POST', pad, { als, inhoud });
  if (status !== 201) throw new Error(`${pad}: ${String(status)} ${tekst}`);
  return json as T;
}

/** What people wrote in a traject, in every place where text can be. */
async function schrijf(
  database: DataSource,
  cohortId: string,
  traject: WereldTraject,
  merk: string,
): Promise<void> {
  const [verslag, toelichting, antwoord] = [randomUUID(), randomUUID(), randomUUID()];
  const scan = `${traject.id}.inventariseren.scan.bestuur`;
  for (const [id, soort, onderwerp, inhoud] of [
    [verslag, 'verslag', 'startgesprek', { verslag: `${merk}-verslag` }],
    [toelichting, 'toelichting', 'uitkomst', { toelichting: `${merk}-toelichting` }],
    [antwoord, 'antwoord', scan, { opmerking: `${merk}-antwoord` }],
  ] as const)
    await database.query(
      'INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door) VALUES ($1, $2, $3, $4, $5, $6)',
      [
        id,
        traject.id,
        soort,
        onderwerp,
        JSON.stringify(inhoud),
        soort === 'antwoord' ? 'gemeente' : 'adviseur',
      ],
    );
  await database.query(
    `UPDATE check_in SET invoer_id = $2 WHERE traject_id = $1 AND sleutel = 'startgesprek'`,
    [traject.id, verslag],
  );
  await database.query(
    `UPDATE traject SET uitkomst = 'getraind', uitkomst_op = now(), uitkomst_invoer_id = $2 WHERE id = $1`,
    [traject.id, toelichting],
  );
  await database.query(
    `UPDATE taak SET status = 'ingediend', ingediend_op = now(), invoer_id = $2 WHERE id = $1`,
    [scan, antwoord],
  );
  await database.query(
    'INSERT INTO taak_concept (taak_id, inhoud, versie, bewaard_op) VALUES ($1, $2, 1, now())',
    [`${traject.id}.inventariseren.startgegevens.hoofdcontact`, { opdracht: `${merk}-concept` }],
  );
  await database.query(
    `INSERT INTO bericht (id, sleutel, cohort_id, traject_id, soort, stap, onderwerp, aan, status, op, oefen, toelichting)
     VALUES ($1::uuid, $1::uuid::text, $2, $3, 'taak-geopend', 'inventariseren', 'scan.bestuur', 'bestuur', 'mislukt', now(), false, $4)`,
    [randomUUID(), cohortId, traject.id, `${merk}-bericht`],
  );
  await database.query(
    `INSERT INTO gebeurtenis (workflow_id, seq, cohort_id, traject_id, soort, op, door, inhoud)
     VALUES ($1, 1, $2, $3, 'stap-geopend', now(), 'systeem', $4)`,
    [`traject/${traject.id}`, cohortId, traject.id, { stap: `${merk}-feit` }],
  );
}

export async function maakWereld(
  api: Api,
  naam: 'a' | 'b',
  codes: readonly [string, string, string],
): Promise<Wereld> {
  const { database } = api;
  const adviseur = await maakAccount(database, `kanarie-${naam}0-account@les.example`);
  await verleen(database, adviseur, { rol: 'adviseur' });
  const als = await meldAan(database, adviseur, 'adviseur');
  const cohort = (soort: string): Promise<{ id: string }> =>
    maak(api, '/cohorten', als, {
      ...NIEUW_COHORT,
      naam: `kanarie-${naam}0-${soort}`,
      adviseur: { naam: `kanarie-${naam}0-adviseur`, email: `kanarie-${naam}0-adviseur@les.example` },
    });
  const { id: cohortId } = await cohort('cohort');
  const { id: conceptId } = await cohort('cohort');
  const voegToe = async (cohortId: string, code: string, merk: string): Promise<WereldTraject> => {
    await database.query('UPDATE gemeente SET naam = $2 WHERE code = $1', [code, `${merk}-gemeente`]);
    const contactpersonen = NIVEAUS.map((niveau) => ({
      naam: `${merk}-persoon ${niveau}`,
      email: `${merk}-persoon-${niveau}@${code.toLowerCase()}.example`,
      niveau,
      hoofdcontact: niveau === 'beleid',
    }));
    const pad = `/cohorten/${cohortId}/deelnemers`;
    const { trajectId } = await maak<Deelnemer>(api, pad, als, { gemeentecode: code, contactpersonen });
    const account = (index: number): Promise<string> =>
      maakAccount(database, contactpersonen[index]?.email ?? '');
    return { id: trajectId, code, hoofd: await account(0), uitvoering: await account(2) };
  };
  const trajecten: [WereldTraject, WereldTraject] = [
    await voegToe(cohortId, codes[0], `kanarie-${naam}1`),
    await voegToe(cohortId, codes[1], `kanarie-${naam}2`),
  ];
  await voegToe(conceptId, codes[2], `kanarie-${naam}0`);
  for (const [index, traject] of trajecten.entries()) {
    await zetLopend(database, cohortId, traject.id);
    await schrijf(database, cohortId, traject, `kanarie-${naam}${String(index + 1)}`);
  }
  await database.query('UPDATE cohort SET evaluatie = $2 WHERE id = $1', [
    cohortId,
    { tekst: `kanarie-${naam}0-evaluatie` },
  ]);
  await maakGroepssessie(database, { cohortId, onderwerp: `kanarie-${naam}0-sessie` });
  return { naam, adviseur, cohortId, conceptId, trajecten };
}
