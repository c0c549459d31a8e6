import type { Aanwezigheid, Genodigde, Groepssessie } from '@maatwerktraject/contracts';
import type { Keyring } from '@maatwerktraject/crypto';
import { ontzegel } from '@maatwerktraject/database';
import type { Rol } from '@maatwerktraject/domain';
import type { Db } from '../database/scoped.database.js';
import { notFound } from '../http/problem.js';

interface GenodigdeRij {
  readonly id: string;
  readonly rol: Genodigde['rol'];
  readonly kenmerk: string | null;
  readonly gemeente: string | null;
  readonly aanwezig: Aanwezigheid;
  readonly contactpersoonId: string | null;
  readonly accountId: string | null;
  /** Of a contactpersoon, or of somebody from outside; sealed. */
  readonly contactnaam: string | null;
  readonly naam: string | null;
  readonly mail: Genodigde['mail'] | 'bezig' | 'vervallen';
}

export interface SessieRij {
  readonly id: string;
  readonly versie: number;
  readonly status: Groepssessie['status'];
  readonly begint_op: Date;
  readonly eindigt_op: Date;
  readonly herinnering_werkdagen: number | null;
  readonly onderwerp: string;
  readonly plaats: string;
  readonly link: string | null;
  readonly verslag: string | null;
  readonly leidt: boolean;
  readonly genodigden: readonly GenodigdeRij[];
}

const LAATSTE_MAIL = `(SELECT a.status FROM agendabericht a WHERE a.genodigde_id = g.id AND a.status <> 'vervallen'
  ORDER BY coalesce(a.verzonden_op, 'infinity') DESC, a.id DESC LIMIT 1)`;

// An onderzoeker asks for no column that names somebody: the database would refuse the question.
const MET_NAMEN = `'kenmerk', t.id, 'gemeente', gm.naam, 'contactpersoonId', g.contactpersoon_id, 'accountId', g.account_id,
  'contactnaam', p.naam, 'naam', g.naam, 'mail', ${LAATSTE_MAIL}`;
const VAN_MENSEN = `LEFT JOIN traject t ON t.id = g.traject_id LEFT JOIN gemeente gm ON gm.code = t.gemeente_code
  LEFT JOIN contactpersoon p ON p.id = g.contactpersoon_id`;
const ONDER_PSEUDONIEM = `'kenmerk', t.pseudoniem, 'gemeente', gm.naam, 'contactpersoonId', NULL, 'accountId', NULL,
  'contactnaam', NULL, 'naam', NULL, 'mail', NULL`;
const VAN_TRAJECTEN = `LEFT JOIN traject t ON t.id = g.traject_id LEFT JOIN LATERAL gemeente_bij(t.id) AS gm ON true`;

const select = (rol: Rol): string => `
  SELECT b.id, b.versie, b.status, b.begint_op, b.eindigt_op, b.herinnering_werkdagen, i.onderwerp, i.plaats, i.link,
         verslag_van(b.id) AS verslag, huidige_rol() = 'adviseur' OR huidige_rol() = 'onderzoeker' AND leidt(b.id) AS leidt,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'rol', g.rol, 'aanwezig', g.aanwezig,
                                      ${rol === 'onderzoeker' ? ONDER_PSEUDONIEM : MET_NAMEN}) ORDER BY g.rol, gm.naam, g.id)
            FROM genodigde g ${rol === 'onderzoeker' ? VAN_TRAJECTEN : VAN_MENSEN}
           WHERE g.bijeenkomst_id = b.id AND g.uitgenodigd), '[]') AS genodigden
    FROM bijeenkomst b JOIN bijeenkomst_inhoud i ON i.id = b.inhoud_id
   WHERE b.cohort_id = $1 AND b.soort = 'groepssessie' AND b.status <> 'voorstel'`;

/** The groepssessies of a cohort that the caller may see, in the order of the calendar. */
export const leesSessies = (db: Db, cohortId: string, rol: Rol): Promise<SessieRij[]> =>
  db.query<SessieRij[]>(`${select(rol)} ORDER BY b.begint_op, b.id`, [cohortId]);

/** @throws ProblemException (404) when there is no such session for the caller */
export async function leesSessie(db: Db, cohortId: string, id: string, rol: Rol): Promise<SessieRij> {
  const [rij] = await db.query<SessieRij[]>(`${select(rol)} AND b.id = $2`, [cohortId, id]);
  if (!rij) throw notFound('Deze groepssessie bestaat niet. Kijk in de lijst met groepssessies.');
  return rij;
}

function naamVan(
  keyring: Keyring,
  { contactnaam, naam, accountId }: GenodigdeRij,
  collegas: ReadonlyMap<string, string>,
): string | null {
  if (contactnaam !== null) return ontzegel(keyring, 'contactpersoon.naam', contactnaam);
  if (naam !== null) return ontzegel(keyring, 'genodigde.naam', naam);
  return accountId === null ? null : (collegas.get(accountId) ?? null);
}

const mailStand = (mail: GenodigdeRij['mail']): Genodigde['mail'] => {
  if (mail === 'bezig') return 'wacht';
  return mail === 'vervallen' ? null : mail;
};

/** `collegas`: names of accounts, as the caller may know them. */
export const alsGroepssessie = (
  rij: SessieRij,
  cohortId: string,
  keyring: Keyring,
  collegas: ReadonlyMap<string, string>,
): Groepssessie => ({
  id: rij.id,
  cohortId,
  versie: rij.versie,
  status: rij.status,
  onderwerp: rij.onderwerp,
  begintOp: rij.begint_op.toISOString(),
  eindigtOp: rij.eindigt_op.toISOString(),
  plaats: rij.plaats,
  link: rij.link,
  herinneringWerkdagen: rij.herinnering_werkdagen,
  verslag: rij.verslag,
  leidt: rij.leidt,
  genodigden: rij.genodigden.map((een) => ({
    id: een.id,
    rol: een.rol,
    naam: naamVan(keyring, een, collegas),
    contactpersoonId: een.contactpersoonId,
    gemeente:
      een.kenmerk === null
        ? null
        : { trajectId: een.kenmerk, naam: een.gemeente ?? `Gemeente ${een.kenmerk.slice(0, 8)}` },
    aanwezig: een.aanwezig,
    mail: mailStand(een.mail),
  })),
});
