import { Inject, Injectable } from '@nestjs/common';
import type { RetourUitkomst } from '@maatwerktraject/contracts';
import { verzegel } from '@maatwerktraject/database';
import type { Request } from 'express';
import { schrijfAudit } from '../audit/audit.query.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { notFound, ProblemException } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { leesRetour, type Retour } from './retour.dsn.js';

/** A report holds the headers of our mail and a few words; not its attachments. */
const MAX_BYTES = 256 * 1024;

/** What mail servers report about mail that they took and could not deliver. */
@Injectable()
export class RetourService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws ProblemException 413 when it is too large, 422 when it is no such report, 404 when we know no such mail */
  async meld(bericht: unknown, request: Request): Promise<RetourUitkomst> {
    const bytes = Buffer.isBuffer(bericht) ? bericht : Buffer.alloc(0);
    if (bytes.length > MAX_BYTES)
      throw new ProblemException(413, 'Dit bericht is te groot. Stuur niet meer dan 256 kB.');
    // What cannot be parsed at all is no report either.
    const retour = await leesRetour(bytes).catch(() => null);
    if (!retour)
      throw new ProblemException(
        422,
        'Dit is geen melding dat een mail niet is aangekomen. Stuur het hele bericht van de mailserver (RFC 3464).',
        { code: 'geen-retourmelding' },
      );
    return this.database.transaction(async (db) => {
      for (const messageId of new Set(retour.messageIds)) {
        const uitkomst = await this.verwerk(db, messageId, retour);
        if (uitkomst === 'onbekend') continue;
        const inhoud = { uitkomst, code: retour.code };
        await schrijfAudit(db, { handeling: 'retour-melden', inhoud, request });
        return { uitkomst };
      }
      throw notFound('Wij kennen de mail niet waar deze melding over gaat.');
    });
  }

  private async verwerk(
    db: Db,
    messageId: string,
    { voorgoed, code, woorden }: Retour,
  ): Promise<RetourUitkomst['uitkomst'] | 'onbekend'> {
    const { keyring } = this.settings;
    const zin = `${voorgoed ? 'De mail kwam terug' : 'De mailserver heeft de mail nog niet kunnen bezorgen'} (${code})`;
    const [rij] = await db.query<{ uitkomst: RetourUitkomst['uitkomst'] | 'onbekend' }[]>(
      'SELECT meld_retour($1, $2, $3, $4, $5, $6) AS uitkomst',
      [
        messageId,
        voorgoed,
        code,
        verzegel(keyring, 'adresprobleem.woorden', woorden),
        verzegel(keyring, 'bericht_poging.nagekomen', woorden === '' ? zin : `${zin}: ${woorden}`),
        `${zin}. Hij wacht tot iemand het adres heeft verholpen.`,
      ],
    );
    return rij?.uitkomst ?? 'onbekend';
  }
}
