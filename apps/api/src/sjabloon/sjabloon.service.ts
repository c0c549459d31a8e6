import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { inHuidigeVorm, type Sjabloon } from '@maatwerktraject/domain';
import { DataSource } from 'typeorm';
import type { Db } from '../database/scoped.database.js';
import { notFound } from '../http/problem.js';

export interface SjabloonKop {
  readonly sleutel: string;
  readonly versie: number;
  readonly titel: string;
}

@Injectable()
export class SjabloonService {
  // A version never changes (the database refuses it), so what was read once stays true.
  private readonly gelezen = new Map<string, Sjabloon>();

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  lijst(): Promise<SjabloonKop[]> {
    return this.database.query<SjabloonKop[]>(
      'SELECT sleutel, versie, titel FROM sjabloon ORDER BY sleutel, versie',
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
    const definitie = inHuidigeVorm(rij.definitie);
    this.gelezen.set(naam, definitie);
    return definitie;
  }
}
