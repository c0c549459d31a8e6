import type { Keyring } from '@maatwerktraject/crypto';
import { ontzegel } from '@maatwerktraject/database';
import type { Agendabericht, Sjabloon, Toets } from '@maatwerktraject/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { CLAIM, GEGEVENS, LAAT_VERVALLEN, VERWERK } from './agendabericht.sql.js';
import type { BijeenkomstGegevens, VoorwaardeGegevens } from './agendabericht.tekst.js';

export interface TeSturenAgendabericht {
  readonly id: string;
  readonly sleutel: string;
  readonly over: BijeenkomstGegevens | VoorwaardeGegevens;
}

/** How an attempt ended; `later`: it certainly did not leave, and is tried again. */
export type Uitkomst = 'verzonden' | 'mislukt' | 'onbekend' | 'later';

interface Rij {
  readonly id: string;
  readonly sleutel: string;
  readonly soort: Agendabericht;
  readonly volgnummer: number;
  readonly eerder: boolean;
  readonly oefen: boolean;
  readonly cohort_id: string;
  readonly cohort: string;
  readonly adviseur_naam: string;
  readonly adviseur_email: string;
  readonly definitie: Sjabloon;
  readonly inhoud: { readonly toets: Toets; readonly deel: number; readonly onder: number } | null;
  readonly achter: string[];
  readonly bijeenkomst_id: string | null;
  readonly begint_op: Date | null;
  readonly eindigt_op: Date | null;
  readonly onderwerp: string | null;
  readonly plaats: string | null;
  readonly link: string | null;
  readonly wie: Wie;
  readonly facilitator: Wie | null;
}

/** Somebody, by one of the three places where names are; sealed. */
interface Wie {
  readonly van: 'contactpersoon' | 'account' | 'genodigde';
  readonly naam: string;
  readonly email: string;
}

const leesbaar = (keyring: Keyring, { van, naam, email }: Wie): { naam: string; email: string } => ({
  naam: ontzegel(keyring, `${van}.naam`, naam),
  email: ontzegel(keyring, `${van}.email`, email),
});

function titelVan(toets: Toets, { definitie, onderwerp }: Rij): string {
  if (toets.soort === 'aanwezigen-minimaal') return onderwerp ?? '';
  const stap = definitie.stappen.find(({ sleutel }) => sleutel === toets.stap);
  if (toets.soort === 'deel-afgerond') return stap?.titel ?? toets.stap;
  return stap?.taken.find(({ sleutel }) => sleutel === toets.taak)?.titel ?? toets.taak;
}

function gegevensVan(rij: Rij, keyring: Keyring): TeSturenAgendabericht['over'] {
  const adviseur = {
    naam: ontzegel(keyring, 'cohort.adviseur_naam', rij.adviseur_naam),
    email: ontzegel(keyring, 'cohort.adviseur_email', rij.adviseur_email),
  };
  const gemeen = { adviseur, cohort: rij.cohort, cohortId: rij.cohort_id, oefen: rij.oefen };
  if (rij.soort === 'voorwaarde') {
    if (!rij.inhoud) throw new Error(`agendabericht ${rij.id} zonder inhoud`);
    const { toets, deel, onder } = rij.inhoud;
    return {
      ...gemeen,
      soort: rij.soort,
      aan: adviseur,
      toets,
      deel,
      onder,
      achter: rij.achter,
      titel: titelVan(toets, rij),
    };
  }
  const { begint_op: begintOp, eindigt_op: eindigtOp, bijeenkomst_id: bijeenkomstId } = rij;
  if (!begintOp || !eindigtOp || bijeenkomstId === null)
    throw new Error(`agendabericht ${rij.id} zonder bijeenkomst`);
  return {
    ...gemeen,
    soort: rij.soort,
    aan: leesbaar(keyring, rij.wie),
    bijeenkomstId,
    volgnummer: rij.volgnummer,
    eerder: rij.eerder,
    onderwerp: rij.onderwerp ?? '',
    begintOp,
    eindigtOp,
    plaats: rij.plaats ?? '',
    link: rij.link,
    facilitator: rij.facilitator && leesbaar(keyring, rij.facilitator).naam,
    vanGemeente: rij.wie.van === 'contactpersoon',
  };
}

async function claim(db: EntityManager): Promise<Rij | undefined> {
  // Claims wait for each other: two mails to one person about one meeting keep their order.
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('maatwerktraject/agendabericht', 0))`);
  for (const opdracht of LAAT_VERVALLEN) await db.query(opdracht);
  const [rijen] = await db.query<[{ id: string }[], number]>(CLAIM);
  const id = rijen[0]?.id;
  if (id === undefined) return undefined;
  const [rij] = await db.query<Rij[]>(GEGEVENS, [id]);
  if (!rij) throw new Error(`agendabericht ${id} is weg`);
  return rij;
}

/** The mail of the agenda that waits. What is no longer true is dropped at the moment of claiming (ADR 0004). */
export const createAgendaberichtOpslag = (database: DataSource, keyring: Keyring) => ({
  /** Takes the next one; undefined when none is due. */
  async claim(): Promise<TeSturenAgendabericht | undefined> {
    const rij = await database.transaction(claim);
    return rij && { id: rij.id, sleutel: rij.sleutel, over: gegevensVan(rij, keyring) };
  },

  async verwerk(id: string, uitkomst: Uitkomst): Promise<void> {
    await database.query(VERWERK, [id, uitkomst]);
  },
});
