import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DIENST_BEGIN, hashVan, isSleutel, SESSIE_COOKIE } from '@maatwerktraject/database';
import { RECHTEN_VAN_DIENST, RECHTEN_VAN_ROL, type Recht, type Rol } from '@maatwerktraject/domain';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { ScopedDatabase } from '../database/scoped.database.js';
import type { Aangemelde } from './aangemelde.js';
import { leesCookie } from './sessie.cookie.js';

/** A session that was not used for this long has ended. */
const RUST = '60 minutes';

interface SessieRij {
  readonly sessie_id: string;
  readonly account_id: string;
  readonly rol: Rol;
  readonly rollen: Rol[];
  readonly naam: string;
  readonly email: string | null;
  readonly via: 'oidc' | 'link';
  readonly verouderd: boolean;
  readonly vervalt_op: Date;
  readonly organisatie: boolean;
}

interface DienstRij {
  readonly token_id: string;
  readonly account_id: string;
  readonly rol: 'adviseur' | 'onderzoeker';
  readonly rechten: Recht[];
  readonly naam: string;
  readonly verouderd: boolean;
}

/** Roles that a session may take on: a link by mail proves an address, not what staff are asked for. */
export const rollenVoor = (via: 'oidc' | 'link', rollen: readonly Rol[]): Rol[] =>
  rollen.filter((rol) => via === 'oidc' || rol === 'gemeente');

/** The token in the Authorization header; undefined for any other kind of header, which then proves nothing. */
export const bearerVan = (request: Request): string | undefined =>
  /^Bearer +(\S+)$/i.exec(request.get('Authorization') ?? '')?.[1];

/** Finds out who sends a request, from the session cookie or the token of a service. */
@Injectable()
export class HerkenningService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly database: ScopedDatabase,
  ) {}

  /** Undefined when there is no valid session or token. */
  async herken(request: Request): Promise<Aangemelde | undefined> {
    const bearer = bearerVan(request);
    if (bearer !== undefined) return this.herkenDienst(bearer);
    const cookie = leesCookie(request, SESSIE_COOKIE);
    return cookie === undefined ? undefined : this.herkenSessie(cookie);
  }

  private async herkenSessie(sleutel: string): Promise<Aangemelde | undefined> {
    if (!isSleutel(sleutel)) return undefined;
    const [rij] = await this.source.query<SessieRij[]>('SELECT * FROM herken_sessie($1, $2)', [
      hashVan(sleutel),
      RUST,
    ]);
    if (!rij) return undefined;
    const rollen = rollenVoor(rij.via, rij.rollen);
    if (!rollen.includes(rij.rol)) return undefined;
    if (rij.verouderd)
      await this.database.as({ accountId: rij.account_id, rol: rij.rol }, (db) =>
        db.query('UPDATE sessie SET gebruikt_op = now() WHERE id = $1', [rij.sessie_id]),
      );
    return {
      accountId: rij.account_id,
      soort: 'mens',
      naam: rij.naam,
      email: rij.email,
      rol: rij.rol,
      rollen,
      rechten: RECHTEN_VAN_ROL[rij.rol],
      sleutelId: rij.sessie_id,
      via: rij.via,
      beperkt: rij.via === 'link' && rij.organisatie,
      vervaltOp: rij.vervalt_op,
    };
  }

  private async herkenDienst(sleutel: string): Promise<Aangemelde | undefined> {
    if (!sleutel.startsWith(DIENST_BEGIN) || !isSleutel(sleutel.slice(DIENST_BEGIN.length))) return undefined;
    const [rij] = await this.source.query<DienstRij[]>('SELECT * FROM herken_diensttoken($1)', [
      hashVan(sleutel),
    ]);
    if (!rij) return undefined;
    if (rij.verouderd)
      await this.database.as({ accountId: rij.account_id, rol: rij.rol }, (db) =>
        db.query('UPDATE diensttoken SET gebruikt_op = now() WHERE id = $1', [rij.token_id]),
      );
    return {
      accountId: rij.account_id,
      soort: 'dienst',
      naam: rij.naam,
      email: null,
      rol: rij.rol,
      rollen: [rij.rol],
      // What the role gives and the token holds; neither alone.
      rechten: RECHTEN_VAN_DIENST[rij.rol].filter((recht) => recht === 'ik' || rij.rechten.includes(recht)),
      sleutelId: rij.token_id,
      via: 'token',
      beperkt: false,
      vervaltOp: null,
    };
  }
}
