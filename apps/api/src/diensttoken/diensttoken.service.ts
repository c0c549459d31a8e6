import { Injectable } from '@nestjs/common';
import type {
  DiensttokenPagina,
  GegevenDiensttoken,
  NieuwDiensttoken,
  Paginering,
} from '@maatwerktraject/contracts';
import { DIENST_BEGIN, hashVan, nieuweSleutel } from '@maatwerktraject/database';
import type { Request } from 'express';
import { leesAccountRij } from '../account/account.query.js';
import { weigerNietActief } from '../account/account.service.js';
import { schrijfAudit } from '../audit/audit.query.js';
import { ScopedDatabase } from '../database/scoped.database.js';
import { pagina } from '../http/pagina.js';
import { notFound, refused } from '../http/problem.js';
import { alsDiensttoken, bewaarToken, leesTokens, plaatsVanToken, trekTokenIn } from './diensttoken.query.js';

/** The tokens with which a service says who it is. Only their hashes are kept. */
@Injectable()
export class DiensttokenService {
  constructor(private readonly database: ScopedDatabase) {}

  lijst(accountId: string, vraag: Paginering): Promise<DiensttokenPagina> {
    return this.database.read(async (db) => {
      await leesAccountRij(db, accountId);
      return pagina(await leesTokens(db, accountId, vraag), vraag, plaatsVanToken, alsDiensttoken);
    });
  }

  /** Makes a token and gives it, this once. */
  geef(accountId: string, invoer: NieuwDiensttoken, request: Request): Promise<GegevenDiensttoken> {
    const token = `${DIENST_BEGIN}${nieuweSleutel()}`;
    return this.database.transaction(async (db) => {
      const account = await leesAccountRij(db, accountId);
      if (account.soort !== 'dienst')
        throw refused(
          'geen-dienst',
          'Alleen een dienst krijgt een token. Mensen melden zich aan op de website.',
        );
      weigerNietActief(account);
      const rij = await bewaarToken(db, accountId, hashVan(token), invoer);
      await schrijfAudit(db, {
        handeling: 'token-geven',
        onderwerp: `account/${accountId}`,
        inhoud: {
          tokenId: rij.id,
          rol: rij.rol,
          rechten: rij.rechten,
          vervaltOp: rij.vervalt_op.toISOString(),
        },
        request,
      });
      return { ...alsDiensttoken(rij), token };
    });
  }

  /** Withdraws a token: its next request is refused. */
  async trekIn(accountId: string, tokenId: string, request: Request): Promise<void> {
    await this.database.transaction(async (db) => {
      if (!(await trekTokenIn(db, accountId, tokenId)))
        throw notFound('Dit token is er niet (meer). Kijk bij de dienst welke tokens er zijn.');
      await schrijfAudit(db, {
        handeling: 'token-intrekken',
        onderwerp: `account/${accountId}`,
        inhoud: { tokenId },
        request,
      });
    });
  }
}
