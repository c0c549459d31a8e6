import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';
import { beginAls, DOET_TAAK, GELDIG, IS_HOOFDCONTACT, ROLLEN_VAN } from '../toegang/functies.js';
import { IK, lijst } from '../bewaren/betrokkene.js';
import { inzicht, vervang, type SysteemFunctie } from '../systeem.functie.js';

const { api, onderzoek, worker } = DATABASE_ROLLEN;

/** SQL: the row `p` of a contactpersoon is of somebody who has not left. */
const nietWeg = (p: string): string =>
  `(${p}.vertrekt_op IS NULL OR ${p}.vertrekt_op > dag_van_cohort(${p}.cohort_id))`;
const erIs = (p: string): string => `${p}.account_id IS NOT NULL AND ${nietWeg(p)}`;
/** SQL: the caller is this contactpersoon, or stands in for him today. */
const ikBen = (p: string): string => `(${p}.account_id = huidig_account()
  OR ${p}.vervanger_id IS NOT NULL AND dag_van_cohort(${p}.cohort_id) BETWEEN ${p}.vervanger_van AND ${p}.vervanger_tot
     AND EXISTS (SELECT FROM contactpersoon v WHERE v.id = ${p}.vervanger_id AND v.account_id = huidig_account()))`;

/** The day that it is in a cohort, which may practise: as `vandaagSql` of the API, and 'nu' of the domain (ADR 0007). */
const DAG_VAN_COHORT = inzicht(
  'dag_van_cohort(een_cohort uuid) RETURNS date',
  `  SELECT (to_timestamp(least(
      coalesce(floor(c.klok_domein + (e.nu - c.klok_echt) * c.klok_factor), e.nu),
      extract(epoch FROM c.afgesloten_op) * 1000) / 1000.0) AT TIME ZONE 'Europe/Amsterdam')::date
    FROM cohort c CROSS JOIN (SELECT (extract(epoch FROM now()) * 1000)::double precision) AS e (nu)
   WHERE c.id = een_cohort`,
);

/** Whoever left sees nothing any more; whoever stands in does and sees what the other one does. */
const MET_VERVANGERS = [
  beginAls(nietWeg('p')),
  inzicht(
    DOET_TAAK[0],
    `  SELECT huidige_rol() = 'gemeente' AND EXISTS (
    SELECT FROM contactpersoon c
     WHERE c.traject_id = een_traject AND c.traject_id = ANY (mijn_trajecten()) AND ${erIs('c')} AND ${ikBen('c')}
       AND (c.niveau = een_uitvoerder
            OR c.hoofdcontact AND een_uitvoerder <> 'adviseur'
               AND NOT EXISTS (SELECT FROM contactpersoon n
                                WHERE n.traject_id = een_traject AND n.niveau = een_uitvoerder AND ${erIs('n')})))`,
  ),
  inzicht(
    IS_HOOFDCONTACT[0],
    `  SELECT huidige_rol() = 'gemeente' AND EXISTS (
    SELECT FROM contactpersoon c WHERE c.traject_id = een_traject AND c.traject_id = ANY (mijn_trajecten())
       AND c.hoofdcontact AND ${ikBen('c')})`,
  ),
  inzicht(
    ROLLEN_VAN[0],
    `  SELECT coalesce(array_agg(DISTINCT rol), '{}') FROM (
    SELECT rol FROM toekenning WHERE account_id = een_account AND ${GELDIG}
    UNION ALL SELECT 'gemeente' FROM contactpersoon p WHERE p.account_id = een_account AND ${nietWeg('p')}
  ) AS alle (rol)`,
  ),
];
const ZONDER_VERVANGERS = [
  beginAls(),
  inzicht(...DOET_TAAK),
  inzicht(...IS_HOOFDCONTACT),
  inzicht(...ROLLEN_VAN),
];

const PERSOON = '(account_id uuid, gegeven_naam text, naam text, email text)';
/** Somebody who works in a cohort now; named as whoever let him in called him, or by his own name. */
const WERKT = `SELECT a.id, k.naam, a.naam, a.email FROM toekenning k JOIN account a ON a.id = k.account_id
   WHERE a.soort = 'mens' AND a.status = 'actief' AND ${GELDIG}`;

/**
 * Who guides a traject and who leads a cohort, when that is not the adviseur of the cohort. Nobody once he has no access any
 * more: then it is the adviseur of the cohort again. `…_bij` are for who may see the traject or the cohort.
 */
const BEGELEIDERS = [
  inzicht(
    `adviseur_van(een_traject uuid) RETURNS TABLE ${PERSOON}`,
    `  ${WERKT} AND k.rol = 'adviseur'
     AND (k.account_id, k.cohort_id) = (SELECT t.adviseur_account_id, t.cohort_id FROM traject t WHERE t.id = een_traject)
   LIMIT 1`,
  ),
  inzicht(
    `leider_van(een_cohort uuid) RETURNS TABLE ${PERSOON}`,
    `  ${WERKT} AND (k.rol = 'adviseur' AND k.cohort_id = een_cohort OR k.rol = 'beheerder')
     AND k.account_id = (SELECT c.leider_account_id FROM cohort c WHERE c.id = een_cohort)
   ORDER BY k.naam NULLS LAST LIMIT 1`,
  ),
  inzicht(
    `adviseur_bij(een_traject uuid) RETURNS TABLE ${PERSOON}`,
    `  SELECT a.* FROM traject t CROSS JOIN LATERAL adviseur_van(t.id) a
   WHERE t.id = een_traject AND (t.cohort_id = ANY (mijn_cohorten()) OR t.id = ANY (mijn_trajecten()))`,
  ),
  inzicht(
    `leider_bij(een_cohort uuid) RETURNS TABLE ${PERSOON}`,
    `  SELECT * FROM leider_van(een_cohort)
   WHERE huidige_rol() = 'beheerder' OR huidige_rol() = 'adviseur' AND een_cohort = ANY (mijn_cohorten())`,
  ),
];

/** What is stored of the caller as contactpersoon besides `mijn_gegevens()`. */
const MIJN = inzicht(
  'mijn_deelname() RETURNS jsonb',
  `  SELECT ${lijst(
    {
      id: 'p.id',
      weekoverzicht: 'p.weekoverzicht',
      vertrektOp: 'p.vertrekt_op',
      vervangerVan: 'p.vervanger_van',
      vervangerTot: 'p.vervanger_tot',
    },
    `contactpersoon p WHERE p.account_id = ${IK}`,
    'p.id',
  )}`,
);

export const VAN_ZICHT: readonly SysteemFunctie[] = [
  { functie: 'dag_van_cohort(uuid)', voor: `${api}, ${onderzoek}, ${worker}` },
  ...['adviseur_van(uuid)', 'leider_van(uuid)'].map((functie) => ({ functie, voor: worker })),
  ...['adviseur_bij(uuid)', 'leider_bij(uuid)'].map((functie) => ({ functie, voor: api })),
  { functie: 'mijn_deelname()', voor: `${api}, ${onderzoek}` },
];

export const ZICHT = [DAG_VAN_COHORT, ...BEGELEIDERS, MIJN].join('\n');
/** After the functions above belong to the system role. */
export const ZICHT_VERVANGEN = vervang(MET_VERVANGERS.join('\n'));
export const ZICHT_TERUG = vervang(ZONDER_VERVANGERS.join('\n'));
