import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';
import { IK, lijst, moment } from '../bewaren/betrokkene.js';
import { bewaarFuncties } from '../bewaren/functies.js';
import { voorbij } from '../bewaren/regels.js';
import {
  ALS_SYSTEEM,
  geefAanSysteem,
  haalWegVanSysteem,
  inzicht,
  vervangInzicht,
  type SysteemFunctie,
} from '../systeem.functie.js';
import { herkenSessie } from '../toegang/functies.js';

const { api, onderzoek } = DATABASE_ROLLEN;

/** A session that began with a link alone ends at the moment that its account gets a passkey, whoever began it. */
const MET_FACTOR = `(s.via <> 'link' OR s.meerdere_factoren
     OR NOT EXISTS (SELECT FROM passkey p WHERE p.account_id = s.account_id))`;

const BEVEILIGING = inzicht(
  'mijn_beveiliging() RETURNS jsonb',
  `  SELECT jsonb_build_object('passkeys', ${lijst(
    { id: 'p.id', naam: 'p.naam', gemaaktOp: moment('p.gemaakt_op'), gebruiktOp: moment('p.gebruikt_op') },
    `passkey p WHERE p.account_id = ${IK}`,
    'p.gemaakt_op, p.id',
  )},
    'accountberichten', ${lijst(
      { soort: 'b.soort', status: 'b.status', gevraagdOp: moment('b.gevraagd_op') },
      `accountbericht b WHERE b.account_id = ${IK}`,
      'b.gevraagd_op, b.id',
    )})`,
);

/** By whatever way an account is erased. */
const WIS = `
CREATE FUNCTION wis_passkeys() RETURNS trigger LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  DELETE FROM passkey WHERE account_id = NEW.id;
  DELETE FROM passkey_vraag WHERE account_id = NEW.id;
  DELETE FROM accountbericht WHERE account_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER account_passkeys AFTER UPDATE OF status ON account
  FOR EACH ROW WHEN (NEW.status = 'gewist') EXECUTE FUNCTION wis_passkeys();`;

const BEWAAR = bewaarFuncties({
  'passkey-vraag': { tabel: 'passkey_vraag', rijp: voorbij('x.vervalt_op') },
  accountbericht: { tabel: 'accountbericht', rijp: voorbij('x.gevraagd_op') },
});

const VAN_SYSTEEM: readonly SysteemFunctie[] = [
  { functie: 'mijn_beveiliging()', voor: `${api}, ${onderzoek}` },
  { functie: 'wis_passkeys()', voor: null },
  ...BEWAAR.vanSysteem,
];

export const FUNCTIES = [
  ...[BEVEILIGING, WIS, BEWAAR.sql, geefAanSysteem(VAN_SYSTEEM)],
  vervangInzicht(...herkenSessie(MET_FACTOR)),
].join('\n');

export const FUNCTIES_WEG = `
${vervangInzicht(...herkenSessie())}
DROP TRIGGER account_passkeys ON account;
${haalWegVanSysteem(VAN_SYSTEEM)}`;
