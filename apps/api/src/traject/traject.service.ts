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
import { berichtRegel, leesBerichten, plaatsVanBericht } from './bericht.query.js';
import { gebeurtenisRegel, leesGebeurtenissen, plaatsVanGebeurtenis } from './gebeurtenis.query.js';
import { Titels } from './onderwerp.js';
import { geplandeDelen, type TrajectDelen } from './traject.gepland.js';
import { alsTraject } from './traject.mapper.js';
import {
  leesCheckIns,
  leesPersonen,
  leesStappen,
  leesTraject,
  plaatsVanTraject,
  zoekTrajecten,
} from './traject.query.js';

@Injectable()
export class TrajectService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sjablonen: SjabloonService,
  ) {}

  async lijst(vraag: TrajectVraag): Promise<TrajectPagina> {
    const gelezen = await zoekTrajecten(this.database, vraag, Date.now());
    return pagina(gelezen, vraag, plaatsVanTraject, (regel) => regel);
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
    const gelezen = await leesGebeurtenissen(this.database, rij, vraag);
    return pagina(gelezen, vraag, plaatsVanGebeurtenis, gebeurtenisRegel(new Titels(sjabloon)));
  }

  async berichten(id: string, vraag: Paginavraag): Promise<BerichtPagina> {
    const rij = await leesTraject(this.database, id);
    const sjabloon = await this.sjablonen.lees(rij.sjabloon_sleutel, rij.sjabloon_versie);
    const gelezen = await leesBerichten(this.database, rij, vraag);
    const titels = new Titels(sjabloon);
    return pagina(gelezen, vraag, plaatsVanBericht, (bericht) => berichtRegel(bericht, titels));
  }
}
