import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';
import { FUNCTIES_VAN_LAATSTE, LAATSTE } from './laatste.js';
import { ALS_SYSTEEM, geefAanSysteem, haalWegVanSysteem, inzicht } from '../systeem.functie.js';

const { api, onderzoek } = DATABASE_ROLLEN;

/** SQL: a grant holds; of the table `toekenning`, where no other one with these columns is in sight. */
export const GELDIG = `ingetrokken_op IS NULL AND (vervalt_op IS NULL OR vervalt_op > now())`;

const setting = (name: string): string => `nullif(current_setting('app.${name}', true), '')`;

/** `bij`: which contactpersonen (row `p`) their gemeente lets in. */
export const beginAls = (bij = 'true'): string => `
CREATE FUNCTION begin_als(een_account uuid, een_rol text) RETURNS void LANGUAGE plpgsql VOLATILE ${ALS_SYSTEEM} AS $$
DECLARE
  cohorten uuid[];
  trajecten uuid[];
BEGIN
  -- A branch each: every part of a query has its price, also one that is not run.
  IF een_rol = 'gemeente' THEN
    SELECT array_agg(DISTINCT traject_id) INTO trajecten FROM contactpersoon p WHERE p.account_id = een_account AND ${bij};
  ELSIF een_rol = 'beheerder' THEN
    SELECT array_agg(DISTINCT traject_id) INTO trajecten FROM inzage
     WHERE account_id = een_account AND vervalt_op > now();
  ELSE
    SELECT array_agg(cohort_id) INTO cohorten FROM toekenning
     WHERE account_id = een_account AND rol = een_rol AND cohort_id IS NOT NULL AND ${GELDIG};
  END IF;
  PERFORM set_config('app.account', een_account::text, true), set_config('app.rol', een_rol, true),
    set_config('app.cohorten', cohorten::text, true), set_config('app.trajecten', trajecten::text, true);
END $$;`;

/**
 * Who is asking, and what that lets him see: `begin_als` says both at the start of a transaction, so that each query after
 * it only compares. Nobody and nothing, when it was not called.
 */
const WIE = `
CREATE FUNCTION huidig_account() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT ${setting('account')}::uuid
$$;
CREATE FUNCTION huidige_rol() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT ${setting('rol')}
$$;
CREATE FUNCTION mijn_cohorten() RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(${setting('cohorten')}::uuid[], '{}')
$$;
CREATE FUNCTION mijn_trajecten() RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(${setting('trajecten')}::uuid[], '{}')
$$;
${beginAls()}`;

/** A function as `inzicht` takes it. */
type Functie = readonly [kop: string, lijf: string];

export const DOET_TAAK: Functie = [
  'doet_taak(een_traject uuid, een_uitvoerder text) RETURNS boolean',
  `  SELECT EXISTS (
    SELECT FROM contactpersoon c
     WHERE c.traject_id = een_traject AND c.account_id = huidig_account() AND huidige_rol() = 'gemeente'
       AND (c.niveau = een_uitvoerder
            OR c.hoofdcontact AND een_uitvoerder <> 'adviseur'
               AND NOT EXISTS (SELECT FROM contactpersoon n
                                WHERE n.traject_id = een_traject AND n.niveau = een_uitvoerder
                                   AND n.account_id IS NOT NULL)))`,
];
export const IS_HOOFDCONTACT: Functie = [
  'is_hoofdcontact(een_traject uuid) RETURNS boolean',
  `  SELECT huidige_rol() = 'gemeente' AND EXISTS (
    SELECT FROM contactpersoon WHERE traject_id = een_traject AND account_id = huidig_account() AND hoofdcontact)`,
];
export const ROLLEN_VAN: Functie = [
  'rollen_van(een_account uuid) RETURNS text[]',
  `  SELECT coalesce(array_agg(DISTINCT rol), '{}') FROM (
    SELECT rol FROM toekenning WHERE account_id = een_account AND ${GELDIG}
    UNION ALL SELECT 'gemeente' FROM contactpersoon WHERE account_id = een_account
  ) AS alle (rol)`,
];

