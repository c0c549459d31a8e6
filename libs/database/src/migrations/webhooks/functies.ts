import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';
import { WEBHOOK_KANAAL } from '../../toegang/kanalen.js';
import { bewaarFuncties } from '../bewaren/functies.js';
import { voorbij } from '../bewaren/regels.js';
import {
  ALS_SYSTEEM,
  geefAanSysteem,
  haalWegVanSysteem,
  inzicht,
  type SysteemFunctie,
} from '../systeem.functie.js';
import { RECHT, RECHT_WEG } from './recht.js';

const { api, worker } = DATABASE_ROLLEN;

/**
 * Every new fact waits for its number. Who listens is told only of what a webhook wants: commits that tell something go one
 * after another in the whole server, and nobody else is in a hurry for the number.
 */
const BIJ_NIEUWE = `
CREATE FUNCTION zet_in_volgorde() RETURNS trigger LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  INSERT INTO gebeurtenis_volgorde (gebeurtenis_id) SELECT id FROM nieuw;
  IF EXISTS (SELECT FROM webhook w JOIN nieuw n ON n.soort = ANY (w.soorten) WHERE w.status = 'actief') THEN
    PERFORM pg_notify('${WEBHOOK_KANAAL}', '');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER gebeurtenis_in_volgorde AFTER INSERT ON gebeurtenis REFERENCING NEW TABLE AS nieuw
  FOR EACH STATEMENT EXECUTE FUNCTION zet_in_volgorde();`;

/** The number of its fact, for a delivery that somebody asks for. */
const VOLGNUMMER = `
CREATE FUNCTION zet_volgnummer_bij_levering() RETURNS trigger LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  NEW.volgnummer := (SELECT volgnummer FROM gebeurtenis_volgorde WHERE gebeurtenis_id = NEW.gebeurtenis_id);
  RETURN NEW;
END $$;
CREATE TRIGGER webhook_levering_volgnummer BEFORE INSERT ON webhook_levering FOR EACH ROW
  WHEN (NEW.gebeurtenis_id IS NOT NULL AND NEW.volgnummer IS NULL) EXECUTE FUNCTION zet_volgnummer_bij_levering();`;

/**
 * Gives numbers to the facts that became visible since the last time, and sets ready who hears of them, in one transaction
 * and one at a time: a number that is visible has none below it that is still to come.
 */
const NUMMER = `
CREATE FUNCTION nummer_gebeurtenissen() RETURNS integer LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
DECLARE
  laatste bigint;
  aantal integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('maatwerktraject/volgorde', 0));
  SELECT coalesce(max(volgnummer), 0) INTO laatste FROM gebeurtenis_volgorde;
  WITH rijp AS (
    SELECT gebeurtenis_id, laatste + row_number() OVER (ORDER BY gebeurtenis_id) AS nummer FROM gebeurtenis_volgorde
     WHERE volgnummer IS NULL
  ), genummerd AS (
    UPDATE gebeurtenis_volgorde v SET volgnummer = r.nummer FROM rijp r WHERE r.gebeurtenis_id = v.gebeurtenis_id
    RETURNING v.gebeurtenis_id, v.volgnummer
  )
  INSERT INTO webhook_levering (webhook_id, gebeurtenis_id, volgnummer, aanleiding)
  SELECT w.id, g.id, n.volgnummer, 'gebeurtenis' FROM genummerd n JOIN gebeurtenis g ON g.id = n.gebeurtenis_id
    JOIN webhook w ON w.status = 'actief' AND g.soort = ANY (w.soorten) AND mag_horen(w.account_id, g.cohort_id)
   ORDER BY n.volgnummer;
  GET DIAGNOSTICS aantal = ROW_COUNT;
  RETURN aantal;
END $$;`;

/**
 * What there is to deliver for a webhook now, one row or none: what is new in order, and then what was tried before, the
 * longest due first. Each by an index of its own: a receiver that was away for days has a long queue.
 */
