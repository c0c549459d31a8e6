import { BERICHT_KANAAL } from '../../toegang/kanalen.js';
import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';
import { IK, lijst, moment } from '../bewaren/betrokkene.js';
import { bewaarFuncties } from '../bewaren/functies.js';
import { voorbij } from '../bewaren/regels.js';
import {
  ALS_SYSTEEM,
  geefAanSysteem,
  haalWegVanSysteem,
  inzicht,
  type SysteemFunctie,
} from '../systeem.functie.js';
import { BESLUITEN } from './besluiten.js';
import { GEVOLGEN, GEVOLGEN_WEG } from './gevolgen.js';

const { api, onderzoek, worker } = DATABASE_ROLLEN;

/** The open problem of the address that a mail goes to; null when there is none. Asked of each mail that is claimed. */
const VAN_BERICHT = inzicht(
  'adresprobleem_van(een_contactpersoon uuid, een_cohort uuid, een_oefen boolean) RETURNS uuid',
  `  SELECT a.id FROM adresprobleem a
   WHERE a.opgelost_op IS NULL AND a.oefen = een_oefen
     AND coalesce(a.account_id, a.contactpersoon_id, a.cohort_id) = CASE WHEN een_contactpersoon IS NULL THEN een_cohort
       ELSE (SELECT coalesce(p.account_id, p.id) FROM contactpersoon p WHERE p.id = een_contactpersoon) END`,
);

/** The open problem of the address of this mail: made when there is none; null for somebody who was erased. */
const BIJ_BERICHT = `
CREATE FUNCTION adresprobleem_bij(een_bericht uuid, een_bron text, een_code text, een_woorden text) RETURNS uuid
  LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
DECLARE
  mail bericht;
  wie contactpersoon;
  probleem uuid;
BEGIN
  SELECT * INTO mail FROM bericht WHERE id = een_bericht;
  IF mail.contactpersoon_id IS NOT NULL THEN
    SELECT * INTO wie FROM contactpersoon WHERE id = mail.contactpersoon_id;
    IF wie.email = '' THEN RETURN NULL; END IF;
  END IF;
  -- Whoever comes second finds the first; it may be solved in between.
  LOOP
    INSERT INTO adresprobleem (account_id, contactpersoon_id, cohort_id, oefen, bericht_id, bron, code, woorden)
    VALUES (wie.account_id, CASE WHEN wie.account_id IS NULL THEN wie.id END,
            CASE WHEN wie.id IS NULL THEN mail.cohort_id END, mail.oefen, mail.id, een_bron, een_code, een_woorden)
    ON CONFLICT DO NOTHING RETURNING id INTO probleem;
    EXIT WHEN probleem IS NOT NULL;
    probleem := adresprobleem_van(mail.contactpersoon_id, mail.cohort_id, mail.oefen);
    EXIT WHEN probleem IS NOT NULL;
  END LOOP;
  RETURN probleem;
END $$;`;

const BEWAAR = bewaarFuncties({
  'bericht-poging': {
    tabel: 'bericht_poging',
    rijp: `(x.antwoord <> '' OR x.nagekomen IS NOT NULL) AND ${voorbij('greatest(x.geeindigd_op, x.nagekomen_op)')}`,
    zet: `antwoord = '', nagekomen = NULL`,
  },
  adresprobleem: { tabel: 'adresprobleem', rijp: voorbij('x.opgelost_op') },
});

/** Sealed, as they are stored. */
const MIJN = inzicht(
  'mijn_bezorging() RETURNS jsonb',
  `  SELECT jsonb_build_object('pogingen', ${lijst(
    {
      berichtId: 'b.id',
      nummer: 'o.nummer',
      begonnenOp: moment('o.begonnen_op'),
      geeindigdOp: moment('o.geeindigd_op'),
      uitkomst: 'o.uitkomst',
      antwoord: 'o.antwoord',
      nagekomen: 'o.nagekomen',
      nagekomenOp: moment('o.nagekomen_op'),
    },
    `bericht_poging o JOIN bericht b ON b.id = o.bericht_id JOIN contactpersoon p ON p.id = b.contactpersoon_id
      WHERE p.account_id = ${IK}`,
    'o.begonnen_op, o.id',
  )}, 'adresproblemen', ${lijst(
    {
      id: 'a.id',
      sinds: moment('a.sinds'),
      bron: 'a.bron',
      code: 'a.code',
      woorden: 'a.woorden',
      opgelostOp: moment('a.opgelost_op'),
      oplossing: 'a.oplossing',
    },
    `adresprobleem a WHERE a.account_id = ${IK}`,
    'a.sinds, a.id',
  )})`,
);

const VAN_SYSTEEM: readonly SysteemFunctie[] = [
  { functie: 'adresprobleem_van(uuid, uuid, boolean)', voor: worker },
  { functie: 'adresprobleem_bij(uuid, text, text, text)', voor: worker },
  { functie: 'laat_aangehouden_los()', voor: null },
  { functie: 'bij_ander_adres()', voor: null },
  { functie: 'bij_gewiste_contactpersoon()', voor: null },
  { functie: 'bij_andere_adviseur()', voor: null },
  { functie: 'meld_retour(text, boolean, text, text, text, text)', voor: api },
  { functie: 'besluit_over_bericht(uuid, uuid, text)', voor: api },
  { functie: 'los_adresprobleem_op(uuid, uuid)', voor: api },
  { functie: 'mijn_bezorging()', voor: `${api}, ${onderzoek}` },
  ...BEWAAR.vanSysteem,
];

export const FUNCTIES = [
  ...[VAN_BERICHT, BIJ_BERICHT, GEVOLGEN(BERICHT_KANAAL), BESLUITEN(BERICHT_KANAAL), MIJN, BEWAAR.sql],
  geefAanSysteem(VAN_SYSTEEM),
].join('\n');

export const FUNCTIES_WEG = `
${GEVOLGEN_WEG}
${haalWegVanSysteem(VAN_SYSTEEM)}`;