const ZICHT = `
${inzicht(
  'cohorten_van_mijn_trajecten() RETURNS uuid[]',
  `  SELECT coalesce(array_agg(DISTINCT cohort_id), '{}') FROM traject WHERE id = ANY (mijn_trajecten())`,
)}
${inzicht(...DOET_TAAK)}
${inzicht(...IS_HOOFDCONTACT)}
${inzicht(
  `gemeente_bij(een_traject uuid)
  RETURNS TABLE (code text, naam text, provincie text, veiligheidsregio text)`,
  `  SELECT CASE WHEN zicht.alles THEN g.code END, CASE WHEN zicht.alles THEN g.naam END, g.provincie, g.veiligheidsregio
    FROM traject t JOIN gemeente g ON g.code = t.gemeente_code
   CROSS JOIN LATERAL (SELECT huidige_rol() <> 'onderzoeker' OR EXISTS (
     SELECT FROM toekenning k WHERE k.account_id = huidig_account() AND k.rol = 'onderzoeker' AND k.identiteiten
        AND k.cohort_id = t.cohort_id AND ${GELDIG})) AS zicht (alles)
   WHERE t.id = een_traject AND (t.cohort_id = ANY (mijn_cohorten()) OR t.id = ANY (mijn_trajecten()))`,
)}`;

/** The session with this secret, as long as `ook` holds for it (row `s`) as well. */
export const herkenSessie = (ook = 'true'): [kop: string, lijf: string] => [
  `herken_sessie(een_hash bytea, rust interval)
  RETURNS TABLE (sessie_id uuid, account_id uuid, rol text, rollen text[], naam text, email text, via text, verouderd boolean,
                 meerdere_factoren boolean, vervalt_op timestamptz, organisatie boolean)`,
  `  SELECT s.id, s.account_id, s.rol, r.rollen, a.naam, a.email, s.via, s.gebruikt_op < now() - interval '1 minute',
         s.meerdere_factoren, least(s.vervalt_op, now() + rust),
         -- Whether this person can log in with the account of an organisation: bound to one, or asked to be.
         a.oidc_subject IS NOT NULL OR r.rollen && ARRAY['adviseur', 'onderzoeker', 'beheerder']
    FROM sessie s JOIN account a ON a.id = s.account_id CROSS JOIN LATERAL (SELECT rollen_van(a.id)) AS r (rollen)
   WHERE s.sleutel_hash = een_hash AND a.status = 'actief' AND s.beeindigd_op IS NULL AND s.vervalt_op > now()
     AND s.gebruikt_op > now() - rust AND s.rol = ANY (r.rollen) AND ${ook}`,
];

/** What a session or token still gives; asked before it is known who asks, by whoever has the secret itself. */
const HERKEN = `
${inzicht(...ROLLEN_VAN)}
${inzicht(...herkenSessie())}
${inzicht(
  `herken_diensttoken(een_hash bytea)
  RETURNS TABLE (token_id uuid, account_id uuid, rol text, rechten text[], naam text, verouderd boolean)`,
  `  SELECT d.id, d.account_id, d.rol, d.rechten, a.naam, d.gebruikt_op IS NULL OR d.gebruikt_op < now() - interval '1 minute'
    FROM diensttoken d JOIN account a ON a.id = d.account_id
   WHERE d.sleutel_hash = een_hash AND a.status = 'actief' AND d.ingetrokken_op IS NULL AND d.vervalt_op > now()
     AND d.rol = ANY (rollen_van(a.id))`,
)}`;

/** Whoever has the secret of a session can end it, of whomever it is: a browser that logs in leaves no older one behind. */
const BEEINDIG = `
CREATE FUNCTION beeindig_sessie(een_hash bytea) RETURNS uuid LANGUAGE sql VOLATILE ${ALS_SYSTEEM} AS $$
  UPDATE sessie SET beeindigd_op = now() WHERE sleutel_hash = een_hash AND beeindigd_op IS NULL RETURNING id
$$;`;

/**
 * An adviseur who names a contactpersoon does not learn whether this address was known: the account is made, or is the
 * one that was there.
 */
const ACCOUNT_BIJ = `
CREATE FUNCTION account_bij(een_index bytea, een_naam text, een_email text) RETURNS uuid
  LANGUAGE sql VOLATILE ${ALS_SYSTEEM} AS $$
  INSERT INTO account (soort, naam, email, email_index) VALUES ('mens', een_naam, een_email, een_index)
  ON CONFLICT (email_index) DO NOTHING;
  SELECT id FROM account WHERE email_index = een_index;
$$;`;

/** Who makes a cohort guides it. */
const MAKER = `
CREATE FUNCTION geef_maker_toegang() RETURNS trigger
  LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  IF huidig_account() IS NOT NULL THEN
    INSERT INTO toekenning (account_id, rol, cohort_id, verleend_door)
    VALUES (huidig_account(), 'adviseur', NEW.id, huidig_account());
    PERFORM begin_als(huidig_account(), huidige_rol());
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER cohort_maker AFTER INSERT ON cohort FOR EACH ROW EXECUTE FUNCTION geef_maker_toegang();`;

