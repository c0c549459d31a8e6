import {
  datumInWoorden,
  GEWONE_KALENDER,
  HERINNERINGSOORTEN,
  lokaleTijd,
  ontvangersVan,
  volgendeWekelijkse,
  type Berichtsoort,
  type Datum,
  type Geadresseerd,
  type Gebeurtenis,
  type Kalender,
  type Niveau,
  type Ontvanger,
  type OpDag,
  type Personen,
} from '@maatwerktraject/domain';
import type { EntityManager } from 'typeorm';

/** Channel on which a commit tells the postbode that there is mail. */
export const BERICHT_KANAAL = 'bericht_klaar';

type Berichtfeit = Extract<Gebeurtenis, { soort: 'bericht-klaargezet' | 'bericht-overgeslagen' }>;

/** What a mail belongs to. The same object for all facts that are written together: its people are read once. */
export interface Berichtcontext {
  readonly trajectId: string;
  readonly cohortId: string;
  readonly oefen: boolean;
  /** On which days mail can go; without one the feestdagen alone are not among them. */
  readonly kalender?: Kalender;
}

interface Rij {
  readonly id: string;
  readonly account_id: string | null;
  readonly niveau: Niveau;
  readonly hoofdcontact: boolean;
  readonly vertrekt_op: Datum | null;
  readonly vervanger_id: string | null;
  readonly vervanger_van: Datum | null;
  readonly vervanger_tot: Datum | null;
  readonly weekoverzicht: boolean;
  readonly heeft_leider: boolean;
}

const geadresseerd = (rij: Rij): Geadresseerd => ({
  id: rij.id,
  account: rij.account_id,
  niveau: rij.niveau,
  hoofdcontact: rij.hoofdcontact,
  vertrektOp: rij.vertrekt_op,
  vervanging:
    rij.vervanger_id === null || rij.vervanger_van === null || rij.vervanger_tot === null
      ? null
      : { door: rij.vervanger_id, van: rij.vervanger_van, tot: rij.vervanger_tot },
  weekoverzicht: rij.weekoverzicht,
});

const gelezen = new WeakMap<Berichtcontext, Promise<Personen>>();

async function leesPersonen(db: EntityManager, { trajectId, cohortId }: Berichtcontext): Promise<Personen> {
  const rijen = await db.query<Rij[]>(
    `SELECT p.id, p.account_id, p.niveau, p.hoofdcontact, p.vertrekt_op, p.vervanger_id, p.vervanger_van, p.vervanger_tot,
            p.weekoverzicht, c.leider_account_id IS NOT NULL AND EXISTS (SELECT FROM leider_van(c.id)) AS heeft_leider
       FROM contactpersoon p JOIN cohort c ON c.id = $2 WHERE p.traject_id = $1 ORDER BY p.id`,
    [trajectId, cohortId],
  );
  return { contactpersonen: rijen.map(geadresseerd), heeftLeider: rijen[0]?.heeft_leider ?? false };
}

function personenVan(db: EntityManager, context: Berichtcontext): Promise<Personen> {
  const personen = gelezen.get(context) ?? leesPersonen(db, context);
  gelezen.set(context, personen);
  return personen;
}

const gaatOverTaak = (soort: Berichtsoort): boolean =>
  soort === 'taak-geopend' || HERINNERINGSOORTEN.includes(soort);

/** When the taak is due that this mail is about; null for another mail, which is never merged. */
async function vervaltOp(db: EntityManager, trajectId: string, feit: Berichtfeit): Promise<Datum | null> {
  if (!gaatOverTaak(feit.bericht)) return null;
  const [taak] = await db.query<{ vervalt_op: Datum | null }[]>('SELECT vervalt_op FROM taak WHERE id = $1', [
    `${trajectId}.${feit.stap}.${feit.onderwerp}`,
  ]);
  return taak?.vervalt_op ?? null;
}

const alsRij = (ontvanger: Ontvanger, overgeslagen: boolean, { volgendOverzicht }: OpDag) => {
  const persoon = ontvanger.wie === 'contactpersoon' ? ontvanger : null;
  const samen = persoon?.wijze === 'weekoverzicht' && volgendOverzicht !== null && !overgeslagen;
  return {
    sleutel: persoon?.id ?? ontvanger.wie,
    id: persoon?.id ?? null,
    namens: persoon?.namens ?? null,
    status: overgeslagen ? 'overgeslagen' : samen ? 'samengevoegd' : 'wacht',
    toelichting: overgeslagen
      ? 'Het moment was al voorbij: het systeem draaide toen niet.'
      : samen
        ? `Staat in het weekoverzicht van ${datumInWoorden(volgendOverzicht)}.`
        : null,
  };
};

/**
 * Adds one row per recipient to the outbox, as the domain says who that is on the day of the fact. Its key is unique, so that
 * the same mail is never there twice. `overzichtsdag`: the ISO weekday of the weekoverzicht; without one every mail is by
 * itself.
 */
export async function zetBerichtKlaar(
  db: EntityManager,
  context: Berichtcontext,
  feit: Berichtfeit,
  overzichtsdag?: number,
): Promise<void> {
  const { trajectId, cohortId, oefen } = context;
  const overgeslagen = feit.soort === 'bericht-overgeslagen';
  const vandaag = lokaleTijd(feit.op).datum;
  const opDag: OpDag = {
    vandaag,
    volgendOverzicht:
      overzichtsdag === undefined
        ? null
        : volgendeWekelijkse(context.kalender ?? GEWONE_KALENDER, overzichtsdag, vandaag),
  };
  const ontvangers = ontvangersVan(
    {
      aan: feit.aan,
      vervaltOp: overzichtsdag === undefined ? null : await vervaltOp(db, trajectId, feit),
    },
    await personenVan(db, context),
    opDag,
  );
  const rijen = ontvangers.map((ontvanger) => alsRij(ontvanger, overgeslagen, opDag));
  await db.query(
    `INSERT INTO bericht (id, sleutel, cohort_id, traject_id, contactpersoon_id, namens_id, soort, stap, onderwerp, aan, status, op, oefen, toelichting)
     SELECT gen_random_uuid(), concat_ws('/', $1::uuid, $4::text, $5::text, $6::text, r.sleutel),
            $3::uuid, $1::uuid, r.id, r.namens, $4::text, $5::text, $6::text, $2::text, r.status, $7::timestamptz, $8::boolean, r.toelichting
       FROM jsonb_to_recordset($9::jsonb) AS r(sleutel text, id uuid, namens uuid, status text, toelichting text)
     ON CONFLICT (sleutel) DO NOTHING`,
    [
      trajectId,
      feit.aan,
      cohortId,
      feit.bericht,
      feit.stap,
      feit.onderwerp,
      new Date(feit.op),
      oefen,
      JSON.stringify(rijen),
    ],
  );
  if (rijen.some(({ status }) => status === 'wacht'))
    await db.query(`SELECT pg_notify($1, '')`, [BERICHT_KANAAL]);
}
