import {
  inHuidigeVorm,
  planStap,
  type DagWijziging,
  type Plan,
  type Sjabloon,
} from '@maatwerktraject/domain';
import type { Schrijfbaar } from '../../database/schrijver.js';
import type { Feit, TrajectContext } from './projectie.js';

/** The rows of a whole traject as it is planned at its start. */
export async function maakGeplandeRijen(db: Schrijfbaar, trajectId: string, plan: Plan): Promise<void> {
  const stappen = plan.stappen.map(({ sleutel, volgnummer, opentOp, eindigtOp }) => ({
    sleutel,
    volgnummer,
    opentOp,
    eindigtOp,
  }));
  await db.query(
    `INSERT INTO stap (traject_id, sleutel, volgnummer, status, gepland_op, gepland_eindigt_op)
     SELECT $1, r."sleutel", r."volgnummer", 'gepland', r."opentOp", r."eindigtOp"
       FROM jsonb_to_recordset($2::jsonb) AS r("sleutel" text, "volgnummer" int, "opentOp" date, "eindigtOp" date)`,
    [trajectId, JSON.stringify(stappen)],
  );
  const taken = plan.stappen.flatMap((stap) => stap.taken.map((taak) => ({ ...taak, stap: stap.sleutel })));
  await db.query(
    `INSERT INTO taak (id, traject_id, stap, taak, uitvoerder, status, gepland_open_op, gepland_vervalt_op, akkoord_door)
     SELECT $1 || '.' || r."stap" || '.' || r."sleutel", $1::uuid, r."stap", r."taak", r."uitvoerder", 'gepland',
            r."opentOp", r."vervaltOp", r."akkoordDoor"
       FROM jsonb_to_recordset($2::jsonb)
         AS r("stap" text, "sleutel" text, "taak" text, "uitvoerder" text, "opentOp" date, "vervaltOp" date,
              "akkoordDoor" text)`,
    [trajectId, JSON.stringify(taken)],
  );
  const checkIns = plan.stappen.flatMap((stap) =>
    stap.checkIns.map((checkIn) => ({ ...checkIn, stap: stap.sleutel })),
  );
  await db.query(
    `INSERT INTO check_in (traject_id, sleutel, stap, status, gepland_week_van)
     SELECT $1, r."sleutel", r."stap", 'gepland', r."weekVan"
       FROM jsonb_to_recordset($2::jsonb) AS r("sleutel" text, "stap" text, "weekVan" date)`,
    [trajectId, JSON.stringify(checkIns)],
  );
}

/** Moves days, each in the row that holds it. What was planned at the start stays as it was. */
export async function schrijfDagen(
  db: Schrijfbaar,
  trajectId: string,
  wijzigingen: readonly DagWijziging[],
): Promise<void> {
  await db.query(
    `WITH w AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS r(wat text, sleutel text, naar date)),
     taken AS (
       UPDATE taak SET opent_op = coalesce(o.naar, opent_op), vervalt_op = coalesce(v.naar, vervalt_op)
         FROM traject t
         CROSS JOIN LATERAL (SELECT DISTINCT sleutel FROM w WHERE wat IN ('taak-opent', 'taak-vervalt')) AS s
         LEFT JOIN w o ON o.wat = 'taak-opent' AND o.sleutel = s.sleutel
         LEFT JOIN w v ON v.wat = 'taak-vervalt' AND v.sleutel = s.sleutel
        WHERE t.id = $1 AND taak.id = concat_ws('.', $1::text, t.stap, s.sleutel)),
     gesprekken AS (
       UPDATE check_in SET week_van = w.naar FROM w
        WHERE w.wat = 'check-in' AND check_in.traject_id = $1 AND check_in.sleutel = w.sleutel)
     UPDATE stap SET opent_op = coalesce(o.naar, opent_op), eindigt_op = coalesce(e.naar, eindigt_op)
       FROM (SELECT DISTINCT sleutel FROM w WHERE wat IN ('stap-opent', 'stap-eindigt')) AS s
       LEFT JOIN w o ON o.wat = 'stap-opent' AND o.sleutel = s.sleutel
       LEFT JOIN w e ON e.wat = 'stap-eindigt' AND e.sleutel = s.sleutel
      WHERE stap.traject_id = $1 AND stap.volgnummer = s.sleutel::int`,
    [trajectId, JSON.stringify(wijzigingen)],
  );
}

/**
 * From here on another version: what was not begun yet of the old one goes, and what the new one asks takes its place. A
 * stap that has begun keeps the version that it began on, for its texts and forms.
 */
export async function neemSjabloonOver(
  db: Schrijfbaar,
  { trajectId, sjabloon: { sleutel }, kalender }: TrajectContext,
  { versie, openingen }: Feit<'sjabloon-overgezet'>,
): Promise<void> {
  const [rij] = await db.query<{ definitie: Sjabloon }[]>(
    'SELECT definitie FROM sjabloon WHERE sleutel = $1 AND versie = $2',
    [sleutel, versie],
  );
  if (!rij) throw new Error(`geen versie ${String(versie)} van sjabloon ${sleutel}`);
  const [weg] = await db.query<{ begonnen: number }[]>('SELECT haal_geplande_stappen_weg($1) AS begonnen', [
    trajectId,
  ]);
  await db.query('UPDATE traject SET sjabloon_versie = $2 WHERE id = $1', [trajectId, versie]);
  const begonnen = weg?.begonnen ?? 0;
  const stappen = inHuidigeVorm(rij.definitie).stappen.flatMap((stap, index) =>
    index < begonnen ? [] : [planStap(stap, index + 1, openingen[index] ?? '', kalender)],
  );
  await maakGeplandeRijen(db, trajectId, { stappen, eindigtOp: stappen.at(-1)?.eindigtOp ?? '' });
}
