import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  Concept,
  ConceptBewaard,
  ConceptInvoer,
  Inzending,
  Rol,
  Taak,
  Uitgevoerd,
} from '@maatwerktraject/contracts';
import {
  controleerAntwoord,
  controleerConcept,
  type AntwoordFout,
  type Sjabloon,
} from '@maatwerktraject/domain';
import { DataSource } from 'typeorm';
import { nuVan } from '../cohort/klok.js';
import { otherVersion } from '../http/if-match.decorator.js';
import { invalid, notFound, ProblemException, refused } from '../http/problem.js';
import { SjabloonService } from '../sjabloon/sjabloon.service.js';
import { invoerIdVan } from '../traject/invoer.query.js';
import { TrajectOpdrachtService } from '../traject/traject.opdracht.service.js';
import { leesTraject, type TrajectRij } from '../traject/traject.query.js';
import { taakRegel, uitSjabloon } from './taak.mapper.js';
import { bewaarConcept, leesConcept, leesInhoud, leesTaak, type TaakRij } from './taak.query.js';

/** One's own taken: an adviseur does those of the adviseur, a gemeente all others. */
function weigerAnder(taak: TaakRij, rol: Rol): void {
  if ((taak.uitvoerder === 'adviseur') === (rol === 'adviseur')) return;
  throw new ProblemException(
    403,
    rol === 'adviseur'
      ? 'Deze taak is van de gemeente. U kunt haar alleen bekijken.'
      : 'Deze taak is van de adviseur. U kunt haar alleen bekijken.',
  );
}

function weigerFouten(fouten: readonly AntwoordFout[]): void {
  if (fouten.length > 0) throw invalid(fouten.map(({ pad, zin }) => ({ pad: `inhoud.${pad}`, zin })));
}

@Injectable()
export class TaakService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sjablonen: SjabloonService,
    private readonly opdrachten: TrajectOpdrachtService,
  ) {}

  async lees(id: string): Promise<Taak> {
    const { taak, traject, sjabloon } = await this.metTraject(id);
    const inhoud = uitSjabloon(sjabloon, taak.stap, taak.taak);
    const concept = taak.status === 'ingediend' ? undefined : await leesConcept(this.database, id);
    return {
      ...taakRegel(taak, inhoud.taak, nuVan(traject, Date.now())),
      trajectId: traject.id,
      oefen: traject.oefen,
      gemeente: { code: traject.code, naam: traject.gemeente },
      stapTitel: inhoud.stap.titel,
      uitleg: inhoud.taak.uitleg,
      // The fields of a sjabloon are data, read only; the contract's lists are plain ones.
      velden: structuredClone(inhoud.taak.velden) as Taak['velden'],
      concept: concept
        ? { inhoud: concept.inhoud, versie: concept.versie, bewaardOp: concept.bewaard_op.toISOString() }
        : null,
      inzending:
        taak.invoer_id !== null && taak.ingediend_op !== null
          ? {
              inhoud: await leesInhoud(this.database, taak.invoer_id),
              ingediendOp: taak.ingediend_op.toISOString(),
            }
          : null,
    };
  }

  /** What is filled in so far; version 0 when that is nothing. */
  async leesConcept(id: string): Promise<Concept> {
    const { status } = await leesTaak(this.database, id);
    if (status === 'ingediend')
      throw notFound('Deze taak is al ingediend. Kijk bij de taak zelf wat er is ingevuld.');
    const concept = await leesConcept(this.database, id);
    return {
      inhoud: concept?.inhoud ?? {},
      versie: concept?.versie ?? 0,
      bewaardOp: concept?.bewaard_op.toISOString() ?? null,
    };
  }

  /** Keeps what is filled in so far, when nobody else did so since version `versie`. */
  async bewaar(
    id: string,
    { inhoud, versie }: ConceptInvoer & { versie: number },
    rol: Rol,
  ): Promise<ConceptBewaard> {
    const { taak, sjabloon } = await this.metTraject(id);
    weigerAnder(taak, rol);
    weigerFouten(controleerConcept(uitSjabloon(sjabloon, taak.stap, taak.taak).taak.velden, inhoud));
    return this.database.transaction(async (db) => {
      const { status } = await leesTaak(db, id, 'FOR SHARE');
      if (status === 'ingediend')
        throw refused('taak-al-ingediend', 'Deze taak is al ingediend. U hoeft niets meer te doen.');
      const bewaard = await bewaarConcept(db, id, inhoud, versie);
      if (!bewaard) throw otherVersion();
      return { versie: bewaard.versie, bewaardOp: bewaard.bewaard_op.toISOString() };
    });
  }

  async dienIn(id: string, { inhoud }: Inzending, rol: Rol, kenmerk: string): Promise<Uitgevoerd> {
    const { taak, traject, sjabloon } = await this.metTraject(id);
    weigerAnder(taak, rol);
    const tekst = { trajectId: traject.id, soort: 'antwoord', onderwerp: id, inhoud } as const;
    const invoerId = invoerIdVan(kenmerk, tekst);
    if (taak.invoer_id === invoerId) return { nieuw: false };
    weigerFouten(controleerAntwoord(uitSjabloon(sjabloon, taak.stap, taak.taak).taak.velden, inhoud));
    const door = rol === 'adviseur' ? 'adviseur' : 'gemeente';
    const commando = { soort: 'dien-taak-in', taak: `${taak.taak}.${taak.uitvoerder}`, invoerId } as const;
    return this.opdrachten.vraagMetTekst({ traject, commando, door, kenmerk }, invoerId, {
      ...tekst,
      door,
    });
  }

  private async metTraject(id: string): Promise<{ taak: TaakRij; traject: TrajectRij; sjabloon: Sjabloon }> {
    const taak = await leesTaak(this.database, id);
    const traject = await leesTraject(this.database, taak.traject_id);
    return {
      taak,
      traject,
      sjabloon: await this.sjablonen.lees(traject.sjabloon_sleutel, traject.sjabloon_versie),
    };
  }
}