const TE_LEVEREN = inzicht(
  `te_leveren(een_webhook uuid)
  RETURNS TABLE (levering_id uuid, aanleiding text, pogingen integer, url text, geheim text, vorig_geheim text, mag boolean,
                 volgnummer bigint, workflow_id text, seq integer, cohort_id uuid, traject_id uuid, soort text,
                 op timestamptz, vastgelegd_op timestamptz, inhoud jsonb, gemeentecode text, oefen boolean)`,
  `  SELECT l.id, l.aanleiding, l.pogingen, w.url, w.geheim,
         CASE WHEN w.vorig_geheim_tot > now() THEN w.vorig_geheim END,
         g.id IS NULL OR mag_horen(w.account_id, g.cohort_id),
         l.volgnummer, g.workflow_id, g.seq, g.cohort_id, g.traject_id, g.soort, g.op, coalesce(g.vastgelegd_op, l.gemaakt_op),
         g.inhoud, t.gemeente_code, c.oefen_dagen_per_seconde IS NOT NULL
    FROM (
      (SELECT n.id, 1 AS rang FROM webhook_levering n
        WHERE n.webhook_id = een_webhook AND n.status = 'wacht' AND n.pogingen = 0 AND n.volgende_poging_op <= now()
        ORDER BY n.volgnummer NULLS FIRST, n.gemaakt_op, n.id LIMIT 1)
      UNION ALL
      (SELECT o.id, 2 AS rang FROM webhook_levering o
        WHERE o.webhook_id = een_webhook AND o.status = 'wacht' AND o.pogingen > 0 AND o.volgende_poging_op <= now()
        ORDER BY o.volgende_poging_op, o.id LIMIT 1)
      ORDER BY rang LIMIT 1) AS eerst
    JOIN webhook_levering l ON l.id = eerst.id JOIN webhook w ON w.id = l.webhook_id
    LEFT JOIN gebeurtenis g ON g.id = l.gebeurtenis_id
    LEFT JOIN cohort c ON c.id = g.cohort_id LEFT JOIN traject t ON t.id = g.traject_id
   WHERE w.status = 'actief' AND coalesce(w.rust_tot <= now(), true) AND webhook_bezwaar(w.id) IS NULL`,
);

/** When there is something to deliver next; null while there is nothing, or the webhook is at rest for another reason. */
const VOLGENDE_LEVERING = inzicht(
  'volgende_levering_op(een_webhook uuid) RETURNS timestamptz',
  `  SELECT greatest(eerst.op, w.rust_tot) FROM webhook w
   CROSS JOIN LATERAL (SELECT l.volgende_poging_op AS op FROM webhook_levering l
     WHERE l.webhook_id = w.id AND l.status = 'wacht' ORDER BY l.volgende_poging_op LIMIT 1) AS eerst
   WHERE w.id = een_webhook AND w.status = 'actief' AND webhook_bezwaar(w.id) IS NULL`,
);

/**
 * Webhooks that somebody must be told about: there is something new, or something has been due for half a minute, which
 * means that nobody is at work on it. Not while a round is at work: it sees by itself what is new, and a process that is
 * told of each of hundreds of events meanwhile gets a history that is too long.
 */
const WEK = `
CREATE FUNCTION wek_webhooks() RETURNS TABLE (webhook_id uuid) LANGUAGE sql VOLATILE ${ALS_SYSTEEM} AS $$
  UPDATE webhook w SET gewekt_op = clock_timestamp()
   WHERE w.status = 'actief' AND coalesce(w.rust_tot <= now(), true) AND coalesce(w.ronde_tot <= now(), true)
     AND webhook_bezwaar(w.id) IS NULL
     AND EXISTS (SELECT FROM webhook_levering l
                  WHERE l.webhook_id = w.id AND l.status = 'wacht' AND l.volgende_poging_op <= now())
     AND (coalesce(w.gewekt_op < now() - interval '30 seconds', true)
       OR EXISTS (SELECT FROM webhook_levering l WHERE l.webhook_id = w.id AND l.status = 'wacht'
                     AND l.volgende_poging_op <= now() AND l.gemaakt_op > w.gewekt_op))
  RETURNING w.id
$$;`;

