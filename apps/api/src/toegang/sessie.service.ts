import { Injectable } from '@nestjs/common';
import type { SessieLijst } from '@maatwerktraject/contracts';
import {
  hashVan,
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
import { wisCookie, zetCookie } from './sessie.cookie.js';

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

const voorkeur: readonly Rol[] = ['adviseur', 'onderzoeker', 'beheerder', 'gemeente'];

/** The sessions of people: begin, go on in another role, list, end. */
@Injectable()
export class SessieService {
  constructor(private readonly database: ScopedDatabase) {}

  /**
   * Begins a session under a new secret, which only the browser gets to know.
   * @throws ProblemException (403) when this account has no role that this way of logging in allows
   */
  async begin(
    account: Omit<NieuweSessie, 'rol' | 'apparaat'>,
    request: Request,
    response: Response,
    gewenst?: Rol,
  ): Promise<Rol> {
    const { accountId, via, meerdereFactoren } = account;
    const mogelijk = rollenVoor(via, await this.rollenVan(accountId));
    const rol =
      gewenst !== undefined && mogelijk.includes(gewenst)
        ? gewenst
        : voorkeur.find((een) => mogelijk.includes(een));
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
      const inhoud = via === 'link' && meerdereFactoren ? { via, tweedeFactor: 'passkey' } : { via };
      await schrijfAudit(db, { handeling: 'aanmelden', inhoud, request });
      return maakSessie(db, { ...account, rol, apparaat });
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
      await db.query(
        `WITH oud AS (
           UPDATE sessie SET beeindigd_op = now() WHERE id = $1 AND beeindigd_op IS NULL RETURNING *
         )
         INSERT INTO sessie (account_id, sleutel_hash, rol, via, meerdere_factoren, apparaat, begonnen_op, vervalt_op)
         SELECT account_id, $2, $3, via, meerdere_factoren, apparaat, begonnen_op, vervalt_op FROM oud`,
        [wie.sleutelId, hashVan(sleutel), rol],
      );
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
    const [oud] = await db.query<[{ id: string }[], number]>(
      `UPDATE sessie SET beeindigd_op = now()
        WHERE account_id = $1 AND beeindigd_op IS NULL AND (id = $2 OR (via = 'link' AND NOT meerdere_factoren))
      RETURNING id`,
      [wie.accountId, wie.sleutelId],
    );
    // Ended by somebody else meanwhile: then it does not live on under another name.
    if (!oud.some(({ id }) => id === wie.sleutelId)) throw notFound('Deze sessie is er niet (meer).');
    await db.query(
      `INSERT INTO sessie (account_id, sleutel_hash, rol, via, meerdere_factoren, apparaat, begonnen_op, vervalt_op)
       SELECT account_id, $2, rol, via, true, apparaat, begonnen_op, vervalt_op FROM sessie WHERE id = $1`,
      [wie.sleutelId, hashVan(sleutel)],
    );
    return sleutel;
  }

  /** Gives a browser the secret of its session. */
  geef(sleutel: string, response: Response): void {
    zetCookie(response, SESSIE_COOKIE, sleutel);
  }

  async lijst(wie: Aangemelde): Promise<SessieLijst> {
    const rijen = await this.database.query<SessieRij[]>(
      `SELECT id, rol, via, meerdere_factoren, apparaat, begonnen_op, gebruikt_op, vervalt_op FROM sessie
        WHERE account_id = $1 AND beeindigd_op IS NULL AND vervalt_op > now() ORDER BY begonnen_op DESC, id LIMIT 100`,
      [wie.accountId],
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

  /** Ends one of one's own sessions; the current one too (logging out). */
  async beeindig(wie: Aangemelde, id: string, request: Request, response: Response): Promise<void> {
    await this.database.transaction(async (db) => {
      const [, geraakt] = await db.query<[unknown, number]>(
        'UPDATE sessie SET beeindigd_op = now() WHERE id = $1 AND account_id = $2 AND beeindigd_op IS NULL',
        [id, wie.accountId],
      );
      if (geraakt === 0) throw notFound('Deze sessie is er niet (meer).');
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
