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
import { inhoudVan, taakRegel } from './taak.mapper.js';
import { leesMogelijkheden, type Mogelijkheden } from './taak.mogelijkheden.js';
import {
  bewaarConcept,
  leesConcept,
  leesInhoud,
  leesTaak,
  leesTerugsturing,
  type ConceptRij,
  type TaakRij,
  type TerugsturingRij,
} from './taak.query.js';

type Wie = Pick<Aangemelde, 'rol' | 'accountId'>;

/** A taak is done by those who get the mail about it: its niveau, or the hoofdcontact when nobody is on that. */
async function magInvullen(db: Db, taak: TaakRij, { rol }: Pick<Wie, 'rol'>): Promise<boolean> {
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

const isIngediend = ({ status }: TaakRij): boolean => status === 'ingediend' || status === 'wacht-op-akkoord';

/**
 * What is filled in so far of a taak that can be filled in. One that was sent back begins with what was handed in, until
 * somebody has changed that.
 */
async function leesBegin(
  db: Db,
  taak: TaakRij,
): Promise<{ concept: ConceptRij | undefined; terugsturing: TerugsturingRij | undefined }> {
  if (isIngediend(taak)) return { concept: undefined, terugsturing: undefined };
  const concept = await leesConcept(db, taak.id);
  const { invoer_id: invoerId, teruggestuurd_invoer_id: terugId } = taak;
  const terugsturing = terugId === null ? undefined : await leesTerugsturing(db, terugId);
  if (!terugsturing || invoerId === null || (concept && concept.bewaard_op > terugsturing.created_at))
    return { concept, terugsturing };
  const inhoud = await leesInhoud(db, invoerId);
  const begin = inhoud && { inhoud, versie: concept?.versie ?? 0, bewaard_op: terugsturing.created_at };
  return { concept: begin ?? concept, terugsturing };
}

interface Stand {
  readonly concept: ConceptRij | undefined;
  readonly ingediend: Record<string, unknown> | undefined;
  readonly terugsturing: TerugsturingRij | undefined;
  readonly mogelijkheden: Mogelijkheden;
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
      const { taak, traject } = gelezen;
      const ingediend = taak.invoer_id === null ? undefined : await leesInhoud(db, taak.invoer_id);
      const { concept, terugsturing } = await leesBegin(db, taak);
      const mogelijkheden = await leesMogelijkheden(db, taak, traject, wie.rol);
      return this.alsTaak(gelezen, { concept, ingediend, terugsturing, mogelijkheden });
    });
  }

  private alsTaak(
    { taak, traject, sjabloon, mag }: Gelezen,
    { concept, ingediend, terugsturing, mogelijkheden }: Stand,
  ): Taak {
    const inhoud = inhoudVan(sjabloon, taak);
    return {
      ...taakRegel(taak, inhoud.taak, nuVan(traject, Date.now()), traject.status === 'lopend'),
      ...mogelijkheden,
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
      teruggestuurd:
        terugsturing && taak.status === 'open' && taak.teruggestuurd_op
          ? {
              op: taak.teruggestuurd_op.toISOString(),
              toelichting: terugsturing.toelichting,
              door: terugsturing.door,
            }
          : null,
      inzending:
        ingediend && taak.ingediend_op
          ? { inhoud: ingediend, ingediendOp: taak.ingediend_op.toISOString() }
          : null,
    };
  }

  /** What is filled in so far; version 0 when that is nothing. */
  async leesConcept(id: string): Promise<Concept> {
    const taak = await this.database.read((db) => leesTaak(db, id));
    if (isIngediend(taak))
      throw notFound('Deze taak is al ingediend. Kijk bij de taak zelf wat er is ingevuld.');
    const { concept } = await this.database.read((db) => leesBegin(db, taak));
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
      weigerFouten(controleerConcept(inhoudVan(sjabloon, taak).taak.velden, inhoud));
      if (isIngediend(taak))
        throw refused('taak-al-ingediend', 'Deze taak is al ingediend. U hoeft niets meer te doen.');
      if (taak.status === 'vervallen')
        throw refused('taak-niet-open', 'Deze taak is vervallen. U hoeft haar niet meer te doen.');
      const bewaard = await bewaarConcept(db, id, inhoud, versie);
      if (!bewaard) throw await this.anderConcept(db, id, inhoud);
      return { versie: bewaard.versie, bewaardOp: bewaard.bewaard_op.toISOString() };
    });
  }

  /** Both drafts, so that nobody has to guess what is lost. */
  private async anderConcept(db: Db, id: string, inhoud: ConceptInvoer['inhoud']): Promise<ProblemException> {
    const er = await leesConcept(db, id);
    return otherVersion({
      gestuurd: { inhoud },
      bewaard: {
        inhoud: er?.inhoud ?? {},
        versie: er?.versie ?? 0,
        bewaardOp: er?.bewaard_op.toISOString() ?? null,
      },
    });
  }

  async dienIn(id: string, { inhoud }: Inzending, wie: Wie, kenmerk: string): Promise<Uitgevoerd> {
    const gelezen = await this.database.read((db) => this.metTraject(db, id, wie));
    weigerAnder(gelezen);
    const { taak, traject, sjabloon } = gelezen;
    const tekst = { trajectId: traject.id, soort: 'antwoord', onderwerp: id, inhoud } as const;
    const invoerId = invoerIdVan(kenmerk, tekst);
    if (taak.invoer_id === invoerId) return { nieuw: false };
    weigerFouten(controleerAntwoord(inhoudVan(sjabloon, taak).taak.velden, inhoud));
    const door = wie.rol === 'adviseur' ? 'adviseur' : 'gemeente';
    const commando = {
      soort: 'dien-taak-in',
      taak: `${taak.taak}.${taak.uitvoerder}`,
      invoerId,
      wie: wie.accountId,
    } as const;
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
