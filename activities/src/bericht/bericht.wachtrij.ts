import {
  bestemmingVan,
  datumInWoorden,
  herleidingVan,
  type Datum,
  type Gebeurtenis,
  type Ontvanger,
  type Personen,
  type TrajectToestand,
} from '@maatwerktraject/domain';
import type { Schrijfbaar } from '../database/schrijver.js';

type Berichtfeit = Extract<Gebeurtenis, { soort: 'bericht-klaargezet' | 'bericht-overgeslagen' }>;

/** What a mail belongs to, who is there, and how the traject stands once the fact is counted. */
export interface Berichtcontext {
  readonly trajectId: string;
  readonly cohortId: string;
  readonly oefen: boolean;
  readonly personen: Personen;
  readonly toestand: TrajectToestand;
}

function alsRij(ontvanger: Ontvanger, overgeslagen: boolean, volgendOverzicht: Datum | null) {
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
}

/**
 * Adds one row per recipient to the outbox, as the domain says who that is on the day of the fact. Its key is unique, so that
 * the same mail is never there twice.
 */
export async function zetBerichtKlaar(
  db: Schrijfbaar,
  { trajectId, cohortId, oefen, personen, toestand }: Berichtcontext,
  feit: Berichtfeit,
): Promise<void> {
  const { ontvangers, volgendOverzicht } = bestemmingVan(feit, feit.op, toestand, personen);
  const overgeslagen = feit.soort === 'bericht-overgeslagen';
  const rijen = ontvangers.map((ontvanger) => alsRij(ontvanger, overgeslagen, volgendOverzicht));
  if (rijen.length === 0) return;
  await db.query(
    `INSERT INTO bericht (id, sleutel, cohort_id, traject_id, contactpersoon_id, namens_id, soort, stap, onderwerp, aan, status, op,
                          oefen, toelichting, regel, basis, herleiding)
     SELECT gen_random_uuid(), concat_ws('/', $1::uuid, $4::text, $5::text, $6::text, $10::text, $11::text, r.sleutel),
            $3::uuid, $1::uuid, r.id, r.namens, $4::text, $5::text, $6::text, $2::text, r.status, $7::timestamptz, $8::boolean,
            r.toelichting, $10::text, $11::text, $12::jsonb
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
      feit.regel ?? null,
      feit.basis ?? null,
      JSON.stringify(herleidingVan(feit, toestand)),
    ],
  );
}
