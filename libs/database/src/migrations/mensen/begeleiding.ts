import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';
import { GELDIG } from '../toegang/functies.js';
import { ALS_SYSTEEM, type SysteemFunctie } from '../systeem.functie.js';

const { api } = DATABASE_ROLLEN;

/** SQL: a person (blocked or not: an adviseur does not learn that) with a grant for which `wat` holds. */
const isMensMet = (wat: string): string => `EXISTS (
    SELECT FROM toekenning k JOIN account a ON a.id = k.account_id
     WHERE k.account_id = een_account AND a.soort = 'mens' AND a.status <> 'gewist' AND ${GELDIG} AND ${wat})`;

/** Why not, or nothing. Without an account: the adviseur of the cohort again. */
const KIES_ADVISEUR = `
CREATE FUNCTION kies_adviseur(een_traject uuid, een_account uuid) RETURNS text
  LANGUAGE plpgsql VOLATILE ${ALS_SYSTEEM} AS $$
DECLARE het_cohort uuid;
BEGIN
  PERFORM een_voor_een();
  SELECT t.cohort_id INTO het_cohort FROM traject t WHERE t.id = een_traject AND t.cohort_id = ANY (mijn_cohorten());
  IF huidige_rol() IS DISTINCT FROM 'adviseur' OR het_cohort IS NULL THEN RETURN 'onbekend'; END IF;
  IF EXISTS (SELECT FROM cohort WHERE id = het_cohort AND status = 'afgesloten') THEN RETURN 'cohort-afgesloten'; END IF;
  IF een_account IS NOT NULL AND NOT ${isMensMet(`k.rol = 'adviseur' AND k.cohort_id = het_cohort`)} THEN
    RETURN 'geen-adviseur';
  END IF;
  UPDATE traject SET adviseur_account_id = een_account WHERE id = een_traject;
  RETURN NULL;
END $$;`;

/** An adviseur of the cohort; or a beheerder, when a beheerder says so: an adviseur does not learn who that is. */
const KIES_LEIDER = `
CREATE FUNCTION kies_leider(een_cohort uuid, een_account uuid) RETURNS text
  LANGUAGE plpgsql VOLATILE ${ALS_SYSTEEM} AS $$
BEGIN
  PERFORM een_voor_een();
  IF huidige_rol() IS DISTINCT FROM 'beheerder'
      AND (huidige_rol() IS DISTINCT FROM 'adviseur' OR NOT een_cohort = ANY (mijn_cohorten())) THEN
    RETURN 'onbekend';
  END IF;
  IF EXISTS (SELECT FROM cohort WHERE id = een_cohort AND status = 'afgesloten') THEN RETURN 'cohort-afgesloten'; END IF;
  IF een_account IS NOT NULL AND NOT ${isMensMet(`(k.rol = 'adviseur' AND k.cohort_id = een_cohort
        OR k.rol = 'beheerder' AND huidige_rol() = 'beheerder')`)} THEN
    RETURN 'geen-leider';
  END IF;
  UPDATE cohort SET leider_account_id = een_account WHERE id = een_cohort;
  IF NOT FOUND THEN RETURN 'onbekend'; END IF;
  RETURN NULL;
END $$;`;

export const VAN_BEGELEIDING: readonly SysteemFunctie[] = [
  'kies_adviseur(uuid, uuid)',
  'kies_leider(uuid, uuid)',
].map((functie) => ({ functie, voor: api }));
export const BEGELEIDING = [KIES_ADVISEUR, KIES_LEIDER].join('\n');
