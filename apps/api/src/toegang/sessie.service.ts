import { Injectable } from '@nestjs/common';
import type { SessieLijst } from '@maatwerktraject/contracts';
import {
  hashVan,
  isSleutel,
  maakSessie,
  nieuweSleutel,
  SESSIE_COOKIE,
  type NieuweSessie,
} from '@maatwerktraject/database';
import type { Rol } from '@maatwerktraject/domain';
import type { Request, Response } from 'express';
import { schrijfAudit } from '../audit/audit.query.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { notFound, ProblemException } from '../http/problem.js';
import type { Aangemelde } from './aangemelde.js';
import { apparaatVan } from './apparaat.js';
import { rollenVoor } from './herkenning.service.js';
import { leesCookie, wisCookie, zetCookie } from './sessie.cookie.js';
import { nietAangemeld, teZwak } from './weigering.js';

interface SessieRij {
  readonly id: string;
  readonly rol: Rol;
  readonly via: 'oidc' | 'link';
  readonly meerdere_factoren: boolean;
  readonly apparaat: string;
  readonly begonnen_op: Date;
  readonly gebruikt_op: Date;
  readonly vervalt_op: Date;
}

/** Ends the session of which the request brought the secret, if there is one; gives its ID. */
async function beeindigMeegekomen(db: Db, request: Request): Promise<string | undefined> {
  const sleutel = leesCookie(request, SESSIE_COOKIE);
  if (sleutel === undefined || !isSleutel(sleutel)) return undefined;
  const [rij] = await db.query<{ id: string | null }[]>('SELECT beeindig_sessie($1) AS id', [
    hashVan(sleutel),
  ]);
  return rij?.id ?? undefined;
}

const voorkeur: readonly Rol[] = ['adviseur', 'onderzoeker', 'beheerder', 'gemeente'];

/** The sessions of people: begin, go on in another role, list, end. */
@Injectable()
export class SessieService {
  constructor(private readonly database: ScopedDatabase) {}

  /**
   * Begins a session under a new secret, which only the browser gets to know. A session that came along ends: nobody else
   * goes on with what was in this browser before. What has to hold, and ends with it, is done by `mits` in the same
   * transaction, in the name of the account: when it throws there is no session.
   * @throws ProblemException (403) when this account has no role that this way of logging in allows
   */
  async begin(
    account: Omit<NieuweSessie, 'rol' | 'apparaat'>,
    request: Request,
    response: Response,
    mits?: (db: Db) => Promise<void>,
  ): Promise<Rol> {
    const { accountId, via, meerdereFactoren } = account;
    const mogelijk = rollenVoor(via, await this.rollenVan(accountId));
    const rol = voorkeur.find((een) => mogelijk.includes(een));
    if (!rol)
      throw new ProblemException(
        403,
        'Dit account heeft hier (nog) geen rol. Vraag de beheerder om toegang.',
        {
          code: 'geen-rol',
        },
      );
    const apparaat = apparaatVan(request.get('User-Agent'));
    const sleutel = await this.database.as({ accountId, rol }, async (db) => {
      // The account is locked by the new row, and the audit log after it: see ScopedDatabase for the order.
      const nieuw = await maakSessie(db, { ...account, rol, apparaat });
      const vorige = await beeindigMeegekomen(db, request);
      await mits?.(db);
      await schrijfAudit(db, {
        handeling: 'aanmelden',
        inhoud: {
          via,
          ...(via === 'link' && meerdereFactoren ? { tweedeFactor: 'passkey' } : {}),
          ...(vorige === undefined ? {} : { beeindigd: `sessie/${vorige}` }),
        },
        request,
      });
      return nieuw;
    });
    zetCookie(response, SESSIE_COOKIE, sleutel);
    return rol;
  }

  /** Goes on in another role, under another secret; the session still ends when it would have. */
  async kiesRol(wie: Aangemelde, rol: Rol, request: Request, response: Response): Promise<void> {
    if (wie.soort === 'dienst' || !wie.rollen.includes(rol))
      throw new ProblemException(403, 'Deze rol kunt u met deze aanmelding niet kiezen.', {
        code: 'geen-rol',
      });
    const sleutel = nieuweSleutel();
    await this.database.as({ accountId: wie.accountId, rol }, async (db) => {
      // The new row first, for it locks the account: see ScopedDatabase for the order.
      await db.query(
        `INSERT INTO sessie (account_id, sleutel_hash, rol, via, meerdere_factoren, apparaat, begonnen_op, vervalt_op)
         SELECT account_id, $2, $3, via, meerdere_factoren, apparaat, begonnen_op, vervalt_op FROM sessie WHERE id = $1`,
        [wie.sleutelId, hashVan(sleutel), rol],
      );
      const [, geraakt] = await db.query<[unknown, number]>(
        'UPDATE sessie SET beeindigd_op = now() WHERE id = $1 AND beeindigd_op IS NULL',
        [wie.sleutelId],
      );
      if (geraakt === 0) throw nietAangemeld();
      await schrijfAudit(db, { handeling: 'rol-kiezen', inhoud: { van: wie.rol }, request });
    });
    zetCookie(response, SESSIE_COOKIE, sleutel);
  }

