import { Injectable } from '@nestjs/common';
import type { CheckInVerslag, Uitgevoerd, UitkomstInvoer } from '@maatwerktraject/contracts';
import { weigerInStatus, type Actor, type TrajectCommando } from '@maatwerktraject/domain';
import type { TrajectInvoer } from '@maatwerktraject/messages';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { derivedId } from '../http/derived-id.js';
import { notFound, refused, unavailable } from '../http/problem.js';
import { ProcesService } from '../temporal/proces.service.js';
import { bewaarInvoer, invoerIdVan, type NieuweInvoer } from './invoer.query.js';
import { leesCheckIns, leesStappen, leesTraject, type TrajectRij } from './traject.query.js';

export interface Opdracht {
  readonly traject: Pick<TrajectRij, 'id' | 'status'>;
  readonly commando: TrajectCommando;
  readonly door: Actor;
  readonly kenmerk: string;
  /** With what the process begins again, for what is asked of a traject that is over. */
  readonly herstart?: TrajectInvoer;
}

/** What people ask of a traject. Texts are kept in the database; the process hears only which row holds them. */
@Injectable()
export class TrajectOpdrachtService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly proces: ProcesService,
  ) {}

  async keurStapGoed(trajectId: string, stap: string, wie: string, kenmerk: string): Promise<Uitgevoerd> {
    const [traject, stappen] = await this.lees(trajectId, leesStappen);
    const rij = stappen.find(({ sleutel }) => sleutel === stap);
    if (traject.status === 'lopend' && !rij) throw notFound('Deze stap bestaat niet in dit traject.');
    // The last approval ends the process: asked again, there is nobody left to say that it was done.
    if (traject.status === 'afgerond' && rij) return { nieuw: false };
    const commando = { soort: 'keur-stap-goed', stap, wie } as const;
    return this.vraag({ traject, commando, door: 'adviseur', kenmerk });
  }

  async legCheckInVast(
    trajectId: string,
    checkIn: string,
    invoer: CheckInVerslag,
    kenmerk: string,
  ): Promise<Uitgevoerd> {
    const [traject, checkIns] = await this.lees(trajectId, leesCheckIns);
    const { gehouden, datum, verslag } = invoer;
    const tekst = { trajectId, soort: 'verslag', onderwerp: checkIn, inhoud: { verslag } } as const;
    const invoerId = invoerIdVan(kenmerk, tekst);
    const rij = checkIns.find(({ sleutel }) => sleutel === checkIn);
    if (traject.status !== 'gepland' && !rij) throw notFound('Dit gesprek bestaat niet in dit traject.');
    if (rij?.invoer_id === invoerId) return { nieuw: false };
    const commando = { soort: 'leg-check-in-vast', checkIn, gehouden, datum, invoerId } as const;
    return this.vraagMetTekst({ traject, commando, door: 'adviseur', kenmerk }, invoerId, {
      ...tekst,
      door: 'adviseur',
    });
  }

  async legUitkomstVast(
    trajectId: string,
    { klasse, toelichting }: UitkomstInvoer,
    kenmerk: string,
  ): Promise<Uitgevoerd> {
    const traject = await this.database.read((db) => leesTraject(db, trajectId));
    const tekst = {
      trajectId,
      soort: 'toelichting',
      onderwerp: 'uitkomst',
      inhoud: { toelichting },
    } as const;
    const invoerId = invoerIdVan(kenmerk, tekst);
    if (traject.uitkomst_invoer_id === invoerId) return { nieuw: false };
    const commando = { soort: 'leg-uitkomst-vast', klasse, invoerId } as const;
    return this.vraagMetTekst({ traject, commando, door: 'adviseur', kenmerk }, invoerId, {
      ...tekst,
      door: 'adviseur',
    });
  }

  /** Keeps the text first, so that the fact that names it never points at nothing. */
  async vraagMetTekst(opdracht: Opdracht, invoerId: string, invoer: NieuweInvoer): Promise<Uitgevoerd> {
    this.weigerBuitenProces(opdracht);
    await this.database.transaction((db) => bewaarInvoer(db, invoerId, invoer));
    return this.vraag(opdracht);
  }

  /** Asks the process itself; what it refuses comes out as a problem. */
  async vraag(opdracht: Opdracht): Promise<Uitgevoerd> {
    this.weigerBuitenProces(opdracht);
    const { traject, commando, door, kenmerk, herstart } = opdracht;
    // The same key for another command is another request, and is judged as one.
    const verzoekId = derivedId(`verzoek:${kenmerk}:${JSON.stringify(commando)}`);
    const verzoek = { verzoekId, door, commando };
    const antwoord = herstart
      ? await this.proces.herstartTraject(herstart, verzoek)
      : await this.proces.vraagTraject(traject.id, verzoek);
    if (antwoord) return { nieuw: antwoord.nieuw };
    // It ended while we asked, or it is about to start.
    this.weigerBuitenProces({
      ...opdracht,
      traject: await this.database.read((db) => leesTraject(db, traject.id)),
    });
    throw unavailable('Het proces');
  }

  /** The traject with some of its rows, read together. */
  private lees<T>(
    trajectId: string,
    leesRijen: (db: Db, trajectId: string) => Promise<T>,
  ): Promise<[TrajectRij, T]> {
    return this.database.read(async (db) => [
      await leesTraject(db, trajectId),
      await leesRijen(db, trajectId),
    ]);
  }

  /** Before its start and after its end there is no process to ask; else it decides, as it knows what was asked before. */
  private weigerBuitenProces({ traject: { status }, commando }: Opdracht): void {
    if (status === 'lopend' || status === 'gepauzeerd') return;
    const weigering = weigerInStatus(status, commando);
    if (weigering) throw refused(weigering.code, weigering.zin);
  }
}
