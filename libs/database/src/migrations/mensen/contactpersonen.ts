import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';
import { UITNODIGING_KANAAL } from '../../toegang/kanalen.js';
import { ALS_SYSTEEM, inzicht, type SysteemFunctie } from '../systeem.functie.js';

const { api } = DATABASE_ROLLEN;

/** What the caller is to a traject: nothing (null), or one of three. */
const DEEL = inzicht(
  'deel_in_traject(een_traject uuid) RETURNS text',
  `  SELECT CASE
    WHEN huidige_rol() = 'adviseur' AND t.cohort_id = ANY (mijn_cohorten()) THEN 'adviseur'
    WHEN huidige_rol() = 'gemeente' AND t.id = ANY (mijn_trajecten()) THEN CASE WHEN EXISTS (
      SELECT FROM contactpersoon p WHERE p.traject_id = t.id AND p.account_id = huidig_account() AND p.hoofdcontact)
      THEN 'hoofdcontact' ELSE 'contactpersoon' END END
    FROM traject t WHERE t.id = een_traject`,
);

/** The people of a traject are changed one at a time; why not at all, or nothing. */
const BEGIN_MENSEN = `
CREATE FUNCTION begin_mensen(een_traject uuid) RETURNS text LANGUAGE plpgsql VOLATILE ${ALS_SYSTEEM} AS $$
BEGIN
  IF deel_in_traject(een_traject) IS NULL THEN RETURN 'onbekend'; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('maatwerktraject/mensen/' || een_traject, 0));
  IF EXISTS (SELECT FROM traject t JOIN cohort c ON c.id = t.cohort_id
              WHERE t.id = een_traject AND c.status = 'afgesloten') THEN
    RETURN 'cohort-afgesloten';
  END IF;
  RETURN NULL;
END $$;`;

/** A mail to who is new, or has another address now; before the cohort runs there is none. */
const NODIG_CONTACT_UIT = `
CREATE FUNCTION nodig_contact_uit(een_contactpersoon uuid) RETURNS void LANGUAGE plpgsql VOLATILE ${ALS_SYSTEEM} AS $$
BEGIN
  INSERT INTO uitnodiging AS u (contactpersoon_id, gemaakt_door)
  SELECT p.id, huidig_account() FROM contactpersoon p JOIN cohort c ON c.id = p.cohort_id
   WHERE p.id = een_contactpersoon AND c.status = 'lopend'
  ON CONFLICT (contactpersoon_id) DO UPDATE SET status = 'wacht', pogingen = 0, volgende_poging_op = now(),
    geclaimd_op = NULL, verzonden_op = NULL, gemaakt_op = now(), gemaakt_door = excluded.gemaakt_door;
  PERFORM pg_notify('${UITNODIGING_KANAAL}', '');
END $$;`;

/** Whether this account is, or will be, there on this niveau in another row than `behalve`. */
const STAAT_ER_AL = inzicht(
  'staat_er_al(een_traject uuid, een_account uuid, een_niveau text, behalve uuid) RETURNS boolean',
  `  SELECT EXISTS (SELECT FROM contactpersoon p
    WHERE p.traject_id = een_traject AND p.account_id = een_account AND p.niveau = een_niveau
      AND p.id IS DISTINCT FROM behalve AND (p.vertrekt_op IS NULL OR p.vertrekt_op > dag_van_cohort(p.cohort_id)))`,
);

const VOEG_TOE = `
CREATE FUNCTION voeg_contactpersoon_toe(een_traject uuid, een_id uuid, een_naam text, een_email text, een_niveau text,
                                        een_account uuid)
  RETURNS text LANGUAGE plpgsql VOLATILE ${ALS_SYSTEEM} AS $$
DECLARE weigering text := begin_mensen(een_traject);
BEGIN
  IF weigering IS NOT NULL THEN RETURN weigering; END IF;
  IF deel_in_traject(een_traject) = 'contactpersoon' THEN RETURN 'geen-recht'; END IF;
  -- The same request once more.
  IF EXISTS (SELECT FROM contactpersoon WHERE id = een_id AND traject_id = een_traject) THEN RETURN NULL; END IF;
  IF staat_er_al(een_traject, een_account, een_niveau, NULL) THEN RETURN 'bestaat-al'; END IF;
  IF (SELECT count(*) >= 50 FROM contactpersoon WHERE traject_id = een_traject) THEN RETURN 'te-veel'; END IF;
  INSERT INTO contactpersoon (id, traject_id, naam, email, niveau, hoofdcontact, account_id)
  VALUES (een_id, een_traject, een_naam, een_email, een_niveau, false, een_account);
  PERFORM nodig_contact_uit(een_id);
  RETURN NULL;
END $$;`;

