import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DATABASE_ROLLEN } from '../toegang/database.rollen.js';
import { UITNODIGING_KANAAL } from '../toegang/kanalen.js';
import { IK, lijst, moment } from './bewaren/betrokkene.js';
import {
  ALS_SYSTEEM,
  geefAanSysteem,
  haalWegVanSysteem,
  inzicht,
  type SysteemFunctie,
} from './systeem.functie.js';

const { api, onderzoek, worker, systeem } = DATABASE_ROLLEN;

/** A mail about a grant, once: its key is the grant. `now()` of what was given together is the same: that is one mail. */
const TABEL = `
CREATE TABLE uitnodiging (
  toekenning_id uuid PRIMARY KEY REFERENCES toekenning (id) ON DELETE CASCADE,
  status text NOT NULL DEFAULT 'wacht'
    CHECK (status IN ('wacht', 'bezig', 'verzonden', 'mislukt', 'onbekend', 'vervallen')),
  pogingen integer NOT NULL DEFAULT 0,
  volgende_poging_op timestamptz NOT NULL DEFAULT now(),
  geclaimd_op timestamptz,
  verzonden_op timestamptz,
  gemaakt_op timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX uitnodiging_te_verzenden ON uitnodiging (volgende_poging_op) WHERE status IN ('wacht', 'bezig');
ALTER TABLE uitnodiging ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- Who sees a grant sees what became of its mail.
CREATE POLICY uitnodiging_select_api ON uitnodiging FOR SELECT TO ${api}
  USING (EXISTS (SELECT FROM toekenning k WHERE k.id = uitnodiging.toekenning_id));
CREATE POLICY uitnodiging_all_systeem ON uitnodiging FOR ALL TO ${systeem} USING (true) WITH CHECK (true);
GRANT SELECT (toekenning_id, status, verzonden_op) ON uitnodiging TO ${api};
GRANT SELECT, INSERT, UPDATE ON uitnodiging TO ${systeem};`;

/**
 * Not for what somebody gave himself (who makes a cohort guides it), nor for what was given on the server. Made for a blocked
 * account as well: an adviseur who lets in an address must not learn that it is known here, and blocked.
 */
const NODIG_UIT = `
CREATE FUNCTION nodig_uit() RETURNS trigger LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  INSERT INTO uitnodiging (toekenning_id)
  SELECT NEW.id FROM account WHERE id = NEW.account_id AND soort = 'mens';
  PERFORM pg_notify('${UITNODIGING_KANAAL}', '');
  RETURN NULL;
END $$;
CREATE TRIGGER toekenning_uitnodiging AFTER INSERT ON toekenning FOR EACH ROW
  WHEN (NEW.verleend_door IS NOT NULL AND NEW.verleend_door <> NEW.account_id) EXECUTE FUNCTION nodig_uit();`;

/**
 * The next mail to send, for the worker, which reads no grants itself. Claims wait for each other, so that a mail does not
 * fall apart in two. Who takes a role away and gives it again, under whatever name, does not fill a mailbox: of the same
 * role in the same cohort there is one mail in 24 hours; names of gemeenten are something else to have been given. One whose sender died is unknown, and not sent again by itself (ADR 0004).
 */
