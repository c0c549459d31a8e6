import {
  Uuid,
  type Wissing,
  type Wissingsverzoek,
  type WissingsverzoekRegel,
} from '@maatwerktraject/contracts';
import { emailIndex, type Keyring } from '@maatwerktraject/crypto';
import { ontzegel } from '@maatwerktraject/database';
import { z } from 'zod';
import { eenVoorEen } from '../account/laatste.js';
import type { Db } from '../database/scoped.database.js';
import { leesCursor, Moment, momentSql, type Gelezen, type Paginavraag } from '../http/pagina.js';

interface VerzoekRij {
  readonly id: string;
  readonly reden: string;
  readonly gevraagd_op: Date;
  readonly afgehandeld_op: Date | null;
}

export const alsVerzoek = (rij: VerzoekRij): Wissingsverzoek => ({
  id: rij.id,
  reden: rij.reden,
  gevraagdOp: rij.gevraagd_op.toISOString(),
  afgehandeldOp: rij.afgehandeld_op?.toISOString() ?? null,
});

/** Notes that the caller wants to be erased; gives the open request when there is one, and whether it is new. */
export async function bewaarVerzoek(
  db: Db,
  reden: string,
): Promise<VerzoekRij & { readonly nieuw: boolean }> {
  const [rij] = await db.query<(VerzoekRij & { nieuw: boolean })[]>('SELECT * FROM vraag_wissing($1)', [
    reden,
  ]);
  if (!rij) throw new Error('the request is missing');
  return rij;
}

interface InLijst extends VerzoekRij {
  readonly account_id: string;
  readonly naam: string;
  readonly gevraagd: string;
  readonly antwoord_uiterlijk_op: Date;
}

const Plaats = z.tuple([z.int().min(0).max(1), Moment, Uuid]);

export const plaatsVan = (rij: InLijst): z.infer<typeof Plaats> => [
  rij.afgehandeld_op === null ? 0 : 1,
  rij.gevraagd,
  rij.id,
];

export const alsRegel =
  (keyring: Keyring) =>
  (rij: InLijst): WissingsverzoekRegel => ({
    ...alsVerzoek(rij),
    accountId: rij.account_id,
    naam: ontzegel(keyring, 'account.naam', rij.naam),
    antwoordUiterlijkOp: rij.antwoord_uiterlijk_op.toISOString(),
  });

/** The open ones first, the oldest first. */
export async function leesVerzoeken(db: Db, { limiet, na }: Paginavraag): Promise<Gelezen<InLijst>> {
  const [klaar = null, gevraagd = null, id = null] = leesCursor(na, Plaats) ?? [];
  const rijen = await db.query<InLijst[]>(
    `SELECT w.id, w.account_id, a.naam, w.reden, w.gevraagd_op, w.afgehandeld_op, ${momentSql('w.gevraagd_op')} AS gevraagd,
            w.gevraagd_op + interval '1 month' AS antwoord_uiterlijk_op
       FROM wissingsverzoek w JOIN account a ON a.id = w.account_id
      WHERE $1::integer IS NULL
         OR ((w.afgehandeld_op IS NOT NULL)::integer, w.gevraagd_op, w.id) > ($1::integer, $2::timestamptz, $3::uuid)
      ORDER BY (w.afgehandeld_op IS NOT NULL)::integer, w.gevraagd_op, w.id LIMIT $4`,
    [klaar, gevraagd, id, limiet + 1],
  );
  const [geteld] = await db.query<{ aantal: number }[]>('SELECT count(*) AS aantal FROM wissingsverzoek');
  return { rijen, totaal: geteld?.aantal ?? 0 };
}

/** Why the database did not erase somebody. */
export type Weigering = 'geen-recht' | 'onbekend' | 'hoofdcontact' | 'laatste-adviseur' | 'laatste-beheerder';

/** Cohorten whose mails name this account as adviseur: sealed, so only found by opening them. */
async function cohortenMet(db: Db, keyring: Keyring, accountId: string): Promise<string[]> {
  const [account] = await db.query<{ email_index: Buffer | null }[]>(
    'SELECT email_index FROM account WHERE id = $1',
    [accountId],
  );
  const index = account?.email_index;
  if (!index) return [];
  const rijen = await db.query<{ id: string; email: string }[]>(
    `SELECT id, adviseur_email AS email FROM cohort WHERE adviseur_email <> '' ORDER BY id`,
  );
  return rijen
    .filter(({ email }) =>
      emailIndex(keyring, ontzegel(keyring, 'cohort.adviseur_email', email)).equals(index),
    )
    .map(({ id }) => id);
}

/** Erases an account, or says why not. */
export async function wisAccount(
  db: Db,
  keyring: Keyring,
  accountId: string,
): Promise<Omit<Wissing, 'accountId'> | { readonly weigering: Weigering }> {
  // Also nobody is named as adviseur between the look and the erasing.
  await eenVoorEen(db);
  const [rij] = await db.query<{ uitslag: Omit<Wissing, 'accountId'> | { readonly weigering: Weigering } }[]>(
    'SELECT wis_account($1, $2) AS uitslag',
    [accountId, await cohortenMet(db, keyring, accountId)],
  );
  if (!rij) throw new Error('nothing came of it');
  return rij.uitslag;
}