  /**
   * Goes on as a session that has shown a second factor, under another secret, which this gives; sessions of the same person
   * that began with a link alone end.
   */
  async metTweedeFactor(db: Db, wie: Aangemelde): Promise<string> {
    const sleutel = nieuweSleutel();
    // The new row first, for it locks the account: see ScopedDatabase for the order.
    await db.query(
      `INSERT INTO sessie (account_id, sleutel_hash, rol, via, meerdere_factoren, apparaat, begonnen_op, vervalt_op)
       SELECT account_id, $2, rol, via, true, apparaat, begonnen_op, vervalt_op FROM sessie WHERE id = $1`,
      [wie.sleutelId, hashVan(sleutel)],
    );
    const [oud] = await db.query<[{ id: string }[], number]>(
      `UPDATE sessie SET beeindigd_op = now()
        WHERE account_id = $1 AND beeindigd_op IS NULL AND (id = $2 OR (via = 'link' AND NOT meerdere_factoren))
      RETURNING id`,
      [wie.accountId, wie.sleutelId],
    );
    // Ended by somebody else meanwhile: then it does not live on under another name.
    if (!oud.some(({ id }) => id === wie.sleutelId)) throw nietAangemeld();
    return sleutel;
  }

  /** Gives a browser the secret of its session. */
  geef(sleutel: string, response: Response): void {
    zetCookie(response, SESSIE_COOKIE, sleutel);
  }

  /** Who came by a link and could have proven more sees only what he began in the same way. */
  async lijst(wie: Aangemelde): Promise<SessieLijst> {
    const rijen = await this.database.query<SessieRij[]>(
      `SELECT id, rol, via, meerdere_factoren, apparaat, begonnen_op, gebruikt_op, vervalt_op FROM sessie
        WHERE account_id = $1 AND beeindigd_op IS NULL AND vervalt_op > now() AND (via = 'link' OR NOT $2)
        ORDER BY begonnen_op DESC, id LIMIT 100`,
      [wie.accountId, wie.beperkt],
    );
    return {
      items: rijen.map((rij) => ({
        id: rij.id,
        rol: rij.rol,
        via: rij.via,
        meerdereFactoren: rij.meerdere_factoren,
        apparaat: rij.apparaat,
        begonnenOp: rij.begonnen_op.toISOString(),
        gebruiktOp: rij.gebruikt_op.toISOString(),
        vervaltOp: rij.vervalt_op.toISOString(),
        huidig: rij.id === wie.sleutelId,
      })),
    };
  }

  /**
   * Ends one of one's own sessions; the current one too (logging out).
   * @throws ProblemException (404) when it is nobody's or somebody else's, (403) when it was begun with a stronger proof
   */
  async beeindig(wie: Aangemelde, id: string, request: Request, response: Response): Promise<void> {
    await this.database.transaction(async (db) => {
      const [rijen] = await db.query<[Pick<SessieRij, 'via'>[], number]>(
        `UPDATE sessie SET beeindigd_op = now() WHERE id = $1 AND account_id = $2 AND beeindigd_op IS NULL RETURNING via`,
        [id, wie.accountId],
      );
      if (!rijen[0]) throw notFound('Deze sessie is er niet (meer).');
      // Undoes the change as well.
      if (wie.beperkt && rijen[0].via !== 'link') throw teZwak();
      await schrijfAudit(db, { handeling: 'sessie-beeindigen', onderwerp: `sessie/${id}`, request });
    });
    if (id === wie.sleutelId) wisCookie(response, SESSIE_COOKIE);
  }

  private async rollenVan(accountId: string): Promise<Rol[]> {
    const [rij] = await this.database.as({ accountId, rol: 'aanmelding' }, (db) =>
      db.query<{ rollen: Rol[] }[]>('SELECT rollen_van($1) AS rollen', [accountId]),
    );
    return rij?.rollen ?? [];
  }
}