export const CLAIM = `
CREATE FUNCTION claim_uitnodiging()
  RETURNS TABLE (sleutels uuid[], naam text, email text, door text, delen jsonb, oefen boolean)
  LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
DECLARE
  gekozen record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('maatwerktraject/uitnodiging', 0));
  UPDATE uitnodiging SET status = 'onbekend' WHERE status = 'bezig' AND geclaimd_op < now() - interval '5 minutes';
  UPDATE uitnodiging u SET status = 'vervallen' FROM toekenning k JOIN account a ON a.id = k.account_id
   WHERE k.id = u.toekenning_id AND u.status = 'wacht'
     AND (k.ingetrokken_op IS NOT NULL OR k.vervalt_op <= now() OR a.status <> 'actief'
       OR EXISTS (SELECT FROM uitnodiging e JOIN toekenning t ON t.id = e.toekenning_id
                   WHERE t.account_id = k.account_id AND t.rol = k.rol AND t.cohort_id IS NOT DISTINCT FROM k.cohort_id
                     AND t.identiteiten = k.identiteiten
                     AND e.status IN ('bezig', 'verzonden', 'onbekend') AND e.geclaimd_op > now() - interval '24 hours'));
  SELECT k.account_id, u.gemaakt_op INTO gekozen FROM uitnodiging u JOIN toekenning k ON k.id = u.toekenning_id
   WHERE u.status = 'wacht' AND u.volgende_poging_op <= now() ORDER BY u.volgende_poging_op, u.toekenning_id LIMIT 1;
  IF NOT FOUND THEN RETURN; END IF;
  RETURN QUERY
  WITH geclaimd AS (
    UPDATE uitnodiging u SET status = 'bezig', pogingen = pogingen + 1, geclaimd_op = now() FROM toekenning k
     WHERE k.id = u.toekenning_id AND k.account_id = gekozen.account_id AND u.gemaakt_op = gekozen.gemaakt_op
       AND u.status = 'wacht'
    RETURNING k.id, k.rol, k.cohort_id, k.identiteiten, k.vervalt_op, k.verleend_door)
  SELECT array_agg(g.id ORDER BY g.id), min(a.naam), min(a.email), min(d.naam),
         jsonb_agg(jsonb_build_object('rol', g.rol, 'cohort', c.naam, 'metNamen', g.identiteiten,
                                      'vervaltOp', ${moment('g.vervalt_op')}) ORDER BY c.naam, g.rol, g.identiteiten),
         bool_and(c.oefen_dagen_per_seconde IS NOT NULL)
    FROM geclaimd g JOIN account a ON a.id = gekozen.account_id
    LEFT JOIN account d ON d.id = g.verleend_door AND d.status <> 'gewist' LEFT JOIN cohort c ON c.id = g.cohort_id;
END $$;`;

/** What became of it. `later`: it certainly did not leave, and is tried again, less and less often; at last not. */
export const VERWERK = `
CREATE FUNCTION verwerk_uitnodiging(een_sleutels uuid[], een_uitkomst text) RETURNS void
  LANGUAGE sql VOLATILE ${ALS_SYSTEEM} AS $$
  UPDATE uitnodiging SET
    status = CASE WHEN een_uitkomst <> 'later' THEN een_uitkomst WHEN pogingen >= 100 THEN 'mislukt' ELSE 'wacht' END,
    volgende_poging_op = now() + make_interval(secs => least(1800, 5 * power(2, least(pogingen - 1, 10)))),
    verzonden_op = CASE WHEN een_uitkomst = 'verzonden' THEN now() END
   WHERE toekenning_id = ANY (een_sleutels) AND status IN ('bezig', 'onbekend')
$$;`;

export const MIJN = inzicht(
  'mijn_uitnodigingen() RETURNS jsonb',
  `  SELECT ${lijst(
    {
      toekenningId: 'u.toekenning_id',
      status: 'u.status',
      pogingen: 'u.pogingen',
      gemaaktOp: moment('u.gemaakt_op'),
      verzondenOp: moment('u.verzonden_op'),
    },
    `uitnodiging u JOIN toekenning k ON k.id = u.toekenning_id WHERE k.account_id = ${IK}`,
    'u.gemaakt_op, u.toekenning_id',
  )}`,
);

const VAN_SYSTEEM: readonly SysteemFunctie[] = [
  { functie: 'nodig_uit()', voor: null },
  { functie: 'claim_uitnodiging()', voor: worker },
  { functie: 'verwerk_uitnodiging(uuid[], text)', voor: worker },
  { functie: 'mijn_uitnodigingen()', voor: `${api}, ${onderzoek}` },
];

/** Who is given a role or a part in a cohort gets a mail about it. */
export class Uitnodiging1736000000000 implements MigrationInterface {
  name = 'Uitnodiging1736000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const opdracht of [TABEL, NODIG_UIT, CLAIM, VERWERK, MIJN, geefAanSysteem(VAN_SYSTEEM)])
      await queryRunner.query(opdracht);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER toekenning_uitnodiging ON toekenning;
      ${haalWegVanSysteem(VAN_SYSTEEM)}
      DROP TABLE uitnodiging;`);
  }
}
