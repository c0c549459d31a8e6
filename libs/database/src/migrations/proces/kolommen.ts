import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';
import { geefAanSysteem, haalWegVanSysteem, inzicht } from '../systeem.functie.js';

const { api, onderzoek, worker } = DATABASE_ROLLEN;

const waarden = (tabel: string, kolom: string, lijst: readonly string[]): string => `
ALTER TABLE ${tabel} DROP CONSTRAINT ${tabel}_${kolom}_check,
  ADD CONSTRAINT ${tabel}_${kolom}_check CHECK (${kolom} IN (${lijst.map((een) => `'${een}'`).join(', ')}));`;

const TRAJECT = ['gepland', 'lopend', 'afgerond'];
const TAAK = ['gepland', 'open', 'ingediend'];
const INVOER = ['antwoord', 'verslag', 'toelichting'];

/** Which answers under a subject are text that somebody typed; a traject may be on another version than its cohort. */
const tekstvelden = (vast: string, versie: string): string => `
CREATE OR REPLACE FUNCTION tekstvelden(een_traject uuid, een_onderwerp text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY[${vast}] || coalesce(array_agg(veld.sleutel #>> '{}'), '{}')
    FROM traject tr JOIN cohort c ON c.id = tr.cohort_id
    JOIN sjabloon s ON s.sleutel = c.sjabloon_sleutel AND s.versie = ${versie}
   CROSS JOIN LATERAL jsonb_path_query(s.definitie,
     '$.stappen[*] ? (@.sleutel == $stap).taken[*] ? (@.sleutel == $taak).**.velden[*] ? (@.soort == "tekst" || @.soort == "lange-tekst").sleutel',
     jsonb_build_object('stap', split_part(een_onderwerp, '.', 2), 'taak', split_part(een_onderwerp, '.', 3))) AS veld (sleutel)
   WHERE tr.id = een_traject
$$;`;

const MIJN_TRAJECT = `(cohort_id = ANY ((SELECT mijn_cohorten())::uuid[]) OR traject_id = ANY ((SELECT mijn_trajecten())::uuid[]))`;
const DOET = `doet_taak(traject_id, split_part(onderwerp, '.', 4))`;
const IK = '(SELECT huidig_account())';

/** Who reads and writes what people wrote. `gedeeld`: kinds that everyone of the gemeente reads. */
const invoerRegels = (gedeeld: string, eigen: string): string => `
ALTER POLICY invoer_select_api ON invoer USING (${MIJN_TRAJECT} AND (
  huidige_rol() IN ('adviseur', 'onderzoeker', 'beheerder') ${gedeeld}
  OR (soort = 'antwoord' AND (account_id = ${IK} OR is_hoofdcontact(traject_id) OR ${DOET}))));
ALTER POLICY invoer_insert_api ON invoer WITH CHECK (account_id = ${IK} AND ${MIJN_TRAJECT} AND (
  huidige_rol() = 'adviseur' OR (soort = 'antwoord' AND ${DOET}) ${eigen}));`;

/** What an extra taak asks is in the mail about it; the worker reads no answers. */
const OPDRACHT = inzicht(
  'opdracht_bij(een_id uuid) RETURNS jsonb',
  `  SELECT inhoud FROM invoer WHERE id = een_id AND soort = 'opdracht'`,
);
const VAN_SYSTEEM = [{ functie: 'opdracht_bij(uuid)', voor: worker }] as const;

export const KOLOMMEN = `
${waarden('traject', 'status', ['gepland', 'lopend', 'gepauzeerd', 'afgerond', 'teruggetrokken'])}
ALTER TABLE traject ADD sjabloon_versie integer, ADD onderbroken_op date, ADD hervat_op date;
GRANT UPDATE (sjabloon_versie, onderbroken_op, hervat_op) ON traject TO ${worker};
GRANT SELECT (sjabloon_versie, onderbroken_op, hervat_op) ON traject TO ${onderzoek};

${waarden('taak', 'status', ['gepland', 'open', 'wacht-op-akkoord', 'ingediend', 'vervallen'])}
ALTER TABLE taak ADD akkoord_door text CHECK (akkoord_door IN ('bestuur', 'beleid', 'uitvoering')),
  ADD akkoord_op timestamptz, ADD keer integer NOT NULL DEFAULT 0,
  ADD teruggestuurd_op timestamptz, ADD teruggestuurd_invoer_id uuid REFERENCES invoer (id),
  -- What an extra taak asks; null for one of the sjabloon.
  ADD opdracht_id uuid REFERENCES invoer (id);

ALTER TABLE cohort ADD rustperiodes jsonb NOT NULL DEFAULT '[]', ADD kalender_versie integer NOT NULL DEFAULT 0;
GRANT SELECT (rustperiodes, kalender_versie) ON cohort TO ${onderzoek};
GRANT UPDATE (rustperiodes, kalender_versie) ON cohort TO ${api};

ALTER TABLE bericht ADD basis text;
GRANT SELECT (basis) ON bericht TO ${onderzoek};

${waarden('invoer', 'soort', [...INVOER, 'opdracht', 'terugsturing'])}
${invoerRegels(
  `OR soort IN ('opdracht', 'terugsturing')`,
  `OR (soort = 'terugsturing' AND huidige_rol() = 'gemeente')`,
)}
${OPDRACHT}
${geefAanSysteem(VAN_SYSTEEM)}
${tekstvelden(`'verslag', 'toelichting', 'titel'`, 'coalesce(tr.sjabloon_versie, c.sjabloon_versie)')}
`;

export const KOLOMMEN_WEG = `
${tekstvelden(`'verslag', 'toelichting'`, 'c.sjabloon_versie')}
${haalWegVanSysteem(VAN_SYSTEEM)}
${invoerRegels('', '')}
${waarden('invoer', 'soort', INVOER)}
ALTER TABLE bericht DROP basis;
ALTER TABLE cohort DROP rustperiodes, DROP kalender_versie;
ALTER TABLE taak DROP akkoord_door, DROP akkoord_op, DROP keer, DROP teruggestuurd_op, DROP teruggestuurd_invoer_id,
  DROP opdracht_id;
${waarden('taak', 'status', TAAK)}
ALTER TABLE traject DROP sjabloon_versie, DROP onderbroken_op, DROP hervat_op;
${waarden('traject', 'status', TRAJECT)}
`;
