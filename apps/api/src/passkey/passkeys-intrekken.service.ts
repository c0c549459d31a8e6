import { Injectable } from '@nestjs/common';
import type { PasskeysIngetrokken } from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { leesAccountRij } from '../account/account.query.js';
import { schrijfAudit } from '../audit/audit.query.js';
import { ScopedDatabase } from '../database/scoped.database.js';
import { leesPasskeys, vraagBericht, wachtOpToevoegen } from './passkey.query.js';

/** For somebody who lost his device: a beheerder takes all his passkeys away, and he begins anew with a link. */
@Injectable()
export class PasskeysIntrekkenService {
  constructor(private readonly database: ScopedDatabase) {}

  /** Again is the same, with nothing left to take away. @throws ProblemException (404) */
  trekIn(accountId: string, reden: string, request: Request): Promise<PasskeysIngetrokken> {
    return this.database.transaction(async (db) => {
      await leesAccountRij(db, accountId);
      // Not while one is being added: see PasskeyService.
      await wachtOpToevoegen(db, accountId);
      // Locks the account, and so comes before what hangs from it: see ScopedDatabase for the order.
      if ((await leesPasskeys(db, accountId)).length > 0)
        await vraagBericht(db, accountId, 'passkeys-ingetrokken');
      const [, passkeys] = await db.query<[unknown, number]>('DELETE FROM passkey WHERE account_id = $1', [
        accountId,
      ]);
      // Whoever has the device may be logged in with it.
      const [, sessies] = await db.query<[unknown, number]>(
        `UPDATE sessie SET beeindigd_op = now() WHERE account_id = $1 AND via = 'link' AND beeindigd_op IS NULL`,
        [accountId],
      );
      await schrijfAudit(db, {
        handeling: 'passkeys-intrekken',
        onderwerp: `account/${accountId}`,
        reden,
        inhoud: { passkeys, sessies },
        request,
      });
      return { accountId, passkeys, sessies };
    });
  }
}
