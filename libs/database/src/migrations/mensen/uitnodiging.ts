import { CLAIM, VERWERK, MIJN } from '../1736000000000-uitnodiging.js';
import { IK, lijst, moment } from '../bewaren/betrokkene.js';
import { inzicht, vervang } from '../systeem.functie.js';

/**
 * An invitation of a contactpersoon goes before those about grants. Nothing goes to who left meanwhile, to an account that
 * was blocked, or to somebody who was mailed about the same traject in the last 24 hours, under whichever row.
 */
const EERST_CONTACTPERSONEN = `
  UPDATE uitnodiging u SET status = 'vervallen' FROM contactpersoon p LEFT JOIN account a ON a.id = p.account_id
   WHERE p.id = u.contactpersoon_id AND u.status = 'wacht'
     AND (a.status IS DISTINCT FROM 'actief' OR p.vertrekt_op <= dag_van_cohort(p.cohort_id)
       OR EXISTS (SELECT FROM uitnodiging e JOIN contactpersoon q ON q.id = e.contactpersoon_id
                   WHERE e.contactpersoon_id <> u.contactpersoon_id AND q.account_id = p.account_id
                     AND q.traject_id = p.traject_id AND e.status IN ('bezig', 'verzonden', 'onbekend')
                     AND e.geclaimd_op > now() - interval '24 hours'));
  RETURN QUERY
  WITH geclaimd AS (
    UPDATE uitnodiging u SET status = 'bezig', pogingen = u.pogingen + 1, geclaimd_op = now()
     WHERE u.contactpersoon_id = (
       SELECT e.contactpersoon_id FROM uitnodiging e
        WHERE e.contactpersoon_id IS NOT NULL AND e.status = 'wacht' AND e.volgende_poging_op <= now()
        ORDER BY e.volgende_poging_op, e.contactpersoon_id LIMIT 1)
    RETURNING u.contactpersoon_id, u.gemaakt_door)
  SELECT ARRAY[p.id], a.naam, a.email, d.naam,
         jsonb_build_array(jsonb_build_object('rol', 'gemeente', 'gemeente', m.naam, 'niveau', p.niveau)),
         c.oefen_dagen_per_seconde IS NOT NULL
    FROM geclaimd g JOIN contactpersoon p ON p.id = g.contactpersoon_id JOIN account a ON a.id = p.account_id
    JOIN traject t ON t.id = p.traject_id JOIN gemeente m ON m.code = t.gemeente_code JOIN cohort c ON c.id = t.cohort_id
    LEFT JOIN account d ON d.id = g.gemaakt_door AND d.status <> 'gewist';
  IF FOUND THEN RETURN; END IF;
`;

/** Where the claim of grants begins; the line before it is the same for both. */
const OVER_TOEKENNINGEN = `  UPDATE uitnodiging u SET status = 'vervallen' FROM toekenning k`;
if (!CLAIM.includes(OVER_TOEKENNINGEN)) throw new Error('the claim of an uitnodiging has changed');

const MIJN_OOK_ALS_CONTACT = inzicht(
  'mijn_uitnodigingen() RETURNS jsonb',
  `  SELECT ${lijst(
    {
      toekenningId: 'u.toekenning_id',
      contactpersoonId: 'u.contactpersoon_id',
      status: 'u.status',
      pogingen: 'u.pogingen',
      gemaaktOp: moment('u.gemaakt_op'),
      verzondenOp: moment('u.verzonden_op'),
    },
    `uitnodiging u LEFT JOIN toekenning k ON k.id = u.toekenning_id LEFT JOIN contactpersoon p ON p.id = u.contactpersoon_id
      WHERE coalesce(k.account_id, p.account_id) = ${IK}`,
    'u.gemaakt_op, u.toekenning_id, u.contactpersoon_id',
  )}`,
);

export const UITNODIGING_VERVANGEN = vervang(
  [
    CLAIM.replace(OVER_TOEKENNINGEN, () => `${EERST_CONTACTPERSONEN}${OVER_TOEKENNINGEN}`),
    VERWERK.replace(
      'WHERE toekenning_id = ANY (een_sleutels)',
      'WHERE coalesce(toekenning_id, contactpersoon_id) = ANY (een_sleutels)',
    ),
    MIJN_OOK_ALS_CONTACT,
  ].join('\n'),
);
export const UITNODIGING_TERUG = vervang([CLAIM, VERWERK, MIJN].join('\n'));
