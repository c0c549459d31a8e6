import { Inject, Injectable } from '@nestjs/common';
import type { Toekenning, VerleendeRol } from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { schrijfAudit } from '../audit/audit.query.js';
import { ScopedDatabase } from '../database/scoped.database.js';
import { invalid, notFound, refused } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { leesToekenningenVan, trekIn } from '../toekenning/toekenning.query.js';
import { geefRol, leesAccountRij } from './account.query.js';
import { weigerNietActief } from './account.service.js';
import { bewaakLaatsteBeheerder } from './laatste.js';

/** Roles without a cohort. A role lets somebody in; which cohorten he then sees is given per cohort. */
@Injectable()
export class RolService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Gives a role; again the same gives what is there. */
  geef(accountId: string, rol: VerleendeRol, request: Request): Promise<Toekenning> {
    return this.database.transaction(async (db) => {
      const account = await leesAccountRij(db, accountId);
      weigerNietActief(account);
      if (account.soort === 'dienst' && rol === 'beheerder')
        throw invalid([
          { pad: 'rol', zin: 'Een dienst kan geen beheerder zijn. Kies adviseur of onderzoeker.' },
        ]);
      if (await geefRol(db, accountId, rol))
        await schrijfAudit(db, {
          handeling: 'rol-verlenen',
          onderwerp: `account/${accountId}`,
          inhoud: { rol },
          request,
        });
      const alle = await leesToekenningenVan(db, accountId, this.settings.keyring);
      const gegeven = alle.find((een) => een.rol === rol && een.cohortId === null);
      if (!gegeven) throw new Error('the role is missing');
      return gegeven;
    });
  }

  /** Takes a role away, from now on. What was given per cohort stays. */
  async neem(accountId: string, rol: VerleendeRol, wie: Aangemelde, request: Request): Promise<void> {
    await this.database.transaction(async (db) => {
      await leesAccountRij(db, accountId);
      const alle = await leesToekenningenVan(db, accountId, this.settings.keyring);
      const weg = alle.find((een) => een.rol === rol && een.cohortId === null);
      if (!weg)
        throw notFound('Deze rol heeft dit account niet (meer). Kijk bij het account welke rollen er zijn.');
      if (rol === 'beheerder') {
        if (accountId === wie.accountId)
          throw refused(
            'eigen-account',
            'U kunt uzelf de rol beheerder niet afnemen. Vraag een andere beheerder.',
          );
        await bewaakLaatsteBeheerder(db, accountId);
      }
      await trekIn(db, weg.id);
      await schrijfAudit(db, {
        handeling: 'rol-intrekken',
        onderwerp: `account/${accountId}`,
        inhoud: { rol },
        request,
      });
    });
  }
}