/**
 * Corrects what is in `een_wijziging`: naam, email (with the account of the new address), niveau, vertrektOp, weekoverzicht.
 * Name, address and choice are those of a person: of all his rows in the traject. Another address is another account, which
 * starts with nothing: who has handed in something keeps the one he did it with (ADR 0018).
 */
const WIJZIG = `
CREATE FUNCTION wijzig_contactpersoon(een_traject uuid, een_id uuid, een_wijziging jsonb)
  RETURNS text LANGUAGE plpgsql VOLATILE ${ALS_SYSTEEM} AS $$
DECLARE
  weigering text := begin_mensen(een_traject);
  oud contactpersoon;
  nieuw_account uuid := (een_wijziging ->> 'account')::uuid;
  nieuw_niveau text;
BEGIN
  IF weigering IS NOT NULL THEN RETURN weigering; END IF;
  SELECT * INTO oud FROM contactpersoon WHERE id = een_id AND traject_id = een_traject;
  IF NOT FOUND THEN RETURN 'onbekend'; END IF;
  IF deel_in_traject(een_traject) <> 'adviseur'
      AND (een_wijziging - 'weekoverzicht' <> '{}' OR oud.account_id IS DISTINCT FROM huidig_account()) THEN
    RETURN 'geen-recht';
  END IF;
  IF oud.account_id IS NULL THEN RETURN 'gewist'; END IF;
  IF oud.hoofdcontact AND een_wijziging ->> 'vertrektOp' IS NOT NULL THEN RETURN 'hoofdcontact-blijft'; END IF;
  nieuw_niveau := coalesce(een_wijziging ->> 'niveau', oud.niveau);
  nieuw_account := coalesce(nieuw_account, oud.account_id);
  IF nieuw_account <> oud.account_id AND EXISTS (
      SELECT FROM invoer WHERE traject_id = een_traject AND account_id = oud.account_id) THEN
    RETURN 'adres-vast';
  END IF;
  IF staat_er_al(een_traject, nieuw_account, nieuw_niveau, een_id) THEN RETURN 'bestaat-al'; END IF;
  UPDATE contactpersoon SET niveau = nieuw_niveau,
         vertrekt_op = CASE WHEN een_wijziging ? 'vertrektOp' THEN (een_wijziging ->> 'vertrektOp')::date ELSE vertrekt_op END
   WHERE id = een_id;
  UPDATE contactpersoon SET naam = coalesce(een_wijziging ->> 'naam', naam), email = coalesce(een_wijziging ->> 'email', email),
         weekoverzicht = coalesce((een_wijziging ->> 'weekoverzicht')::boolean, weekoverzicht), account_id = nieuw_account
   WHERE traject_id = een_traject AND account_id = oud.account_id;
  IF nieuw_account <> oud.account_id THEN PERFORM nodig_contact_uit(een_id); END IF;
  RETURN NULL;
END $$;`;

