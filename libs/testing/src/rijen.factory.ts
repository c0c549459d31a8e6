import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { maakAccount, maakPasskey, meldAan } from './account.factory.js';
import { maakGroepssessie } from './groepssessie.factory.js';
import type { BewaardCohort } from './cohort.factory.js';

/** A row in every table that a cohort has something in, besides those of its factory. */
export async function vulCohort(
  database: DataSource,
  { id, trajecten }: BewaardCohort,
  adviseur: string,
): Promise<void> {
  for (const { id: traject, contactpersonen } of trajecten) {
    const account = await maakAccount(database, contactpersonen[0]?.email ?? '');
    await database.query(
      `INSERT INTO stap (traject_id, sleutel, volgnummer, status, gepland_op, gepland_eindigt_op)
       VALUES ($1, 'inventariseren', 1, 'open', now(), now())`,
      [traject],
    );
    for (const uitvoerder of ['bestuur', 'beleid', 'adviseur']) {
      const taak = `${traject}.inventariseren.scan.${uitvoerder}`;
      await database.query(
        `INSERT INTO taak (id, traject_id, stap, taak, uitvoerder, status, gepland_open_op, gepland_vervalt_op)
         VALUES ($1, $2, 'inventariseren', 'scan', $3, 'open', now(), now())`,
        [taak, traject, uitvoerder],
      );
      await database.query(`INSERT INTO taak_concept VALUES ($1, '{}', 1, now())`, [taak]);
    }
    await database.query(
      `INSERT INTO check_in (traject_id, sleutel, stap, status, gepland_week_van)
       VALUES ($1, 'startgesprek', 'inventariseren', 'gepland', now())`,
      [traject],
    );
    for (const [soort, onderwerp] of [
      ['antwoord', `${traject}.inventariseren.scan.bestuur`],
      ['verslag', 'startgesprek'],
    ])
      await database.query(
        `INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door, account_id)
         VALUES ($1, $2, $3, $4, '{}', 'gemeente', $5)`,
        [randomUUID(), traject, soort, onderwerp, account],
      );
    await database.query(
      `INSERT INTO gebeurtenis (workflow_id, seq, cohort_id, traject_id, soort, op, door, inhoud)
       VALUES ($1::uuid::text, 1, $2, $1, 'stap-geopend', now(), 'systeem', '{}')`,
      [traject, id],
    );
    const bericht = randomUUID();
    await database.query(
      `INSERT INTO bericht (id, sleutel, cohort_id, traject_id, soort, stap, onderwerp, aan, status, op, oefen)
       VALUES ($1::uuid, $1::uuid::text, $2, $3, 'taak-geopend', 'x', 'x', 'bestuur', 'wacht', now(), false)`,
      [bericht, id, traject],
    );
    await database.query(
      `INSERT INTO bericht_poging (bericht_id, cohort_id, nummer, begonnen_op, geeindigd_op, uitkomst, antwoord)
       VALUES ($1, $2, 1, now(), now(), 'verzonden', '')`,
      [bericht, id],
    );
    await database.query(
      `INSERT INTO adresprobleem (account_id, oefen, bericht_id, bron, code, woorden)
       VALUES ($1, false, $2, 'geweigerd', '550', '') ON CONFLICT DO NOTHING`,
      [account, bericht],
    );
    await database.query(
      `WITH stand AS (INSERT INTO traject_stand (traject_id, seq, toestand) VALUES ($1, 1, '{}')),
       teken AS (INSERT INTO signaal (traject_id, sleutel, soort, stap, onderwerp, aantal, oorzaken, op)
                 VALUES ($1, 'x', 'geen-antwoord', 'x', 'x', 3, '{B}', now())),
       plan AS (INSERT INTO wijzigingsplan (id, cohort_id, vraag, toelichting, status, gemaakt_door)
                VALUES (gen_random_uuid(), $2, '{}', 'proef', 'voorbeeld', $3) RETURNING id)
       INSERT INTO wijzigingsplan_traject (plan_id, traject_id, wijzigingen) SELECT id, $1, '[]' FROM plan`,
      [traject, id, adviseur],
    );
    await database.query(
      `INSERT INTO inzage (account_id, traject_id, reden, vervalt_op) VALUES ($1, $2, 'proef', now() + interval '1 hour')`,
      [adviseur, traject],
    );
  }
  const { genodigden } = await maakGroepssessie(database, { cohortId: id });
  for (const genodigde of genodigden)
    await database.query(
      `INSERT INTO agendabericht (sleutel, cohort_id, bijeenkomst_id, genodigde_id, soort, volgnummer)
       SELECT $1::uuid::text, cohort_id, bijeenkomst_id, id, 'uitnodiging', 0 FROM genodigde WHERE id = $1`,
      [genodigde],
    );
  await database.query(`INSERT INTO voorwaarde VALUES ($1, 'proef', 1, '{}')`, [id]);
}

/** And one in every table about people. */
export async function vulToegang(database: DataSource, account: string): Promise<void> {
  await database.query(
    `INSERT INTO sjabloon_concept (sleutel, versie, titel, definitie)
     SELECT sleutel, 9, titel, definitie || '{"versie": 9}' FROM sjabloon WHERE sleutel = 'maatwerktraject' AND versie = 1`,
  );
  await meldAan(database, account, 'adviseur');
  await database.query(
    `INSERT INTO aanmeldpoging VALUES ($1, 'staat', 'nonce', 'verifier', '/', now() + interval '1 hour')`,
    [Buffer.from(account)],
  );
  await database.query(
    `INSERT INTO aanmeldlink (account_id, naar, vervalt_op) VALUES ($1, '/', now() + interval '1 hour')`,
    [account],
  );
  await maakPasskey(database, account);
  await database.query(
    `INSERT INTO passkey_vraag (account_id, sleutel_hash, naar, vervalt_op) VALUES ($1, $2, '/', now() + interval '1 hour')`,
    [account, Buffer.from(account)],
  );
  await database.query(`INSERT INTO accountbericht (account_id, soort) VALUES ($1, 'passkey-toegevoegd')`, [
    account,
  ]);
  await database.query(
    `INSERT INTO diensttoken (account_id, naam, sleutel_hash, rol, rechten, vervalt_op)
     VALUES ($1, 'proef', $2, 'adviseur', '{ik}', now() + interval '1 day')`,
    [account, Buffer.from(account)],
  );
  await database.query(
    `INSERT INTO idempotentie (account_id, kenmerk, vingerafdruk, created_at) VALUES ($1, 'x', 'x', now())`,
    [account],
  );
  await database.query(
    `INSERT INTO uitnodiging (toekenning_id) SELECT id FROM toekenning WHERE account_id = $1 ON CONFLICT DO NOTHING`,
    [account],
  );
  await database.query(`INSERT INTO wissingsverzoek (account_id, reden) VALUES ($1, 'proef')`, [account]);
  await database.query(
    `WITH w AS (INSERT INTO webhook (account_id, naam, url, soorten, geheim)
                VALUES ($1, 'proef', 'https://zaken.example/', '{stap-geopend}', 'x') RETURNING id)
     INSERT INTO webhook_levering (webhook_id, aanleiding) SELECT id, 'test' FROM w`,
    [account],
  );
  await database.query(`SELECT schrijf_audit('proef', NULL, NULL, '{}', '192.0.2.1')`);
}
