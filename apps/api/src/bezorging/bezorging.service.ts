import { Inject, Injectable } from '@nestjs/common';
import type {
  AdresprobleemLijst,
  AdresprobleemOplossing,
  BerichtBesluit,
  BerichtDetail,
} from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { schrijfAudit } from '../audit/audit.query.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { notFound, refused } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { SjabloonService } from '../sjabloon/sjabloon.service.js';
import { leesBegeleiding } from '../traject/begeleiding.query.js';
import { Titels } from '../traject/onderwerp.js';
import { leesTraject } from '../traject/traject.query.js';
import { alsAdresprobleem, leesAdresproblemen } from './adresprobleem.query.js';
import { alsDetail, leesBericht, telPost } from './bericht.detail.query.js';

/** Why mail was sent or was not, and what a person does about it. */
@Injectable()
export class BezorgingService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sjablonen: SjabloonService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  lees(trajectId: string, berichtId: string): Promise<BerichtDetail> {
    return this.database.read((db) => this.detail(db, trajectId, berichtId));
  }

  /** What somebody found out about a mail: it arrived, or it has to go once more, with the same Message-ID. */
  besluit(
    trajectId: string,
    berichtId: string,
    { besluit, reden }: BerichtBesluit,
    request: Request,
  ): Promise<BerichtDetail> {
    return this.database.transaction(async (db) => {
      await leesTraject(db, trajectId);
      const [rij] = await db.query<{ weigering: 'onbekend' | 'niet-nodig' | null }[]>(
        'SELECT besluit_over_bericht($1, $2, $3) AS weigering',
        [trajectId, berichtId, besluit],
      );
      if (rij?.weigering === 'onbekend')
        throw notFound('Deze mail bestaat niet. Kijk in de lijst met mails van het traject.');
      if (rij?.weigering === 'niet-nodig')
        throw refused(
          'mail-is-duidelijk',
          'Over deze mail hoeft niets te worden besloten. Laad de pagina opnieuw en kijk hoe het ermee staat.',
        );
      await schrijfAudit(db, {
        handeling: 'bericht-besluiten',
        onderwerp: `traject/${trajectId}`,
        reden,
        inhoud: { berichtId, besluit },
        request,
      });
      return this.detail(db, trajectId, berichtId);
    });
  }

  adresproblemen(trajectId: string): Promise<AdresprobleemLijst> {
    return this.database.read((db) => this.problemen(db, trajectId));
  }

  /** Somebody says that the address works now: what was held for it goes, as far as it is still true. */
  losOp(
    trajectId: string,
    probleemId: string,
    { reden }: AdresprobleemOplossing,
    request: Request,
  ): Promise<AdresprobleemLijst> {
    return this.database.transaction(async (db) => {
      await leesTraject(db, trajectId);
      const [rij] = await db.query<{ weigering: 'onbekend' | 'al-opgelost' | null }[]>(
        'SELECT los_adresprobleem_op($1, $2) AS weigering',
        [trajectId, probleemId],
      );
      if (rij?.weigering === 'onbekend')
        throw notFound('Dit probleem met een adres is er niet. Kijk bij het traject wat er speelt.');
      if (rij?.weigering === 'al-opgelost')
        throw refused('al-opgelost', 'Dit probleem is al opgelost. U hoeft niets meer te doen.');
      await schrijfAudit(db, {
        handeling: 'adresprobleem-oplossen',
        onderwerp: `traject/${trajectId}`,
        reden,
        inhoud: { adresprobleemId: probleemId },
        request,
      });
      return this.problemen(db, trajectId);
    });
  }

  private async detail(db: Db, trajectId: string, berichtId: string): Promise<BerichtDetail> {
    const traject = await leesTraject(db, trajectId);
    const gelezen = await leesBericht(db, trajectId, berichtId);
    const sjabloon = await this.sjablonen.lees(traject.sjabloon_sleutel, traject.sjabloon_versie, db);
    const { keyring } = this.settings;
    const begeleiding = await leesBegeleiding(db, keyring, traject);
    return alsDetail(gelezen, traject, { titels: new Titels(sjabloon), keyring, begeleiding });
  }

  private async problemen(db: Db, trajectId: string): Promise<AdresprobleemLijst> {
    await leesTraject(db, trajectId);
    const rijen = await leesAdresproblemen(db, trajectId);
    return {
      items: rijen.map((rij) => alsAdresprobleem(rij, this.settings.keyring)),
      post: {
        adresproblemen: rijen.filter(({ opgelost_op: op }) => op === null).length,
        ...(await telPost(db, trajectId)),
      },
    };
  }
}
