import { Injectable } from '@nestjs/common';
import type { AanwezigheidInvoer, Groepssessie } from '@maatwerktraject/contracts';
import type { Rol } from '@maatwerktraject/domain';
import { ScopedDatabase } from '../database/scoped.database.js';
import { otherVersion } from '../http/if-match.decorator.js';
import { invalid, notFound, ProblemException, refused } from '../http/problem.js';
import { leesSessie } from './groepssessie.query.js';
import { GroepssessieService } from './groepssessie.service.js';

const WEIGERINGEN: Readonly<Record<string, () => ProblemException>> = {
  onbekend: () => notFound('Deze groepssessie bestaat niet. Kijk in de lijst met groepssessies.'),
  'andere-versie': otherVersion,
  'geen-facilitator': () =>
    new ProblemException(
      403,
      'Alleen wie deze sessie leidt, legt vast wie er waren. Vraag het de adviseur.',
      {
        code: 'geen-facilitator',
      },
    ),
  'groepssessie-weg': () => refused('groepssessie-weg', 'Deze groepssessie is afgezegd. Er was niemand.'),
  'nog-niet-begonnen': () =>
    refused('nog-niet-begonnen', 'Deze groepssessie is nog niet begonnen. Leg de aanwezigheid daarna vast.'),
};

/** Who was there. After the beginning a session is not the process's any more: this is an edit with a version. */
@Injectable()
export class AanwezigheidService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sessies: GroepssessieService,
  ) {}

  async legVast(
    cohortId: string,
    id: string,
    { aanwezigen, verslag }: AanwezigheidInvoer,
    versie: number,
    wie: { readonly rol: Rol },
  ): Promise<Groepssessie> {
    await this.database.transaction(async (db) => {
      const { genodigden } = await leesSessie(db, cohortId, id, wie.rol);
      const bekend = new Set(genodigden.map((een) => een.id));
      if (aanwezigen.some(({ genodigdeId }) => !bekend.has(genodigdeId)))
        throw invalid([{ pad: 'aanwezigen', zin: 'Noem alleen mensen die zijn uitgenodigd.' }]);
      const stand = Object.fromEntries(
        aanwezigen.map(({ genodigdeId, aanwezig }) => [genodigdeId, aanwezig]),
      );
      const [rij] = await db.query<{ weigering: string | null }[]>(
        'SELECT leg_bijeenkomst_vast($1, $2, $3, $4) AS weigering',
        [id, versie, JSON.stringify(stand), verslag],
      );
      const weigering = rij?.weigering;
      if (typeof weigering === 'string')
        throw WEIGERINGEN[weigering]?.() ?? new Error(`weigering ${weigering}`);
    });
    return this.sessies.lees(cohortId, id, wie);
  }
}
