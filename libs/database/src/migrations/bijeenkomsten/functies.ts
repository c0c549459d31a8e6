import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';
import { bewaarFuncties } from '../bewaren/functies.js';
import { IK, lijst, moment } from '../bewaren/betrokkene.js';
import { afgesloten, voorbij } from '../bewaren/regels.js';
import {
  ALS_SYSTEEM,
  geefAanSysteem,
  haalWegVanSysteem,
  inzicht,
  type SysteemFunctie,
} from '../systeem.functie.js';

const { api, onderzoek } = DATABASE_ROLLEN;

/** What time it is on the clock of a cohort (ADR 0007). */
const DOMEIN_NU = `
CREATE FUNCTION domein_nu(echt bigint, domein bigint, factor double precision) RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT CASE WHEN echt IS NULL THEN clock_timestamp()
    ELSE to_timestamp((domein + (extract(epoch FROM clock_timestamp()) * 1000 - echt) * factor) / 1000.0) END
$$;`;

const ZICHT = [
  inzicht(
    'mijn_bijeenkomsten() RETURNS uuid[]',
    `  SELECT coalesce(array_agg(DISTINCT bijeenkomst_id), '{}') FROM genodigde
    WHERE uitgenodigd AND traject_id = ANY (mijn_trajecten())`,
  ),
  // Who facilitates, in whatever role he does so; whether he is let into the cohort is asked beside it.
  inzicht(
    'leidt(een_bijeenkomst uuid) RETURNS boolean',
    `  SELECT EXISTS (SELECT FROM genodigde WHERE bijeenkomst_id = een_bijeenkomst AND uitgenodigd AND rol = 'facilitator'
      AND account_id = huidig_account())`,
  ),
  inzicht(
    'verslag_van(een_bijeenkomst uuid) RETURNS text',
    `  SELECT verslag FROM bijeenkomst WHERE id = een_bijeenkomst AND cohort_id = ANY (mijn_cohorten())
      AND (huidige_rol() = 'adviseur' OR leidt(id))`,
  ),
].join('\n');

/**
 * Who was there, and what was said. After the beginning nothing of a session is the process's any more, so this is a plain
 * edit with a version. Says why not, or nothing when it is done. A fact holds counts alone.
 */
const VASTLEGGEN = `
CREATE FUNCTION leg_bijeenkomst_vast(een_bijeenkomst uuid, een_versie integer, een_aanwezigen jsonb, een_verslag text)
  RETURNS text LANGUAGE plpgsql VOLATILE ${ALS_SYSTEEM} AS $$
DECLARE
  b bijeenkomst;
  nu timestamptz;
BEGIN
  SELECT * INTO b FROM bijeenkomst WHERE id = een_bijeenkomst AND status <> 'voorstel'
     AND cohort_id = ANY (mijn_cohorten()) FOR UPDATE;
  IF NOT FOUND THEN RETURN 'onbekend'; END IF;
  IF huidige_rol() <> 'adviseur' AND NOT leidt(b.id) THEN RETURN 'geen-facilitator'; END IF;
  IF b.versie <> een_versie THEN RETURN 'andere-versie'; END IF;
  IF b.status = 'afgezegd' THEN RETURN 'groepssessie-weg'; END IF;
  SELECT domein_nu(c.klok_echt, c.klok_domein, c.klok_factor) INTO nu FROM cohort c WHERE c.id = b.cohort_id;
  IF nu < b.begint_op THEN RETURN 'nog-niet-begonnen'; END IF;
  UPDATE genodigde g SET aanwezig = een_aanwezigen ->> g.id::text
   WHERE g.bijeenkomst_id = b.id AND g.uitgenodigd AND een_aanwezigen ? g.id::text;
  UPDATE bijeenkomst SET status = 'gehouden', verslag = een_verslag, versie = versie + 1 WHERE id = b.id;
  INSERT INTO gebeurtenis (workflow_id, seq, cohort_id, traject_id, soort, op, door, inhoud)
  SELECT 'bijeenkomst/' || b.id, een_versie, b.cohort_id, b.traject_id, 'groepssessie-vastgelegd', nu, huidige_rol(),
         jsonb_build_object('sessie', b.id, 'aanwezig', count(*) FILTER (WHERE g.aanwezig = 'aanwezig'),
                            'afwezig', count(*) FILTER (WHERE g.aanwezig = 'afwezig'))
    FROM genodigde g WHERE g.bijeenkomst_id = b.id AND g.uitgenodigd;
  RETURN NULL;
END $$;`;

const BEWAAR = bewaarFuncties({
  genodigde: {
    tabel: 'genodigde',
    rijp: `x.email <> '' AND ${voorbij(afgesloten('x.cohort_id'))}`,
    zet: `naam = '', email = ''`,
  },
  'bijeenkomst-verslag': {
    tabel: 'bijeenkomst',
    rijp: `x.verslag <> '' AND ${voorbij(afgesloten('x.cohort_id'))}`,
    zet: `verslag = ''`,
  },
});

const MIJN = inzicht(
  'mijn_genodigden() RETURNS jsonb',
  `  SELECT ${lijst(
    {
      bijeenkomstId: 'b.id',
      onderwerp: 'i.onderwerp',
      begintOp: moment('b.begint_op'),
      rol: 'g.rol',
      aanwezig: 'g.aanwezig',
      berichten: `(SELECT count(*) FROM agendabericht a WHERE a.genodigde_id = g.id)`,
    },
    `genodigde g JOIN bijeenkomst b ON b.id = g.bijeenkomst_id JOIN bijeenkomst_inhoud i ON i.id = b.inhoud_id
      LEFT JOIN contactpersoon p ON p.id = g.contactpersoon_id
     WHERE b.status <> 'voorstel' AND ${IK} IN (g.account_id, p.account_id)`,
    'b.begint_op, g.id',
  )}`,
);

const VOOR_API = `${api}, ${onderzoek}`;
const VAN_SYSTEEM: readonly SysteemFunctie[] = [
  { functie: 'mijn_bijeenkomsten()', voor: VOOR_API },
  { functie: 'leidt(uuid)', voor: VOOR_API },
  { functie: 'verslag_van(uuid)', voor: VOOR_API },
  { functie: 'leg_bijeenkomst_vast(uuid, integer, jsonb, text)', voor: VOOR_API },
  { functie: 'mijn_genodigden()', voor: VOOR_API },
  ...BEWAAR.vanSysteem,
];

export const FUNCTIES = [DOMEIN_NU, ZICHT, VASTLEGGEN, BEWAAR.sql, MIJN, geefAanSysteem(VAN_SYSTEEM)].join(
  '\n',
);

export const FUNCTIES_WEG = `${haalWegVanSysteem(VAN_SYSTEEM, ' CASCADE')}
DROP FUNCTION domein_nu(bigint, bigint, double precision);`;
