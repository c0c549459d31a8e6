export interface Regel {
  readonly tabel: string;
  /** Which rows are due: `x` is the row, `t.termijn` the term of this rule. */
  readonly rijp: string;
  /** What becomes of them; by default they are removed. */
  readonly zet?: string;
}

/** Real time at which the cohort with this ID was closed; null while it is not. */
export const afgesloten = (cohortId: string): string =>
  `(SELECT min(g.vastgelegd_op) FROM gebeurtenis g WHERE g.soort = 'cohort-afgesloten' AND g.cohort_id = ${cohortId})`;
export const voorbij = (moment: string): string => `${moment} <= now() - t.termijn`;
const HEEFT_NAAM = `(x.naam <> '' OR x.email <> '' OR x.account_id IS NOT NULL)`;

/** An erased text is the empty text: the key to seal one with is not in the database. */
const WIS_PERSOON = `naam = '', email = '', account_id = NULL`;
export const WIS_ACCOUNT = `naam = '', email = NULL, email_index = NULL, oidc_issuer = NULL, oidc_subject = NULL, status = 'gewist'`;

/** No role now and no contactpersoon; and neither a role nor a login since the term. */
const ONGEBRUIKT = `x.soort = 'mens' AND x.status <> 'gewist' AND ${voorbij('x.created_at')}
  AND NOT EXISTS (SELECT FROM contactpersoon c WHERE c.account_id = x.id)
  AND NOT EXISTS (SELECT FROM toekenning k WHERE k.account_id = x.id
        AND coalesce(least(k.ingetrokken_op, k.vervalt_op), 'infinity') > now() - t.termijn)
  AND NOT EXISTS (SELECT FROM sessie s WHERE s.account_id = x.id AND s.gebruikt_op > now() - t.termijn)`;

export const REGELS: Readonly<Record<string, Regel>> = {
  sessie: { tabel: 'sessie', rijp: voorbij('least(x.beeindigd_op, x.vervalt_op)') },
  aanmeldlink: { tabel: 'aanmeldlink', rijp: voorbij('x.vervalt_op') },
  aanmeldpoging: { tabel: 'aanmeldpoging', rijp: voorbij('x.vervalt_op') },
  limiet: { tabel: 'limiet', rijp: voorbij('to_timestamp(x.expire / 1000.0)') },
  idempotentie: { tabel: 'idempotentie', rijp: voorbij('x.created_at') },
  herkomst: {
    tabel: 'audit_herkomst',
    rijp: `x.volgnummer IN (SELECT a.volgnummer FROM audit a WHERE ${voorbij('a.op')})`,
  },
  diensttoken: { tabel: 'diensttoken', rijp: voorbij('least(x.ingetrokken_op, x.vervalt_op)') },
  inzage: { tabel: 'inzage', rijp: voorbij('x.vervalt_op') },
  toekenning: { tabel: 'toekenning', rijp: voorbij('least(x.ingetrokken_op, x.vervalt_op)') },
  concept: {
    tabel: 'taak_concept',
    rijp: `EXISTS (SELECT FROM taak ta JOIN traject tr ON tr.id = ta.traject_id LEFT JOIN invoer i ON i.id = ta.invoer_id
      WHERE ta.id = x.taak_id AND (${voorbij('greatest(x.bewaard_op, i.created_at)')} AND ta.status = 'ingediend'
        OR ${afgesloten('tr.cohort_id')} IS NOT NULL))`,
  },
  bericht: {
    tabel: 'bericht',
    rijp: `x.toelichting IS NOT NULL AND x.status NOT IN ('wacht', 'bezig') AND ${voorbij('x.created_at')}`,
    zet: 'toelichting = NULL',
  },
  contactpersoon: {
    tabel: 'contactpersoon',
    rijp: `${HEEFT_NAAM} AND EXISTS (SELECT FROM traject tr WHERE tr.id = x.traject_id AND ${voorbij(afgesloten('tr.cohort_id'))})`,
    zet: WIS_PERSOON,
  },
  'contactpersoon-concept': {
    tabel: 'contactpersoon',
    rijp: `${HEEFT_NAAM} AND EXISTS (SELECT FROM traject tr JOIN cohort co ON co.id = tr.cohort_id
      WHERE tr.id = x.traject_id AND co.status = 'concept' AND ${voorbij('co.created_at')})`,
    zet: WIS_PERSOON,
  },
  'cohort-adviseur': {
    tabel: 'cohort',
    rijp: `(x.adviseur_naam <> '' OR x.adviseur_email <> '') AND ${voorbij(afgesloten('x.id'))}`,
    zet: `adviseur_naam = '', adviseur_email = ''`,
  },
  'vrije-tekst': {
    tabel: 'invoer',
    rijp: `x.gewist_op IS NULL AND EXISTS (SELECT FROM traject tr WHERE tr.id = x.traject_id AND ${voorbij(afgesloten('tr.cohort_id'))})`,
    zet: 'inhoud = zonder_tekst(inhoud, tekstvelden(traject_id, onderwerp)), gewist_op = now()',
  },
  wissingsverzoek: { tabel: 'wissingsverzoek', rijp: voorbij('x.afgehandeld_op') },
  account: {
    tabel: 'account',
    rijp: ONGEBRUIKT,
    zet: WIS_ACCOUNT,
  },
};
