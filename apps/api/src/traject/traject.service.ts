import { Inject, Injectable } from '@nestjs/common';
import type {
  BerichtPagina,
  BerichtVraag,
  GebeurtenisPagina,
  Traject,
  TrajectPagina,
  TrajectVraag,
} from '@maatwerktraject/contracts';
import type { Sjabloon } from '@maatwerktraject/domain';
import { adviseurVanTraject } from '../begeleiding/begeleider.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { leesContacten } from '../contactpersoon/contactpersoon.query.js';
import { kalenderVan, nuVan } from '../cohort/klok.js';
import { pagina, type Paginavraag } from '../http/pagina.js';
import { SETTINGS, type Settings } from '../settings.js';
import { SjabloonService } from '../sjabloon/sjabloon.service.js';
import { leesEigenUitvoerders } from '../taak/eigen.query.js';
import { leesTaken } from '../taak/taak.query.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { leesBegeleiding } from './begeleiding.query.js';
import { berichtRegel, leesBerichten, plaatsVanBericht } from './bericht.query.js';
import { gebeurtenisRegel, leesGebeurtenissen, plaatsVanGebeurtenis } from './gebeurtenis.query.js';
import { titelsVan } from './invoer.query.js';
import { geplandeDelen, type TrajectDelen } from './traject.gepland.js';
import { alsTraject } from './traject.mapper.js';
import {
  leesCheckIns,
  leesStappen,
  leesTraject,
  plaatsVanTraject,
  zoekTrajecten,
  type TrajectRij,
} from './traject.query.js';

@Injectable()
export class TrajectService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sjablonen: SjabloonService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  lijst(vraag: TrajectVraag): Promise<TrajectPagina> {
    return this.database.read(async (db) => {
      const gelezen = await zoekTrajecten(db, vraag, Date.now());
      return pagina(gelezen, vraag, plaatsVanTraject, (regel) => regel);
    });
  }

  lees(id: string, { rol }: Pick<Aangemelde, 'rol'>): Promise<Traject> {
    const { keyring } = this.settings;
    return this.metTraject(id, async (db, rij, sjabloon) => {
      const [stappen, taken, checkIns, personen, eigenUitvoerders] = await Promise.all([
        leesStappen(db, id),
        leesTaken(db, id),
        leesCheckIns(db, id),
        leesContacten(db, id, keyring, rol),
        leesEigenUitvoerders(db, id, rol),
      ]);
      const delen: TrajectDelen =
        stappen.length === 0
          ? geplandeDelen(id, sjabloon, rij.startdatum, kalenderVan(rij))
          : { stappen, taken, checkIns };
      const adviseur = adviseurVanTraject(keyring, rij);
      const nu = nuVan(rij, Date.now());
      return alsTraject({ ...delen, rij, personen, eigenUitvoerders, adviseur, sjabloon, nu }, rol);
    });
  }

  gebeurtenissen(id: string, vraag: Paginavraag): Promise<GebeurtenisPagina> {
    return this.metTraject(id, async (db, rij, sjabloon) =>
      pagina(
        await leesGebeurtenissen(db, rij, vraag),
        vraag,
        plaatsVanGebeurtenis,
        gebeurtenisRegel(await titelsVan(db, id, sjabloon)),
      ),
    );
  }

  berichten(id: string, vraag: BerichtVraag): Promise<BerichtPagina> {
    return this.metTraject(id, async (db, rij, sjabloon) => {
      const gelezen = await leesBerichten(db, rij, vraag);
      const titels = await titelsVan(db, id, sjabloon);
      const { keyring } = this.settings;
      const begeleiding = await leesBegeleiding(db, keyring, rij);
      return pagina(gelezen, vraag, plaatsVanBericht, (bericht) =>
        berichtRegel(bericht, titels, keyring, begeleiding),
      );
    });
  }

  private metTraject<T>(
    id: string,
    work: (db: Db, rij: TrajectRij, sjabloon: Sjabloon) => Promise<T>,
  ): Promise<T> {
    return this.database.read(async (db) => {
      const rij = await leesTraject(db, id);
      return work(db, rij, await this.sjablonen.lees(rij.sjabloon_sleutel, rij.sjabloon_versie, db));
    });
  }
}
