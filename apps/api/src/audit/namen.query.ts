import { Uuid, type Auditregel } from '@maatwerktraject/contracts';
import type { Keyring } from '@maatwerktraject/crypto';
import { SOORT_VAN_VELD } from '@maatwerktraject/domain';
import { naamVan } from '../account/naam.js';
import type { Db } from '../database/scoped.database.js';

interface NaamRij {
  readonly id: string;
  readonly naam: string;
  /** The account that goes before the name: sealed; null where there is none. */
  readonly account: string | null;
  readonly status: string | null;
}

const TRAJECT = `gemeente || ', ' || cohort_naam AS naam, NULL AS account, NULL AS status`;

/** By kind: the names of these IDs (`$1`), as far as who asks may see them; row rules decide. */
const VRAGEN: Readonly<Record<string, string>> = {
  account: `SELECT id, '' AS naam, naam AS account, status FROM account WHERE id = ANY ($1)`,
  cohort: `SELECT id, naam, NULL AS account, NULL AS status FROM cohort WHERE id = ANY ($1)`,
  traject: `SELECT traject_id AS id, ${TRAJECT} FROM trajecten_voor_beheer($1, '{}')`,
  inzage: `SELECT i.id, ${TRAJECT} FROM inzage i CROSS JOIN LATERAL inzage_over(i.id) WHERE i.id = ANY ($1)`,
  diensttoken: `SELECT d.id, d.naam, a.naam AS account, a.status FROM diensttoken d JOIN account a ON a.id = d.account_id
                 WHERE d.id = ANY ($1)`,
  webhook: `SELECT w.id, w.naam, a.naam AS account, a.status FROM webhook w JOIN account a ON a.id = w.account_id
             WHERE w.id = ANY ($1)`,
  toekenning: `SELECT t.id, coalesce(c.naam, '') AS naam, a.naam AS account, a.status
                 FROM toekenning t JOIN account a ON a.id = t.account_id LEFT JOIN cohort c ON c.id = t.cohort_id
                WHERE t.id = ANY ($1)`,
};

interface Verwijzing {
  /** As in `namen`: `cohort/<id>`. */
  readonly plek: string;
  readonly soort: string;
  /** As the database writes it; a refused request can have it in capitals. */
  readonly id: string;
}

function verwijzing(soort: string, id: unknown): Verwijzing[] {
  if (typeof id !== 'string') return [];
  const van = id.toLowerCase();
  // A taak has its traject in its ID.
  const naar = soort === 'taak' ? { soort: 'traject', id: van.slice(0, 36) } : { soort, id: van };
  // A refused request can be about anything.
  return naar.soort in VRAGEN && Uuid.safeParse(naar.id).success ? [{ plek: `${soort}/${id}`, ...naar }] : [];
}

type Regel = Pick<Auditregel, 'onderwerp' | 'inhoud'>;

function verwijzingenIn({ onderwerp, inhoud }: Regel): Verwijzing[] {
  const [soort = '', id] = onderwerp?.split('/') ?? [];
  return [
    ...verwijzing(soort, id),
    ...Object.entries(inhoud).flatMap(([veld, waarde]) => verwijzing(SOORT_VAN_VELD[veld] ?? '', waarde)),
  ];
}

/** `Ank de Vries, Twente 2027`: whose it is, and what it is called. */
const alsNaam = (keyring: Keyring, { naam, account, status }: NaamRij): string =>
  [account === null ? '' : naamVan(keyring, { naam: account, status: status ?? '' }), naam]
    .filter((deel) => deel !== '')
    .join(', ');

/** Names of what lines are about, for each line by `soort/id`; what is gone, or is not to be seen, is not in it. */
export async function leesNamen(
  db: Db,
  keyring: Keyring,
  regels: readonly Regel[],
): Promise<(regel: Regel) => Record<string, string>> {
  const alle = regels.flatMap(verwijzingenIn);
  const namen = new Map<string, string>();
  for (const [soort, sql] of Object.entries(VRAGEN)) {
    const ids = new Set(alle.filter((een) => een.soort === soort).map(({ id }) => id));
    if (ids.size === 0) continue;
    for (const rij of await db.query<NaamRij[]>(sql, [[...ids]]))
      namen.set(`${soort}/${rij.id}`, alsNaam(keyring, rij));
  }
  return (regel) =>
    Object.fromEntries(
      verwijzingenIn(regel).flatMap(({ plek, soort, id }) => {
        const naam = namen.get(`${soort}/${id}`);
        return naam === undefined ? [] : [[plek, naam]];
      }),
    );
}
