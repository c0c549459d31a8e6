import { Inject, Injectable } from '@nestjs/common';
import type {
  ContactWijziging,
  NieuwContact,
  TrajectContact,
  VervangingInvoer,
} from '@maatwerktraject/contracts';
import { verzegel } from '@maatwerktraject/database';
import type { Handeling } from '@maatwerktraject/domain';
import type { Request } from 'express';
import { schrijfAudit } from '../audit/audit.query.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { derivedId } from '../http/derived-id.js';
import { SETTINGS, type Settings } from '../settings.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { accountMet, leesContacten, vraagWijziging, type Uitslag } from './contactpersoon.query.js';
import { weigerTenzijGedaan } from './weigering.js';

/** Who changes what: the traject, the contactpersoon, and the request of which a line is kept. */
export interface Wijziging {
  readonly trajectId: string;
  readonly contactpersoonId: string;
  readonly wie: Aangemelde;
  readonly request: Request;
}

/** The people of a traject, while it runs as well. Who may change whom is decided in the database. */
@Injectable()
export class ContactpersoonService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Who is new is mailed, once the cohort runs. Again with the same key gives who is there. */
  voegToe(
    trajectId: string,
    { naam, email, niveau }: NieuwContact,
    kenmerk: string,
    wie: Aangemelde,
    request: Request,
  ): Promise<TrajectContact> {
    const { keyring } = this.settings;
    const contactpersoonId = derivedId(`contactpersoon:${trajectId}:${kenmerk}`);
    const wijziging = { trajectId, contactpersoonId, wie, request };
    return this.voer(wijziging, 'contactpersoon-toevoegen', { niveau }, (db) =>
      vraagWijziging(db, 'voeg_contactpersoon_toe($1, $2, $3, $4, $5, account_bij($6, $7, $8))', [
        trajectId,
        contactpersoonId,
        verzegel(keyring, 'contactpersoon.naam', naam),
        verzegel(keyring, 'contactpersoon.email', email),
        niveau,
        ...accountMet(keyring, naam, email),
      ]),
    );
  }

  wijzig(wijziging: Wijziging, invoer: ContactWijziging): Promise<TrajectContact> {
    const { keyring } = this.settings;
    const { trajectId, contactpersoonId } = wijziging;
    const { naam, email, ...rest } = invoer;
    const inhoud = {
      velden: Object.keys(invoer),
      ...(rest.vertrektOp === undefined ? {} : { vertrektOp: rest.vertrektOp }),
    };
    return this.voer(wijziging, 'contactpersoon-wijzigen', inhoud, async (db) => {
      const nieuw = {
        ...rest,
        ...(naam === undefined ? {} : { naam: verzegel(keyring, 'contactpersoon.naam', naam) }),
        ...(email === undefined ? {} : await this.adres(db, wijziging, email, naam)),
      };
      return vraagWijziging(db, 'wijzig_contactpersoon($1, $2, $3)', [
        trajectId,
        contactpersoonId,
        JSON.stringify(nieuw),
      ]);
    });
  }

  draagOver(wijziging: Wijziging): Promise<TrajectContact> {
    return this.voer(wijziging, 'hoofdcontact-overdragen', {}, (db) =>
      vraagWijziging(db, 'draag_hoofdcontact_over($1, $2)', [
        wijziging.trajectId,
        wijziging.contactpersoonId,
      ]),
    );
  }

  vervang(wijziging: Wijziging, vervanging: VervangingInvoer): Promise<TrajectContact> {
    const { vervangerId, van, tot } = vervanging;
    return this.voer(wijziging, 'vervanger-aanwijzen', { vervangerId, van, tot }, (db) =>
      vraagWijziging(db, 'wijs_vervanger_aan($1, $2, $3, $4, $5)', [
        wijziging.trajectId,
        wijziging.contactpersoonId,
        vervangerId,
        van,
        tot,
      ]),
    );
  }

  async vervangNiet(wijziging: Wijziging): Promise<void> {
    await this.voer(wijziging, 'vervanger-weghalen', {}, (db) =>
      vraagWijziging(db, 'wijs_vervanger_aan($1, $2, NULL, NULL, NULL)', [
        wijziging.trajectId,
        wijziging.contactpersoonId,
      ]),
    );
  }

  /** Another address is the account of that address, which is made when nobody has it yet. */
  private async adres(
    db: Db,
    { trajectId, contactpersoonId, wie }: Wijziging,
    email: string,
    naam: string | undefined,
  ): Promise<{ email?: string; account?: string }> {
    const { keyring } = this.settings;
    // Nobody but an adviseur gets further than this: no account is made on his word.
    if (wie.rol !== 'adviseur') return { email: '' };
    const personen = await leesContacten(db, trajectId, keyring, wie.rol);
    const persoon = personen.find(({ id }) => id === contactpersoonId);
    if (!persoon) return {};
    const [rij] = await db.query<{ id: string }[]>(
      'SELECT account_bij($1, $2, $3) AS id',
      accountMet(keyring, naam ?? persoon.naam, email),
    );
    if (!rij) throw new Error('no account came of it');
    return { email: verzegel(keyring, 'contactpersoon.email', email), account: rij.id };
  }

  /** Carries a change out with its line in the log, and gives who it is about as he is then. */
  private voer(
    { trajectId, contactpersoonId, wie, request }: Wijziging,
    handeling: Handeling,
    inhoud: Readonly<Record<string, unknown>>,
    work: (db: Db) => Promise<Uitslag>,
  ): Promise<TrajectContact> {
    return this.database.transaction(async (db) => {
      weigerTenzijGedaan(await work(db));
      await schrijfAudit(db, {
        handeling,
        onderwerp: `traject/${trajectId}`,
        inhoud: { contactpersoonId, ...inhoud },
        request,
      });
      const personen = await leesContacten(db, trajectId, this.settings.keyring, wie.rol);
      const persoon = personen.find(({ id }) => id === contactpersoonId);
      if (!persoon) throw new Error('the contactpersoon is missing');
      return persoon;
    });
  }
}