/** Mail that waits and is for the hoofdcontact as such goes with it. */
const DRAAG_OVER = `
CREATE FUNCTION draag_hoofdcontact_over(een_traject uuid, een_id uuid)
  RETURNS text LANGUAGE plpgsql VOLATILE ${ALS_SYSTEEM} AS $$
DECLARE
  weigering text := begin_mensen(een_traject);
  oud contactpersoon;
  nieuw contactpersoon;
BEGIN
  IF weigering IS NOT NULL THEN RETURN weigering; END IF;
  IF deel_in_traject(een_traject) = 'contactpersoon' THEN RETURN 'geen-recht'; END IF;
  SELECT * INTO nieuw FROM contactpersoon WHERE id = een_id AND traject_id = een_traject;
  IF NOT FOUND THEN RETURN 'onbekend'; END IF;
  IF nieuw.hoofdcontact THEN RETURN NULL; END IF;
  IF nieuw.account_id IS NULL THEN RETURN 'gewist'; END IF;
  IF nieuw.vertrekt_op IS NOT NULL THEN RETURN 'vertrekt'; END IF;
  UPDATE contactpersoon SET hoofdcontact = false WHERE traject_id = een_traject AND hoofdcontact RETURNING * INTO oud;
  UPDATE contactpersoon SET hoofdcontact = true WHERE id = een_id;
  UPDATE bericht SET contactpersoon_id = een_id, namens_id = NULL
   WHERE traject_id = een_traject AND status = 'wacht' AND coalesce(namens_id, contactpersoon_id) = oud.id
     AND aan <> oud.niveau;
  RETURN NULL;
END $$;`;

/** Without a vervanger: there is none any more. */
const WIJS_VERVANGER_AAN = `
CREATE FUNCTION wijs_vervanger_aan(een_traject uuid, een_id uuid, een_vervanger uuid, een_van date, een_tot date)
  RETURNS text LANGUAGE plpgsql VOLATILE ${ALS_SYSTEEM} AS $$
DECLARE
  weigering text := begin_mensen(een_traject);
  wie contactpersoon;
  door contactpersoon;
BEGIN
  IF weigering IS NOT NULL THEN RETURN weigering; END IF;
  SELECT * INTO wie FROM contactpersoon WHERE id = een_id AND traject_id = een_traject;
  IF NOT FOUND THEN RETURN 'onbekend'; END IF;
  IF deel_in_traject(een_traject) = 'contactpersoon' AND wie.account_id IS DISTINCT FROM huidig_account() THEN
    RETURN 'geen-recht';
  END IF;
  IF een_vervanger IS NOT NULL THEN
    SELECT * INTO door FROM contactpersoon WHERE id = een_vervanger AND traject_id = een_traject;
    IF NOT FOUND OR door.account_id IS NULL THEN RETURN 'geen-vervanger'; END IF;
    IF wie.account_id IS NULL THEN RETURN 'gewist'; END IF;
    IF door.account_id = wie.account_id THEN RETURN 'uzelf'; END IF;
    IF een_tot < dag_van_cohort(wie.cohort_id) THEN RETURN 'voorbij'; END IF;
    IF door.vertrekt_op <= een_tot THEN RETURN 'vervanger-vertrekt'; END IF;
    IF door.vervanger_van <= een_tot AND door.vervanger_tot >= een_van THEN RETURN 'vervanger-afwezig'; END IF;
  END IF;
  UPDATE contactpersoon SET vervanger_id = een_vervanger, vervanger_van = een_van, vervanger_tot = een_tot WHERE id = een_id;
  RETURN NULL;
END $$;`;

const VAN_API = [
  'deel_in_traject(uuid)',
  'voeg_contactpersoon_toe(uuid, uuid, text, text, text, uuid)',
  'wijzig_contactpersoon(uuid, uuid, jsonb)',
  'draag_hoofdcontact_over(uuid, uuid)',
  'wijs_vervanger_aan(uuid, uuid, uuid, date, date)',
];
const INTERN = ['begin_mensen(uuid)', 'nodig_contact_uit(uuid)', 'staat_er_al(uuid, uuid, text, uuid)'];

export const VAN_CONTACTPERSONEN: readonly SysteemFunctie[] = [
  ...VAN_API.map((functie) => ({ functie, voor: api })),
  ...INTERN.map((functie) => ({ functie, voor: null })),
];
export const CONTACTPERSONEN = [
  ...[DEEL, BEGIN_MENSEN, NODIG_CONTACT_UIT, STAAT_ER_AL],
  ...[VOEG_TOE, WIJZIG, DRAAG_OVER, WIJS_VERVANGER_AAN],
].join('\n');
