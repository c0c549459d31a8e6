import { ALS_SYSTEEM } from '../systeem.functie.js';
import { WIS_ACCOUNT } from './regels.js';

/** An instant as the API writes it. */
const TIJDSTIP = `
CREATE FUNCTION tijdstip(moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;`;

/** `[{…}, …]` of the rows of a query; `velden` are pairs of a name and an expression. */
export const lijst = (velden: Readonly<Record<string, string>>, bron: string, volgorde: string): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object(${Object.entries(velden)
    .map(([naam, sql]) => `'${naam}', ${sql}`)
    .join(', ')}) ORDER BY ${volgorde}), '[]') FROM ${bron})`;

export const IK = 'huidig_account()';
export const moment = (kolom: string): string => `tijdstip(${kolom})`;

const DELEN: Readonly<Record<string, string>> = {
  account: `(SELECT jsonb_build_object('id', a.id, 'soort', a.soort, 'naam', a.naam, 'email', a.email, 'status', a.status,
      'aanbieder', a.oidc_issuer, 'kenmerkBijAanbieder', a.oidc_subject, 'gemaaktOp', ${moment('a.created_at')})
    FROM account a WHERE a.id = ${IK})`,
  toekenningen: lijst(
    {
      id: 'k.id',
      naam: 'k.naam',
      rol: 'k.rol',
      cohortId: 'k.cohort_id',
      cohort: 'c.naam',
      identiteiten: 'k.identiteiten',
      reden: 'k.reden',
      verleendOp: moment('k.verleend_op'),
      vervaltOp: moment('k.vervalt_op'),
      ingetrokkenOp: moment('k.ingetrokken_op'),
    },
    `toekenning k LEFT JOIN cohort c ON c.id = k.cohort_id WHERE k.account_id = ${IK}`,
    'k.verleend_op, k.id',
  ),
  contactpersonen: lijst(
    {
      id: 'p.id',
      trajectId: 'p.traject_id',
      cohort: 'c.naam',
      gemeente: 'g.naam',
      naam: 'p.naam',
      email: 'p.email',
      niveau: 'p.niveau',
      hoofdcontact: 'p.hoofdcontact',
    },
    `contactpersoon p JOIN traject t ON t.id = p.traject_id JOIN cohort c ON c.id = t.cohort_id
     JOIN gemeente g ON g.code = t.gemeente_code WHERE p.account_id = ${IK}`,
    'c.created_at, p.id',
  ),
  // Who it says is sealed: the API keeps those that name the caller.
  cohorten: lijst(
    { cohortId: 'c.id', cohort: 'c.naam', naam: 'c.adviseur_naam', email: 'c.adviseur_email' },
    `cohort c WHERE c.id IN (SELECT cohort_id FROM toekenning WHERE account_id = ${IK} AND rol = 'adviseur')`,
    'c.created_at, c.id',
  ),
  sessies: lijst(
    {
      id: 's.id',
      rol: 's.rol',
      via: 's.via',
      meerdereFactoren: 's.meerdere_factoren',
      apparaat: 's.apparaat',
      begonnenOp: moment('s.begonnen_op'),
      gebruiktOp: moment('s.gebruikt_op'),
      vervaltOp: moment('s.vervalt_op'),
      beeindigdOp: moment('s.beeindigd_op'),
    },
    `sessie s WHERE s.account_id = ${IK}`,
    's.begonnen_op, s.id',
  ),
  aanmeldlinks: lijst(
    {
      naar: 'l.naar',
      status: 'l.status',
      gevraagdOp: moment('l.gevraagd_op'),
      vervaltOp: moment('l.vervalt_op'),
      gebruiktOp: moment('l.gebruikt_op'),
    },
    `aanmeldlink l WHERE l.account_id = ${IK}`,
    'l.gevraagd_op, l.id',
  ),
  invoer: lijst(
    {
      id: 'i.id',
      trajectId: 'i.traject_id',
      soort: 'i.soort',
      onderwerp: 'i.onderwerp',
      inhoud: 'i.inhoud',
      op: moment('i.created_at'),
    },
    `invoer i WHERE i.account_id = ${IK}`,
    'i.created_at, i.id',
  ),
  berichten: lijst(
    {
      id: 'b.id',
      trajectId: 'b.traject_id',
      soort: 'b.soort',
      stap: 'b.stap',
      onderwerp: 'b.onderwerp',
      status: 'b.status',
      op: moment('b.op'),
      verzondenOp: moment('b.verzonden_op'),
      toelichting: 'b.toelichting',
    },
    `bericht b JOIN contactpersoon p ON p.id = b.contactpersoon_id WHERE p.account_id = ${IK}`,
    'b.op, b.id',
  ),
  inzagen: lijst(
    { trajectId: 'z.traject_id', begintOp: moment('z.begint_op'), vervaltOp: moment('z.vervalt_op') },
    `inzage z WHERE z.traject_id IN (SELECT traject_id FROM contactpersoon WHERE account_id = ${IK})`,
    'z.begint_op, z.id',
  ),
  wissingsverzoeken: lijst(
    {
      id: 'w.id',
      reden: 'w.reden',
      gevraagdOp: moment('w.gevraagd_op'),
      afgehandeldOp: moment('w.afgehandeld_op'),
    },
    `wissingsverzoek w WHERE w.account_id = ${IK}`,
    'w.gevraagd_op, w.id',
  ),
  // What others did to the account is there too, without who they are.
  auditregels: lijst(
    {
      volgnummer: 'r.volgnummer',
      op: moment('r.op'),
      zelf: 'r.zelf',
      rol: 'r.rol',
      handeling: 'r.handeling',
      onderwerp: 'r.onderwerp',
      reden: 'r.reden',
      inhoud: 'r.inhoud',
      adres: 'CASE WHEN r.zelf THEN r.adres END',
    },
    `(SELECT r.*, r.account_id IS NOT DISTINCT FROM ${IK} AS zelf, h.adres FROM audit r
        LEFT JOIN audit_herkomst h ON h.volgnummer = r.volgnummer
       WHERE r.account_id = ${IK} OR r.onderwerp = 'account/' || ${IK} OR r.inhoud ->> 'accountId' = ${IK}::text
       ORDER BY r.volgnummer DESC LIMIT 5000) AS r`,
    'r.volgnummer',
  ),
};

/** All that is stored about the caller, in whatever role: a person's rights do not depend on the one he acts in. */
const MIJN_GEGEVENS = `
CREATE FUNCTION mijn_gegevens() RETURNS jsonb LANGUAGE sql STABLE ${ALS_SYSTEEM} AS $$
  SELECT jsonb_build_object(${Object.entries(DELEN)
    .map(([naam, sql]) => `'${naam}', ${sql}`)
    .join(',\n    ')})