/** Sets ready again all that a webhook may hear of since a moment, in the name of who manages it. */
const HERHAAL = `
CREATE FUNCTION herhaal_webhook(een_webhook uuid, een_vanaf timestamptz) RETURNS integer LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
DECLARE aantal integer;
BEGIN
  INSERT INTO webhook_levering (webhook_id, gebeurtenis_id, volgnummer, aanleiding)
  SELECT w.id, g.id, v.volgnummer, 'herhaling' FROM webhook w
    JOIN gebeurtenis g ON g.vastgelegd_op >= een_vanaf AND g.soort = ANY (w.soorten)
    JOIN gebeurtenis_volgorde v ON v.gebeurtenis_id = g.id AND v.volgnummer IS NOT NULL
   WHERE w.id = een_webhook AND w.status = 'actief' AND mag_horen(w.account_id, g.cohort_id)
     AND (w.account_id = huidig_account() OR huidige_rol() = 'beheerder')
     AND NOT EXISTS (SELECT FROM webhook_levering l
                      WHERE l.webhook_id = w.id AND l.gebeurtenis_id = g.id AND l.status = 'wacht')
   ORDER BY v.volgnummer;
  GET DIAGNOSTICS aantal = ROW_COUNT;
  PERFORM pg_notify('${WEBHOOK_KANAAL}', '');
  RETURN aantal;
END $$;`;

/** What a delivery was about, for who sees the delivery: how the fact is called, and nothing of what is in it. */
const NAAM_VAN_GELEVERDE = inzicht(
  'naam_van_geleverde(een_levering uuid) RETURNS TABLE (workflow_id text, seq integer, soort text)',
  `  SELECT g.workflow_id, g.seq, g.soort FROM webhook_levering l JOIN webhook w ON w.id = l.webhook_id
    JOIN gebeurtenis g ON g.id = l.gebeurtenis_id
   WHERE l.id = een_levering AND (w.account_id = huidig_account() OR huidige_rol() = 'beheerder')`,
);

const BEWAAR = bewaarFuncties({
  // Also what waits: of a webhook that has been paused for so long.
  'webhook-levering': { tabel: 'webhook_levering', rijp: voorbij('coalesce(x.afgerond_op, x.gemaakt_op)') },
});

const VAN_SYSTEEM: readonly SysteemFunctie[] = [
  { functie: 'zet_in_volgorde()', voor: null },
  { functie: 'zet_volgnummer_bij_levering()', voor: null },
  { functie: 'mag_horen(uuid, uuid)', voor: null },
  { functie: 'webhook_bezwaar(uuid)', voor: api },
  { functie: 'bij_afname_van_recht()', voor: null },
  { functie: 'stop_webhooks_zonder_recht()', voor: worker },
  { functie: 'nummer_gebeurtenissen()', voor: worker },
  { functie: 'te_leveren(uuid)', voor: worker },
  { functie: 'volgende_levering_op(uuid)', voor: worker },
  { functie: 'wek_webhooks()', voor: worker },
  { functie: 'stop_webhook(uuid, text)', voor: worker },
  { functie: 'herhaal_webhook(uuid, timestamptz)', voor: api },
  { functie: 'naam_van_geleverde(uuid)', voor: api },
  ...BEWAAR.vanSysteem,
];

export const FUNCTIES = [
  ...[RECHT, BIJ_NIEUWE, VOLGNUMMER, NUMMER, TE_LEVEREN, VOLGENDE_LEVERING, WEK, HERHAAL, NAAM_VAN_GELEVERDE],
  BEWAAR.sql,
  geefAanSysteem(VAN_SYSTEEM),
].join('\n');

export const FUNCTIES_WEG = `
DROP TRIGGER gebeurtenis_in_volgorde ON gebeurtenis;
DROP TRIGGER webhook_levering_volgnummer ON webhook_levering;
${RECHT_WEG}
${haalWegVanSysteem(VAN_SYSTEEM)}
`;
