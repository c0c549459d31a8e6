import { ALS_SYSTEEM } from '../systeem.functie.js';

/**
 * Who cannot go because nobody would be left: one rule for taking a role away, blocking and erasing. What changes who works
 * here goes one at a time, to the end of its transaction: two who look at the same moment would both see that the other is
 * still there. Only people count who can log in now.
 */
export const LAATSTE = `
CREATE FUNCTION een_voor_een() RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('maatwerktraject/rollen', 0));
  -- Who waited here may have lost meanwhile what he could see when he began.
  IF huidige_rol() IS NOT NULL THEN PERFORM begin_als(huidig_account(), huidige_rol()); END IF;
END $$;
CREATE FUNCTION andere_beheerder(een_account uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE ${ALS_SYSTEEM} AS $$
BEGIN
  PERFORM een_voor_een();
  RETURN EXISTS (SELECT FROM account a WHERE a.id IS DISTINCT FROM een_account AND a.status = 'actief'
     AND 'beheerder' = ANY (rollen_van(a.id)));
END $$;
CREATE FUNCTION laatste_adviseur_in(een_account uuid) RETURNS TABLE (cohort_id uuid, naam text, status text)
  LANGUAGE plpgsql VOLATILE ${ALS_SYSTEEM} AS $$
BEGIN
  PERFORM een_voor_een();
  RETURN QUERY
    WITH deel AS (
      SELECT k.cohort_id, k.account_id, a.status FROM toekenning k JOIN account a ON a.id = k.account_id
       WHERE k.rol = 'adviseur' AND a.soort = 'mens' AND k.ingetrokken_op IS NULL
         AND (k.vervalt_op IS NULL OR k.vervalt_op > now()))
    SELECT c.id, c.naam, c.status FROM cohort c
     WHERE (huidige_rol() = 'beheerder' OR huidige_rol() = 'adviseur' AND c.id = ANY (mijn_cohorten()))
       AND EXISTS (SELECT FROM deel d WHERE d.cohort_id = c.id AND d.account_id = een_account)
       AND NOT EXISTS (SELECT FROM deel d WHERE d.cohort_id = c.id AND d.account_id <> een_account AND d.status = 'actief')
     ORDER BY c.naam, c.id;
END $$;`;

export const FUNCTIES_VAN_LAATSTE = ['andere_beheerder(uuid)', 'laatste_adviseur_in(uuid)'];