$$;`;

const WIJZIG_EIGEN_NAAM = `
CREATE FUNCTION wijzig_eigen_naam(bij_account text, bij_contactpersoon text) RETURNS boolean
  LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  UPDATE account SET naam = bij_account WHERE id = ${IK} AND soort = 'mens' AND status = 'actief';
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE contactpersoon SET naam = bij_contactpersoon WHERE account_id = ${IK};
  -- What others called him when they gave him access gives way to what he calls himself.
  UPDATE toekenning SET naam = NULL WHERE account_id = ${IK} AND naam IS NOT NULL;
  RETURN true;
END $$;`;

/** One open request a person, in whatever role he asks; `nieuw` says whether it was made now. */
const VRAAG_WISSING = `
CREATE FUNCTION vraag_wissing(een_reden text)
  RETURNS TABLE (id uuid, reden text, gevraagd_op timestamptz, afgehandeld_op timestamptz, nieuw boolean)
  LANGUAGE sql VOLATILE ${ALS_SYSTEEM} AS $$
  WITH gemaakt AS (
    INSERT INTO wissingsverzoek AS w (account_id, reden) VALUES (${IK}, een_reden) ON CONFLICT DO NOTHING RETURNING w.*)
  SELECT g.id, g.reden, g.gevraagd_op, g.afgehandeld_op, true FROM gemaakt g
  UNION ALL SELECT w.id, w.reden, w.gevraagd_op, w.afgehandeld_op, false FROM wissingsverzoek w
   WHERE w.account_id = ${IK} AND w.afgehandeld_op IS NULL
