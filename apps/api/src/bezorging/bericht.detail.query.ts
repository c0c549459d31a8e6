import {
  HerleidingStap,
  type BerichtDetail,
  type BerichtPoging,
  type PostTelling,
} from '@maatwerktraject/contracts';
import type { Keyring } from '@maatwerktraject/crypto';
import { ontzegel, type VerzegeldeKolom } from '@maatwerktraject/database';
import { NIVEAUS, type Niveau, type Uitvoerder } from '@maatwerktraject/domain';
import { z } from 'zod';
import type { Db } from '../database/scoped.database.js';
import { notFound } from '../http/problem.js';
import { berichtRegel, type Begeleiding, type BerichtRij } from '../traject/bericht.query.js';
import type { Titels } from '../traject/onderwerp.js';
import type { TrajectRij } from '../traject/traject.query.js';

export interface DetailRij extends BerichtRij {
  readonly sleutel: string;
  readonly regel: string | null;
  readonly herleiding: unknown;
  readonly gespreid_tot: Date | null;
  readonly niveau: Niveau | null;
  readonly adresprobleem_id: string | null;
  readonly created_at: Date;
}

export interface PogingRij {
  readonly nummer: number;
  readonly begonnen_op: Date;
  readonly geeindigd_op: Date;
  readonly uitkomst: BerichtPoging['uitkomst'];
  /** Sealed, as is what came later. */
  readonly antwoord: string;
  readonly nagekomen: string | null;
  readonly nagekomen_op: Date | null;
}

/** @throws ProblemException (404) when this traject has no such mail */
export async function leesBericht(
  db: Db,
  trajectId: string,
  berichtId: string,
): Promise<{ rij: DetailRij; pogingen: PogingRij[] }> {
  const [rij] = await db.query<DetailRij[]>(
    `SELECT b.*, p.niveau, p.naam, p.email, n.naam AS namens
       FROM bericht b LEFT JOIN contactpersoon p ON p.id = b.contactpersoon_id
       LEFT JOIN contactpersoon n ON n.id = b.namens_id
      WHERE b.traject_id = $1 AND b.id = $2`,
    [trajectId, berichtId],
  );
  if (!rij) throw notFound('Deze mail bestaat niet. Kijk in de lijst met mails van het traject.');
  const pogingen = await db.query<PogingRij[]>(
    'SELECT * FROM bericht_poging WHERE bericht_id = $1 ORDER BY nummer',
    [berichtId],
  );
  return { rij, pogingen };
}

/** The words of a server, or nothing once they were erased. */
export const woordenVan = (keyring: Keyring, kolom: VerzegeldeKolom, tekst: string | null): string | null =>
  tekst === null || tekst === '' ? null : ontzegel(keyring, kolom, tekst);

const alsPoging = (rij: PogingRij, keyring: Keyring): BerichtPoging => ({
  nummer: rij.nummer,
  begonnenOp: rij.begonnen_op.toISOString(),
  geeindigdOp: rij.geeindigd_op.toISOString(),
  uitkomst: rij.uitkomst,
  antwoord: woordenVan(keyring, 'bericht_poging.antwoord', rij.antwoord),
  nagekomen: woordenVan(keyring, 'bericht_poging.nagekomen', rij.nagekomen),
  nagekomenOp: rij.nagekomen_op?.toISOString() ?? null,
});

/** As the process kept it, and at the end how long the mail was made to wait so that not all leave at once. */
function herleidingVan({ herleiding, op, gespreid_tot: tot }: DetailRij): BerichtDetail['herleiding'] {
  const stappen = z.array(HerleidingStap).catch([]).parse(herleiding);
  if (!tot || tot <= op || stappen.some(({ stap }) => stap === 'spreiding')) return stappen;
  return [...stappen, { stap: 'spreiding', van: op.toISOString(), naar: tot.toISOString() }];
}

const BESLUITEN: Readonly<Partial<Record<DetailRij['status'], BerichtDetail['besluiten']>>> = {
  onbekend: ['aangekomen', 'opnieuw'],
  mislukt: ['opnieuw'],
};

const isNiveau = (aan: string): boolean => (NIVEAUS as readonly string[]).includes(aan);

export function alsDetail(
  { rij, pogingen }: { rij: DetailRij; pogingen: readonly PogingRij[] },
  traject: TrajectRij,
  { titels, keyring, begeleiding }: { titels: Titels; keyring: Keyring; begeleiding: Begeleiding },
): BerichtDetail {
  return {
    ...berichtRegel(rij, titels, keyring, begeleiding),
    trajectId: traject.id,
    gemeente: { code: traject.code, naam: traject.gemeente },
    oefen: traject.oefen,
    sleutel: rij.sleutel,
    regel: rij.regel,
    voorNiveau:
      rij.niveau !== null && isNiveau(rij.aan) && rij.aan !== rij.niveau ? (rij.aan as Uitvoerder) : null,
    gemaaktOp: rij.created_at.toISOString(),
    herleiding: herleidingVan(rij),
    verloop: pogingen.map((poging) => alsPoging(poging, keyring)),
    adresprobleemId: rij.adresprobleem_id,
    besluiten: BESLUITEN[rij.status] ?? [],
  };
}

/** How many of the mails of a traject ask for somebody. */
export async function telPost(db: Db, trajectId: string): Promise<Omit<PostTelling, 'adresproblemen'>> {
  const [rij] = await db.query<Omit<PostTelling, 'adresproblemen'>[]>(
    `SELECT count(*) FILTER (WHERE status = 'onbekend') AS onbekend,
            count(*) FILTER (WHERE status = 'mislukt') AS mislukt,
            count(*) FILTER (WHERE status = 'aangehouden') AS aangehouden FROM bericht WHERE traject_id = $1`,
    [trajectId],
  );
  return rij ?? { onbekend: 0, mislukt: 0, aangehouden: 0 };
}
