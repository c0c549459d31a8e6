/** Who a guest is, and where that is written; all in one row. `p`, `k`: contactpersoon and account, if any. */
const wieSql = (g: string, p: string, k: string): string => `CASE
    WHEN ${g}.contactpersoon_id IS NOT NULL THEN jsonb_build_object('van', 'contactpersoon', 'naam', ${p}.naam, 'email', ${p}.email)
    WHEN ${g}.account_id IS NOT NULL THEN jsonb_build_object('van', 'account', 'naam', ${k}.naam, 'email', ${k}.email)
    ELSE jsonb_build_object('van', 'genodigde', 'naam', ${g}.naam, 'email', ${g}.email) END`;

const GEHOORD = `('verzonden', 'onbekend', 'bezig')`;

/** One whose sender died: it may have left, and is not sent again by itself. */
const ACHTERGEBLEVEN = `
  UPDATE agendabericht SET status = 'onbekend' WHERE status = 'bezig' AND geclaimd_op < now() - interval '5 minutes'`;

/** A newer version makes an older one untrue, whatever it said; also a reminder of what has changed since. */
const ACHTERHAALD = `
  UPDATE agendabericht a SET status = 'vervallen'
   WHERE a.status = 'wacht' AND EXISTS (SELECT FROM agendabericht n WHERE n.genodigde_id = a.genodigde_id AND n.volgnummer > a.volgnummer AND n.soort <> 'herinnering')`;

/**
 * Not about what is over, nor a reminder of what has begun or to who is no longer invited; not to who was erased or blocked;
 * and nobody hears that something is off of which he never heard.
 */
const ONWAAR = `
  UPDATE agendabericht a SET status = 'vervallen'
    FROM genodigde g JOIN bijeenkomst b ON b.id = g.bijeenkomst_id JOIN cohort c ON c.id = g.cohort_id
    LEFT JOIN contactpersoon p ON p.id = g.contactpersoon_id LEFT JOIN account k ON k.id = g.account_id
   WHERE a.status = 'wacht' AND g.id = a.genodigde_id
     AND (domein_nu(c.klok_echt, c.klok_domein, c.klok_factor) >= CASE a.soort WHEN 'herinnering' THEN b.begint_op ELSE b.eindigt_op END
       OR a.soort <> 'afzegging' AND (NOT g.uitgenodigd OR b.status <> 'gepland')
       OR g.contactpersoon_id IS NOT NULL AND p.email = ''
       OR g.account_id IS NOT NULL AND (k.email IS NULL OR k.status <> 'actief')
       OR g.email = ''
       OR a.soort = 'afzegging' AND NOT EXISTS (
            SELECT FROM agendabericht e WHERE e.genodigde_id = a.genodigde_id AND e.soort IN ('uitnodiging', 'wijziging') AND e.status IN ${GEHOORD}))`;

/** An adviseur of a cohort who was erased has no address. */
const ZONDER_ADVISEUR = `
  UPDATE agendabericht a SET status = 'vervallen' FROM cohort c
   WHERE a.status = 'wacht' AND a.soort = 'voorwaarde' AND c.id = a.cohort_id AND c.adviseur_email = ''`;

/** In this order: what is behind is looked at before what was never heard. */
export const LAAT_VERVALLEN = [ACHTERGEBLEVEN, ACHTERHAALD, ONWAAR, ZONDER_ADVISEUR];

export const CLAIM = `
  UPDATE agendabericht SET status = 'bezig', pogingen = pogingen + 1, geclaimd_op = now()
   WHERE id = (SELECT a.id FROM agendabericht a
                WHERE a.status = 'wacht' AND a.volgende_poging_op <= now()
                  AND NOT EXISTS (SELECT FROM agendabericht e WHERE e.genodigde_id = a.genodigde_id AND e.status = 'bezig')
                ORDER BY a.volgende_poging_op, a.sleutel LIMIT 1)
  RETURNING id`;

export const GEGEVENS = `
  SELECT a.id, a.sleutel, a.soort, a.volgnummer, a.inhoud, c.oefen_dagen_per_seconde IS NOT NULL AS oefen, c.id AS cohort_id,
         c.naam AS cohort, c.adviseur_naam, c.adviseur_email, s.definitie, b.id AS bijeenkomst_id, b.begint_op, b.eindigt_op,
         i.onderwerp, i.plaats, i.link, ${wieSql('g', 'p', 'k')} AS wie,
         EXISTS (SELECT FROM agendabericht e WHERE e.genodigde_id = a.genodigde_id AND e.id <> a.id
                    AND e.soort IN ('uitnodiging', 'wijziging') AND e.status IN ${GEHOORD}) AS eerder,
         (SELECT ${wieSql('f', 'fp', 'fk')} FROM genodigde f LEFT JOIN contactpersoon fp ON fp.id = f.contactpersoon_id
            LEFT JOIN account fk ON fk.id = f.account_id
           WHERE f.bijeenkomst_id = b.id AND f.rol = 'facilitator' AND f.uitgenodigd LIMIT 1) AS facilitator,
         coalesce((SELECT array_agg(gm.naam ORDER BY gm.naam COLLATE "nl-NL-x-icu") FROM traject t
            JOIN gemeente gm ON gm.code = t.gemeente_code
           WHERE t.id IN (SELECT jsonb_array_elements_text(a.inhoud -> 'achter')::uuid)), '{}') AS achter
    FROM agendabericht a JOIN cohort c ON c.id = a.cohort_id
    JOIN sjabloon s ON s.sleutel = c.sjabloon_sleutel AND s.versie = c.sjabloon_versie
    LEFT JOIN bijeenkomst b ON b.id = coalesce(a.bijeenkomst_id, (a.inhoud #>> '{toets,groepssessie}')::uuid)
    LEFT JOIN bijeenkomst_inhoud i ON i.id = b.inhoud_id
    LEFT JOIN genodigde g ON g.id = a.genodigde_id
    LEFT JOIN contactpersoon p ON p.id = g.contactpersoon_id LEFT JOIN account k ON k.id = g.account_id
   WHERE a.id = $1`;

/** What became of it. `later`: it certainly did not leave, and is tried again, less and less often; at last not. */
export const VERWERK = `
  UPDATE agendabericht SET
    status = CASE WHEN $2 <> 'later' THEN $2 WHEN pogingen >= 100 THEN 'mislukt' ELSE 'wacht' END,
    volgende_poging_op = now() + make_interval(secs => least(1800, 5 * power(2, least(pogingen - 1, 10)))),
    verzonden_op = CASE WHEN $2 = 'verzonden' THEN now() END
   WHERE id = $1 AND status IN ('bezig', 'onbekend')`;
