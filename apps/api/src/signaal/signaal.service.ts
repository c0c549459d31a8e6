import { Injectable } from '@nestjs/common';
import type { Signaal, SignaalBesluit, SignaalLijst } from '@maatwerktraject/contracts';
import type { Signaalsoort } from '@maatwerktraject/domain';
import { leesCohort } from '../cohort/cohort.query.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { notFound } from '../http/problem.js';
import { SjabloonService } from '../sjabloon/sjabloon.service.js';
import { titelsVan } from '../traject/invoer.query.js';
import { besluit, leesSignaal, leesSignalen, type SignaalRij } from './signaal.query.js';

const WAT: Readonly<Record<Signaalsoort, (aantal: number) => string>> = {
  'geen-antwoord': (aantal) => `${String(aantal)} herinneringen zonder antwoord.`,
  'stap-over-venster': (aantal) => `de stap duurt ${String(aantal)} werkdagen langer dan gepland.`,
  'check-in-gemist': (aantal) => `het gesprek ging ${String(aantal)} keer niet door.`,
  'adres-kwijt': () => 'mail komt niet aan.',
  'geen-bestuurscontact': () => 'er is geen contact met het bestuur.',
};

/** Signs that a traject may be stuck. The process gives them; whether they are right is for the adviseur to say. */
@Injectable()
export class SignaalService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sjablonen: SjabloonService,
  ) {}

  lijst(cohortId: string): Promise<SignaalLijst> {
    return this.database.read(async (db) => {
      await leesCohort(db, cohortId);
      const items: Signaal[] = [];
      for (const rij of await leesSignalen(db, cohortId)) items.push(await this.alsSignaal(db, rij));
      return { items };
    });
  }

  /** What the adviseur makes of it; who thinks otherwise later says so again, and the log keeps both. */
  besluit(id: string, invoer: SignaalBesluit): Promise<Signaal> {
    return this.database.transaction(async (db) => {
      await this.vind(db, id);
      await besluit(db, id, invoer);
      return this.alsSignaal(db, await this.vind(db, id));
    });
  }

  private async vind(db: Db, id: string): Promise<SignaalRij> {
    const rij = await leesSignaal(db, id);
    if (!rij) throw notFound('Dit signaal bestaat niet. Kijk in de lijst met signalen van het cohort.');
    return rij;
  }

  private async alsSignaal(db: Db, rij: SignaalRij): Promise<Signaal> {
    const sjabloon = await this.sjablonen.lees(rij.sjabloon_sleutel, rij.sjabloon_versie, db);
    const titels = await titelsVan(db, rij.traject_id, sjabloon);
    return {
      id: rij.id,
      trajectId: rij.traject_id,
      gemeente: { code: rij.code, naam: rij.naam },
      soort: rij.soort,
      zin: `${titels.onderwerp(rij.stap, rij.onderwerp)}: ${WAT[rij.soort](rij.aantal)}`,
      oorzaken: rij.oorzaken,
      op: rij.op.toISOString(),
      status: rij.status,
      besluit: rij.besluit_op && {
        oorzaken: rij.besluit_oorzaken ?? [],
        toelichting: rij.toelichting ?? '',
        op: rij.besluit_op.toISOString(),
      },
    };
  }
}