$$;`;

/**
 * Why an account cannot be erased now, or what was erased. `een_cohorten`: those that name this person as adviseur, which
 * only who has the keys can tell. What was done stays, under an ID that leads to nobody.
 */
const WIS = `
CREATE FUNCTION wis_account(een_account uuid, een_cohorten uuid[]) RETURNS jsonb
  LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
DECLARE
  wie account;
  personen uuid[];
  sessies integer;
BEGIN
  PERFORM een_voor_een();
  IF huidige_rol() IS DISTINCT FROM 'beheerder' OR NOT 'beheerder' = ANY (rollen_van(${IK})) THEN
    RETURN jsonb_build_object('weigering', 'geen-recht');
  END IF;
  SELECT * INTO wie FROM account WHERE id = een_account AND soort = 'mens' FOR UPDATE;
  IF NOT FOUND THEN RETURN jsonb_build_object('weigering', 'onbekend'); END IF;
  IF EXISTS (SELECT FROM contactpersoon p JOIN traject t ON t.id = p.traject_id JOIN cohort c ON c.id = t.cohort_id
              WHERE p.account_id = een_account AND p.hoofdcontact AND t.status <> 'afgerond' AND c.status <> 'afgesloten') THEN
    RETURN jsonb_build_object('weigering', 'hoofdcontact');
  END IF;
  IF EXISTS (SELECT FROM cohort c WHERE c.status <> 'afgesloten' AND c.id = ANY (een_cohorten))
      OR EXISTS (SELECT FROM laatste_adviseur_in(een_account) l WHERE l.status <> 'afgesloten') THEN
    RETURN jsonb_build_object('weigering', 'laatste-adviseur');
  END IF;
  IF 'beheerder' = ANY (rollen_van(een_account)) AND NOT andere_beheerder(een_account) THEN
    RETURN jsonb_build_object('weigering', 'laatste-beheerder');
  END IF;
  SELECT coalesce(array_agg(id), '{}') INTO personen FROM contactpersoon WHERE account_id = een_account;
  UPDATE bericht SET status = 'vervallen', toelichting = NULL WHERE contactpersoon_id = ANY (personen) AND status = 'wacht';
  UPDATE bericht SET toelichting = NULL WHERE contactpersoon_id = ANY (personen) AND toelichting IS NOT NULL;
  UPDATE contactpersoon SET naam = '', email = '', account_id = NULL WHERE id = ANY (personen);
  UPDATE cohort SET adviseur_naam = '', adviseur_email = '' WHERE id = ANY (een_cohorten);
  DELETE FROM sessie WHERE account_id = een_account;
  GET DIAGNOSTICS sessies = ROW_COUNT;
  DELETE FROM aanmeldlink WHERE account_id = een_account;
  DELETE FROM idempotentie WHERE account_id = een_account;
  UPDATE diensttoken SET ingetrokken_op = coalesce(ingetrokken_op, now()) WHERE account_id = een_account;
  UPDATE toekenning SET ingetrokken_op = coalesce(ingetrokken_op, now()), naam = NULL WHERE account_id = een_account;
  UPDATE wissingsverzoek SET afgehandeld_op = coalesce(afgehandeld_op, now()), reden = '' WHERE account_id = een_account;
  UPDATE account SET ${WIS_ACCOUNT} WHERE id = een_account;
  RETURN jsonb_build_object('contactpersonen', cardinality(personen), 'cohorten', cardinality(een_cohorten), 'sessies', sessies);
END $$;`;

export const BETROKKENE = [TIJDSTIP, MIJN_GEGEVENS, WIJZIG_EIGEN_NAAM, VRAAG_WISSING, WIS];

export const FUNCTIES_VAN_BETROKKENE = [
  'mijn_gegevens()',
  'wijzig_eigen_naam(text, text)',
  'vraag_wissing(text)',
  'wis_account(uuid, uuid[])',
];
