import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { inHuidigeVorm, metBegonnenStappen, type Sjabloon, type StapVersies } from '@maatwerktraject/domain';
import { DataSource } from 'typeorm';
import type { Db } from '../database/scoped.database.js';
import { notFound } from '../http/problem.js';

interface SjabloonKop {
  readonly sleutel: string;
  readonly versie: number;
  readonly titel: string;
  readonly created_at: Date;
}

/** Which sjabloon a traject goes through, as the query for a traject gives it. */
export interface SjabloonVanTraject {
  readonly sjabloon_sleutel: string;
  readonly sjabloon_versie: number;
  /** Of stappen that it began before it went over to the version of now, in their order; null where it never did. */
  readonly stap_versies: StapVersies | null;
}

/** Versions that are published. */
@Injectable()
export class SjabloonService {
  // A version never changes (the database refuses it), so what was read once stays true.
  private readonly gelezen = new Map<string, Sjabloon>();

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  lijst(db: Db = this.database): Promise<SjabloonKop[]> {
    return db.query<SjabloonKop[]>(
      'SELECT sleutel, versie, titel, created_at FROM sjabloon ORDER BY sleutel, versie',
    );
  }

  /**
   * Whoever is in a transaction gives its connection: a second one, while he holds the first, may never come free.
   * @throws ProblemException (404) when there is no such version.
   */
  async lees(sleutel: string, versie: number, db: Db = this.database): Promise<Sjabloon> {
    const naam = `${sleutel}/${String(versie)}`;
    const bekend = this.gelezen.get(naam);
    if (bekend) return bekend;
    const [rij] = await db.query<{ definitie: Sjabloon }[]>(
      'SELECT definitie FROM sjabloon WHERE sleutel = $1 AND versie = $2',
      [sleutel, versie],
    );
    if (!rij) throw notFound('Dit sjabloon bestaat niet. Kies een sjabloon uit de lijst.');
    const sjabloon = inHuidigeVorm(rij.definitie);
    this.gelezen.set(naam, sjabloon);
    return sjabloon;
  }

  /** As this traject goes through it: each stap of the version that it began on. */
  async vanTraject(
    { sjabloon_sleutel: sleutel, sjabloon_versie: versie, stap_versies: versies }: SjabloonVanTraject,
    db?: Db,
  ): Promise<Sjabloon> {
    const huidig = await this.lees(sleutel, versie, db);
    if (!versies) return huidig;
    const eerdere: Sjabloon[] = [];
    for (const eerder of new Set(Object.values(versies))) eerdere.push(await this.lees(sleutel, eerder, db));
    return metBegonnenStappen(huidig, versies, eerdere);
  }
}
