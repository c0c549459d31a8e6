import { Injectable } from '@nestjs/common';
import type { ExtraTaak, PauzeInvoer, Terugtrekking, Uitgevoerd } from '@maatwerktraject/contracts';
import { EXTRA_TAAK } from '@maatwerktraject/domain';
import { ScopedDatabase } from '../database/scoped.database.js';
import { derivedId } from '../http/derived-id.js';
import { notFound, refused } from '../http/problem.js';
import { leesHerstart } from './herstart.query.js';
import { invoerIdVan, isBewaard, type NieuweInvoer } from './invoer.query.js';
import { TrajectOpdrachtService } from './traject.opdracht.service.js';
import { leesStappen, leesTraject, type TrajectRij } from './traject.query.js';

const door = 'adviseur';

/** What an adviseur changes in a traject that runs, stands still or is over. */
@Injectable()
export class VeranderingService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly opdrachten: TrajectOpdrachtService,
  ) {}

  async pauzeer(id: string, { toelichting, tot }: PauzeInvoer, kenmerk: string): Promise<Uitgevoerd> {
    const traject = await this.lees(id);
    const tekst = this.toelichting(id, 'pauze', toelichting);
    const invoerId = invoerIdVan(kenmerk, tekst);
    const commando = { soort: 'pauzeer', tot, invoerId } as const;
    return this.opdrachten.vraagMetTekst({ traject, commando, door, kenmerk }, invoerId, tekst);
  }

  async hervat(id: string, kenmerk: string): Promise<Uitgevoerd> {
    const traject = await this.lees(id);
    return this.opdrachten.vraag({ traject, commando: { soort: 'hervat' }, door, kenmerk });
  }

  async trekTerug(id: string, { toelichting }: Terugtrekking, kenmerk: string): Promise<Uitgevoerd> {
    const traject = await this.lees(id);
    const tekst = this.toelichting(id, 'terugtrekking', toelichting);
    const invoerId = invoerIdVan(kenmerk, tekst);
    // It ends the process: asked again, there is nobody left to say that it was done.
    if (traject.status === 'teruggetrokken' && (await this.isBewaard(invoerId))) return { nieuw: false };
    const commando = { soort: 'trek-terug', invoerId } as const;
    return this.opdrachten.vraagMetTekst({ traject, commando, door, kenmerk }, invoerId, tekst);
  }

  /** The chain of a traject that is over has ended: it is started again where it was. */
  async heropen(id: string, kenmerk: string): Promise<Uitgevoerd> {
    const [traject, herstart] = await this.database.read(
      async (db) => [await leesTraject(db, id), await leesHerstart(db, id)] as const,
    );
    if (traject.afgesloten_op !== null)
      throw refused(
        'cohort-afgesloten',
        'Dit cohort is afgesloten. Een gemeente kan alleen verder in een nieuw cohort.',
      );
    const voorbij = traject.status === 'afgerond' || traject.status === 'teruggetrokken';
    if (voorbij && !herstart)
      throw refused(
        'te-oud',
        'Dit traject is te lang geleden geëindigd en kan niet meer verder. Voeg de gemeente toe aan een nieuw cohort.',
      );
    const opdracht = { traject, commando: { soort: 'heropen-traject' }, door, kenmerk } as const;
    return this.opdrachten.vraag(voorbij && herstart ? { ...opdracht, herstart } : opdracht);
  }

  async heropenStap(id: string, stap: string, kenmerk: string): Promise<Uitgevoerd> {
    const [traject, stappen] = await this.database.read(
      async (db) => [await leesTraject(db, id), await leesStappen(db, id)] as const,
    );
    if (traject.status !== 'gepland' && !stappen.some(({ sleutel }) => sleutel === stap))
      throw notFound('Deze stap bestaat niet in dit traject.');
    return this.opdrachten.vraag({ traject, commando: { soort: 'heropen-stap', stap }, door, kenmerk });
  }

  async voegTaakToe(id: string, invoer: ExtraTaak, kenmerk: string): Promise<Uitgevoerd> {
    const traject = await this.lees(id);
    const { titel, uitleg, minuten, uitvoerder, opentOp, vervaltOp } = invoer;
    const taak = `${EXTRA_TAAK}${derivedId(`taak:${id}:${kenmerk}`).slice(0, 8)}`;
    const tekst: NieuweInvoer = {
      trajectId: id,
      soort: 'opdracht',
      onderwerp: taak,
      inhoud: { titel, toelichting: uitleg, minuten },
      door,
    };
    const invoerId = invoerIdVan(kenmerk, tekst);
    const commando = { soort: 'voeg-taak-toe', taak, uitvoerder, opentOp, vervaltOp, invoerId } as const;
    return this.opdrachten.vraagMetTekst({ traject, commando, door, kenmerk }, invoerId, tekst);
  }

  private lees(id: string): Promise<TrajectRij> {
    return this.database.read((db) => leesTraject(db, id));
  }

  private isBewaard(invoerId: string): Promise<boolean> {
    return this.database.read((db) => isBewaard(db, invoerId));
  }

  private toelichting(trajectId: string, onderwerp: string, toelichting: string): NieuweInvoer {
    return { trajectId, soort: 'toelichting', onderwerp, inhoud: { toelichting }, door };
  }
}