/**
 * The audit log is written here and nowhere else: the caller cannot say who he is, when it is, or what came before.
 * The address is apart, under a salt, so that it can be erased without breaking the chain.
 */
const AUDIT = `
CREATE FUNCTION audit_tekst(r audit) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_array(r.volgnummer, extract(epoch FROM r.op)::text, r.account_id, r.rol, r.handeling, r.onderwerp,
                           r.reden, r.inhoud::text, encode(r.herkomst_hash, 'hex'), encode(r.vorige_hash, 'hex'))::text
$$;
CREATE FUNCTION schrijf_audit(een_handeling text, een_onderwerp text, een_reden text, een_inhoud jsonb, een_adres text)
  RETURNS bigint LANGUAGE plpgsql VOLATILE ${ALS_SYSTEEM} AS $$
DECLARE
  rij audit;
  nieuw_zout bytea := decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('maatwerktraject/audit', 0));
  SELECT volgnummer, hash INTO rij.volgnummer, rij.vorige_hash FROM audit ORDER BY volgnummer DESC LIMIT 1;
  rij.volgnummer := coalesce(rij.volgnummer, 0) + 1;
  rij.vorige_hash := coalesce(rij.vorige_hash, sha256('maatwerktraject'));
  rij.op := clock_timestamp();
  rij.account_id := huidig_account();
  rij.rol := huidige_rol();
  rij.handeling := een_handeling;
  rij.onderwerp := een_onderwerp;
  rij.reden := een_reden;
  rij.inhoud := coalesce(een_inhoud, '{}');
  -- Without an address the hash says that there never was one: it cannot look as if one was taken away.
  rij.herkomst_hash := CASE WHEN een_adres IS NULL THEN sha256('') ELSE sha256(nieuw_zout || convert_to(een_adres, 'UTF8')) END;
  rij.hash := sha256(convert_to(audit_tekst(rij), 'UTF8'));
  INSERT INTO audit VALUES (rij.*);
  IF een_adres IS NOT NULL THEN
    INSERT INTO audit_herkomst VALUES (rij.volgnummer, nieuw_zout, een_adres);
  END IF;
  RETURN rij.volgnummer;
END $$;
CREATE TRIGGER audit_blijft BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION weiger_wijziging();
CREATE TRIGGER audit_blijft_heel BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION weiger_wijziging();
CREATE TRIGGER gebeurtenis_blijft_heel BEFORE TRUNCATE ON gebeurtenis FOR EACH STATEMENT EXECUTE FUNCTION weiger_wijziging();`;

const MET_INZICHT = [
  'begin_als(uuid, text)',
  'cohorten_van_mijn_trajecten()',
  'doet_taak(uuid, text)',
  'is_hoofdcontact(uuid)',
  'gemeente_bij(uuid)',
  'rollen_van(uuid)',
  'herken_sessie(bytea, interval)',
  'herken_diensttoken(bytea)',
  'beeindig_sessie(bytea)',
  'account_bij(bytea, text, text)',
  'geef_maker_toegang()',
  'schrijf_audit(text, text, text, jsonb, text)',
].map((functie) => ({ functie, voor: `${api}, ${onderzoek}` }));
const VAN_SYSTEEM = [
  ...MET_INZICHT,
  ...FUNCTIES_VAN_LAATSTE.map((functie) => ({ functie, voor: api })),
  { functie: 'neem_cohort_over()', voor: null },
];

export const FUNCTIES = [
  ...[WIE, ZICHT, HERKEN, BEEINDIG, LAATSTE, ACCOUNT_BIJ, MAKER, AUDIT],
  geefAanSysteem(VAN_SYSTEEM),
].join('\n');

export const FUNCTIES_WEG = `
DROP TRIGGER cohort_maker ON cohort;
DROP TRIGGER gebeurtenis_blijft_heel ON gebeurtenis;
DROP TRIGGER audit_blijft ON audit;
DROP TRIGGER audit_blijft_heel ON audit;
${haalWegVanSysteem(VAN_SYSTEEM, ' CASCADE')}
DROP FUNCTION audit_tekst(audit), een_voor_een(), mijn_cohorten(), mijn_trajecten(), huidig_account() CASCADE;
DROP FUNCTION huidige_rol() CASCADE;
`;
