import { Injectable } from '@nestjs/common';
import type {
  Concept,
  ConceptBewaard,
  ConceptInvoer,
  Inzending,
  Taak,
  Uitgevoerd,
} from '@maatwerktraject/contracts';
import {
  controleerAntwoord,
  controleerConcept,
  type AntwoordFout,
  type Sjabloon,
} from '@maatwerktraject/domain';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { nuVan } from '../cohort/klok.js';
import { otherVersion } from '../http/if-match.decorator.js';
import { invalid, notFound, ProblemException, refused } from '../http/problem.js';
import { SjabloonService } from '../sjabloon/sjabloon.service.js';
import { invoerIdVan } from '../traject/invoer.query.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { TrajectOpdrachtService } from '../traject/traject.opdracht.service.js';
import { leesTraject, type TrajectRij } from '../traject/traject.query.js';
import { taakRegel, uitSjabloon } from './taak.mapper.js';
import {
  bewaarConcept,
  leesConcept,
  leesInhoud,
  leesTaak,
  type ConceptRij,
  type TaakRij,
} from './taak.query.js';

type Wie = Pick<Aangemelde, 'rol'>;

/** A taak is done by those who get the mail about it: its niveau, or the hoofdcontact when nobody is on that. */
async function magInvullen(db: Db, taak: TaakRij, { rol }: Wie): Promise<boolean> {
  if (rol === 'adviseur') return taak.uitvoerder === 'adviseur';
  const [rij] = await db.query<{ mag: boolean }[]>('SELECT doet_taak($1, $2) AS mag', [
    taak.traject_id,
    taak.uitvoerder,
  ]);
  return rij?.mag ?? false;
}

function weigerAnder({ taak, mag }: Gelezen): void {
  if (mag) return;
  const van =
    taak.uitvoerder === 'adviseur' ? 'de adviseur' : `het niveau ${taak.uitvoerder} van de gemeente`;
  throw new ProblemException(403, `Deze taak is voor ${van}. U kunt haar alleen bekijken.`, {
    code: 'andere-uitvoerder',
  });
}

interface Gelezen {
  readonly taak: TaakRij;
  readonly traject: TrajectRij;
  readonly sjabloon: Sjabloon;
  readonly mag: boolean;
}

function weigerFouten(fouten: readonly AntwoordFout[]): void {
  if (fouten.length > 0) throw invalid(fouten.map(({ pad, zin }) => ({ pad: `inhoud.${pad}`, zin })));
}

@Injectable()
export class TaakService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sjablonen: SjabloonService,
    private readonly opdrachten: TrajectOpdrachtService,
  ) {}

  lees(id: string, wie: Wie): Promise<Taak> {
    return this.database.read(async (db) => {
      const gelezen = await this.metTraject(db, id, wie);
      const { taak } = gelezen;
      const concept = taak.status === 'ingediend' ? undefined : await leesConcept(db, id);
      const ingediend = taak.invoer_id === null ? undefined : await leesInhoud(db, taak.invoer_id);
      return this.alsTaak(gelezen, concept, ingediend);
    });
  }

  private alsTaak(
    { taak, traject, sjabloon, mag }: Gelezen,
    concept: ConceptRij | undefined,
    ingediend: Record<string, unknown> | undefined,
  ): Taak {
    const inhoud = uitSjabloon(sjabloon, taak.stap, taak.taak);
    return {
      ...taakRegel(taak, inhoud.taak, nuVan(traject, Date.now())),
      trajectId: traject.id,
      magInvullen: mag,
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
        ingediend && taak.ingediend_op
          ? { inhoud: ingediend, ingediendOp: taak.ingediend_op.toISOString() }
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
  bewaar(
    id: string,
    { inhoud, versie }: ConceptInvoer & { versie: number },
    wie: Wie,
  ): Promise<ConceptBewaard> {
    return this.database.transaction(async (db) => {
      const gelezen = await this.metTraject(db, id, wie);
      weigerAnder(gelezen);
      const { taak, sjabloon } = gelezen;
      weigerFouten(controleerConcept(uitSjabloon(sjabloon, taak.stap, taak.taak).taak.velden, inhoud));
      if (taak.status === 'ingediend')
        throw refused('taak-al-ingediend', 'Deze taak is al ingediend. U hoeft niets meer te doen.');
      const bewaard = await bewaarConcept(db, id, inhoud, versie);
      if (!bewaard) throw otherVersion();
      return { versie: bewaard.versie, bewaardOp: bewaard.bewaard_op.toISOString() };
    });
  }

  async dienIn(id: string, { inhoud }: Inzending, wie: Wie, kenmerk: string): Promise<Uitgevoerd> {
    const gelezen = await this.database.read((db) => this.metTraject(db, id, wie));
    weigerAnder(gelezen);
    const { taak, traject, sjabloon } = gelezen;
    const tekst = { trajectId: traject.id, soort: 'antwoord', onderwerp: id, inhoud } as const;
    const invoerId = invoerIdVan(kenmerk, tekst);
    if (taak.invoer_id === invoerId) return { nieuw: false };
    weigerFouten(controleerAntwoord(uitSjabloon(sjabloon, taak.stap, taak.taak).taak.velden, inhoud));
    const door = wie.rol === 'adviseur' ? 'adviseur' : 'gemeente';
    const commando = { soort: 'dien-taak-in', taak: `${taak.taak}.${taak.uitvoerder}`, invoerId } as const;
    return this.opdrachten.vraagMetTekst({ traject, commando, door, kenmerk }, invoerId, {
      ...tekst,
      door,
    });
  }

  private async metTraject(db: Db, id: string, wie: Wie): Promise<Gelezen> {
    const taak = await leesTaak(db, id);
    const traject = await leesTraject(db, taak.traject_id);
    return {
      taak,
      traject,
      mag: await magInvullen(db, taak, wie),
      sjabloon: await this.sjablonen.vanTraject(traject, db),
    };
  }
}
