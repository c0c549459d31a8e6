import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';
import { ALS_SYSTEEM, geefAanSysteem, haalWegVanSysteem, type SysteemFunctie } from '../systeem.functie.js';
import { BETROKKENE, FUNCTIES_VAN_BETROKKENE } from './betrokkene.js';
import { REGELS, type Regel } from './regels.js';

const { api, onderzoek, worker } = DATABASE_ROLLEN;

const functienaam = (regel: string): string => `bewaar_${regel.replaceAll('-', '_')}`;

/** SQL of the function that carries out one rule. A row that was changed meanwhile has another ctid, and waits for the next time. */
export const bewaarFunctie = (regel: string, { tabel, rijp, zet }: Regel): string => `
CREATE FUNCTION ${functienaam(regel)}(hoeveel integer) RETURNS integer LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
DECLARE aantal integer;
BEGIN
  ${zet === undefined ? `DELETE FROM ${tabel}` : `UPDATE ${tabel} SET ${zet}`} WHERE ctid = ANY (ARRAY(
    SELECT x.ctid FROM ${tabel} x JOIN bewaartermijn t ON t.regel = '${regel}' WHERE ${rijp} LIMIT hoeveel));
  GET DIAGNOSTICS aantal = ROW_COUNT;
  RETURN aantal;
END $$;`;

/** Rules of tables that came later have their function in the migration of those. */
const EERSTE_REGELS = Object.entries(REGELS).filter(([regel]) => regel !== 'webhook-levering');
const BEWAAR = EERSTE_REGELS.map(([regel, inhoud]) => bewaarFunctie(regel, inhoud));

/** Which answers under a subject are text that somebody typed, by the sjabloon that asked for them. */
const VRIJE_TEKST = `
CREATE FUNCTION tekstvelden(een_traject uuid, een_onderwerp text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY['verslag', 'toelichting'] || coalesce(array_agg(veld.sleutel #>> '{}'), '{}')
    FROM traject tr JOIN cohort c ON c.id = tr.cohort_id
    JOIN sjabloon s ON s.sleutel = c.sjabloon_sleutel AND s.versie = c.sjabloon_versie
   CROSS JOIN LATERAL jsonb_path_query(s.definitie,
     '$.stappen[*] ? (@.sleutel == $stap).taken[*] ? (@.sleutel == $taak).**.velden[*] ? (@.soort == "tekst" || @.soort == "lange-tekst").sleutel',
     jsonb_build_object('stap', split_part(een_onderwerp, '.', 2), 'taak', split_part(een_onderwerp, '.', 3))) AS veld (sleutel)
   WHERE tr.id = een_traject
$$;
CREATE FUNCTION zonder_tekst(inhoud jsonb, velden text[]) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN (SELECT coalesce(jsonb_object_agg(key, CASE
      WHEN key = ANY (velden) AND jsonb_typeof(value) = 'string' AND value <> '""' THEN '"[gewist]"'
      WHEN jsonb_typeof(value) = 'array' THEN (
        SELECT coalesce(jsonb_agg(CASE WHEN jsonb_typeof(deel) = 'object' THEN zonder_tekst(deel, velden) ELSE deel END
                                  ORDER BY plek), '[]')
          FROM jsonb_array_elements(value) WITH ORDINALITY AS delen (deel, plek))
      ELSE value END), '{}') FROM jsonb_each(inhoud));
END $$;`;

/** One line a run, with counts alone; asked again for the same run it adds nothing. */
const VASTLEGGEN = `
CREATE FUNCTION leg_bewaren_vast(een_uitvoering text, een_uitslag jsonb) RETURNS void LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('maatwerktraject/bewaren', 0));
  IF NOT EXISTS (SELECT FROM audit WHERE onderwerp = 'bewaren/' || een_uitvoering) THEN
    PERFORM schrijf_audit('bewaren', 'bewaren/' || een_uitvoering, NULL, een_uitslag, NULL);
  END IF;
END $$;`;

const VAN_SYSTEEM: readonly SysteemFunctie[] = [
  ...EERSTE_REGELS.map(([regel]) => ({ functie: `${functienaam(regel)}(integer)`, voor: worker })),
  { functie: 'leg_bewaren_vast(text, jsonb)', voor: worker },
  ...FUNCTIES_VAN_BETROKKENE.map((functie) => ({ functie, voor: `${api}, ${onderzoek}` })),
];

export const FUNCTIES = [
  ...[VRIJE_TEKST, ...BEWAAR, VASTLEGGEN, ...BETROKKENE],
  geefAanSysteem(VAN_SYSTEEM),
].join('\n');

export const FUNCTIES_WEG = `${haalWegVanSysteem(VAN_SYSTEEM)}
DROP FUNCTION zonder_tekst(jsonb, text[]), tekstvelden(uuid, text), tijdstip(timestamptz);
`;
