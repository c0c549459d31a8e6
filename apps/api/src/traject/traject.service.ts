import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  BerichtPagina,
  GebeurtenisPagina,
  Rol,
  Traject,
  TrajectPagina,
  TrajectVraag,
} from '@maatwerktraject/contracts';
import { DataSource } from 'typeorm';
import { nuVan } from '../cohort/klok.js';
import { pagina, type Paginavraag } from '../http/pagina.js';
import { SjabloonService } from '../sjabloon/sjabloon.service.js';
import { leesTaken } from '../taak/taak.query.js';
import { leesBerichten } from './bericht.query.js';
import { leesGebeurtenissen } from './gebeurtenis.query.js';
import { geplandeDelen, type TrajectDelen } from './traject.gepland.js';
import { alsTraject } from './traject.mapper.js';
import { leesCheckIns, leesPersonen, leesStappen, leesTraject, zoekTrajecten } from './traject.query.js';

@Injectable()
export class TrajectService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sjablonen: SjabloonService,
  ) {}

  async lijst(vraag: TrajectVraag): Promise<TrajectPagina> {
    const [items, totaal] = await zoekTrajecten(this.database, vraag, Date.now());
    return pagina(items, totaal, vraag);
  }

  async lees(id: string, rol: Rol): Promise<Traject> {
    const rij = await leesTraject(this.database, id);
    const sjabloon = await this.sjablonen.lees(rij.sjabloon_sleutel, rij.sjabloon_versie);
    const stappen = await leesStappen(this.database, id);
    const delen: TrajectDelen =
      stappen.length === 0
        ? geplandeDelen(id, sjabloon, rij.startdatum)
        : {
            stappen,
            taken: await leesTaken(this.database, id),
            checkIns: await leesCheckIns(this.database, id),
          };
    const personen = await leesPersonen(this.database, id);
    return alsTraject({ ...delen, rij, personen, sjabloon, nu: nuVan(rij, Date.now()) }, rol);
  }

  async gebeurtenissen(id: string, vraag: Paginavraag): Promise<GebeurtenisPagina> {
    const rij = await leesTraject(this.database, id);
    const sjabloon = await this.sjablonen.lees(rij.sjabloon_sleutel, rij.sjabloon_versie);
    const [items, totaal] = await leesGebeurtenissen(this.database, rij, sjabloon, vraag);
    return pagina(items, totaal, vraag);
  }

  async berichten(id: string, vraag: Paginavraag): Promise<BerichtPagina> {
    const rij = await leesTraject(this.database, id);
    const sjabloon = await this.sjablonen.lees(rij.sjabloon_sleutel, rij.sjabloon_versie);
    const [items, totaal] = await leesBerichten(this.database, rij, sjabloon, vraag);
    return pagina(items, totaal, vraag);
  }
}
