import { Inject, Injectable } from '@nestjs/common';
import type { AuditPagina, AuditVraag } from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { ScopedDatabase } from '../database/scoped.database.js';
import { pagina } from '../http/pagina.js';
import { SETTINGS, type Settings } from '../settings.js';
import { schrijfAudit } from './audit.query.js';
import { alsAuditregel, leesAuditregels, plaatsVanAuditregel } from './auditregel.query.js';
import { leesNamen } from './namen.query.js';

@Injectable()
export class AuditService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Lines of the log. Who reads it is on record too, with what he looked for; not in the lines that he gets now. */
  lijst(vraag: AuditVraag, request: Request): Promise<AuditPagina> {
    return this.database.transaction(async (db) => {
      const gelezen = await leesAuditregels(db, vraag);
      const { keyring } = this.settings;
      const namen = await leesNamen(db, keyring, gelezen.rijen);
      // Last: until the end of this transaction nobody else writes in it.
      await schrijfAudit(db, { handeling: 'audit-lezen', inhoud: { ...vraag }, request });
      return pagina(gelezen, vraag, plaatsVanAuditregel, alsAuditregel(keyring, namen));
    });
  }
}
