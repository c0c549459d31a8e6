import { ALS_SYSTEEM, inzicht } from '../systeem.functie.js';
import { GELDIG } from '../toegang/functies.js';

const IN_COHORT = "k.rol = 'adviseur' AND k.cohort_id IS NOT NULL";

/** A service hears of a cohort while it takes part in it as adviseur, the role that may read the log. */
const MAG_HOREN = inzicht(
  'mag_horen(een_account uuid, een_cohort uuid) RETURNS boolean',
  `  SELECT EXISTS (SELECT FROM account WHERE id = een_account AND soort = 'dienst' AND status = 'actief')
     AND EXISTS (SELECT FROM toekenning k WHERE k.account_id = een_account AND k.rol = 'adviseur'
                    AND k.cohort_id = een_cohort AND ${GELDIG})`,
);

/**
 * Why a webhook may send nothing at all, whatever its status; null when it may. What it was made with has to hold still: the
 * token, the service, and a part in some cohort, for a service that ever had one.
 */
const BEZWAAR = inzicht(
  'webhook_bezwaar(een_webhook uuid) RETURNS text',
  `  SELECT CASE
      WHEN a.status <> 'actief' THEN 'dienst-geblokkeerd'
      WHEN d.ingetrokken_op IS NOT NULL THEN 'token-ingetrokken'
      WHEN w.token_id IS NOT NULL AND coalesce(d.vervalt_op <= now(), true) THEN 'token-verlopen'
      WHEN EXISTS (SELECT FROM toekenning k WHERE k.account_id = a.id AND ${IN_COHORT})
       AND NOT EXISTS (SELECT FROM toekenning k WHERE k.account_id = a.id AND ${IN_COHORT} AND ${GELDIG})
      THEN 'geen-toegang' END
    FROM webhook w JOIN account a ON a.id = w.account_id LEFT JOIN diensttoken d ON d.id = w.token_id
   WHERE w.id = een_webhook`,
);

/** The worker ends or pauses a webhook that is active, and can do nothing else to it; that it did is in the log. */
const STOP = `
CREATE FUNCTION stop_webhook(een_webhook uuid, een_reden text) RETURNS boolean LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  UPDATE webhook SET status = CASE een_reden WHEN 'ontvanger-stopt' THEN 'beeindigd' ELSE 'gepauzeerd' END, reden = een_reden
   WHERE id = een_webhook AND status = 'actief';
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM schrijf_audit('webhook-stopt', 'webhook/' || een_webhook, NULL, jsonb_build_object('reden', een_reden), NULL);
  RETURN true;
END $$;`;

/**
 * Pauses what may send nothing any more, for good: when the reason is gone again, somebody has to set it going. Locks are
 * taken in the order of the house: the accounts that get a mail of it, then the webhooks, all of them, and the log last.
 */
const STOP_ZONDER_RECHT = `
CREATE FUNCTION stop_webhooks_zonder_recht() RETURNS void LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
DECLARE alle uuid[];
BEGIN
  IF NOT EXISTS (SELECT FROM webhook w WHERE w.status = 'actief' AND webhook_bezwaar(w.id) IS NOT NULL) THEN RETURN; END IF;
  PERFORM FROM account a WHERE a.soort = 'mens' AND 'beheerder' = ANY (rollen_van(a.id)) ORDER BY a.id FOR KEY SHARE;
  alle := ARRAY(SELECT w.id FROM webhook w WHERE w.status = 'actief' AND webhook_bezwaar(w.id) IS NOT NULL
                 ORDER BY w.id FOR UPDATE);
  PERFORM stop_webhook(w.id, webhook_bezwaar(w.id)) FROM webhook w
    WHERE w.id = ANY (alle) AND webhook_bezwaar(w.id) IS NOT NULL;
END $$;`;

/** At the moment that somebody takes away what it was made with; what runs out by itself the worker looks for. */
const BIJ_AFNAME = `
CREATE FUNCTION bij_afname_van_recht() RETURNS trigger LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  PERFORM stop_webhooks_zonder_recht();
  RETURN NULL;
END $$;
CREATE TRIGGER account_stopt_webhooks AFTER UPDATE OF status ON account
  FOR EACH STATEMENT EXECUTE FUNCTION bij_afname_van_recht();
CREATE TRIGGER diensttoken_stopt_webhooks AFTER UPDATE OF ingetrokken_op, vervalt_op ON diensttoken
  FOR EACH STATEMENT EXECUTE FUNCTION bij_afname_van_recht();
CREATE TRIGGER toekenning_stopt_webhooks AFTER UPDATE OF ingetrokken_op, vervalt_op ON toekenning
  FOR EACH STATEMENT EXECUTE FUNCTION bij_afname_van_recht();`;

/** What a webhook may send, and what stops it when it may not. */
export const RECHT = [MAG_HOREN, BEZWAAR, STOP, STOP_ZONDER_RECHT, BIJ_AFNAME].join('\n');

export const RECHT_WEG = `
DROP TRIGGER account_stopt_webhooks ON account;
DROP TRIGGER diensttoken_stopt_webhooks ON diensttoken;
DROP TRIGGER toekenning_stopt_webhooks ON toekenning;`;
