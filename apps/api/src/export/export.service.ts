import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { schrijfAudit } from '../audit/audit.query.js';
import { ScopedDatabase } from '../database/scoped.database.js';
import { ZipFile } from 'yazl';
import { leesCohort, type CohortRij } from '../cohort/cohort.query.js';
import { notFound } from '../http/problem.js';
import { CODEBOEK_VELDEN, codeboekRijen, datapackage } from './codeboek.js';
import { alsCsv, rijenAlsCsv } from './csv.js';
import { readRows } from './cursor.js';
import { bestandVan, selectVan } from './kolom.js';
import { TABELLEN } from './tabellen.js';

/** One file of an export; `open` starts to read it. */
export interface ExportBestand {
  readonly naam: string;
  readonly mediatype: string;
  readonly open: () => Readable;
}

/** An export that is ready to be written: its name, and a function that writes it and ends with the transaction. */
export interface Levering {
  readonly naam: string;
  readonly mediatype: string;
  readonly schrijf: (naar: Writable) => Promise<void>;
}

export const BESTANDEN = ['datapackage.json', 'codeboek.csv', ...TABELLEN.map(bestandVan)] as const;

const CSV = 'text/csv; charset=utf-8; header=present';

/** Reads the rows of a query, one after another. */
type Lezer = (sql: string, cohortId: string) => Readable;

/** Ends a query that is still being read, before its transaction does. */
const sluit = (stroom: Readable): Promise<void> =>
  new Promise((klaar) => {
    if (stroom.closed) {
      klaar();
      return;
    }
    stroom.once('close', klaar).destroy();
  });

/** A name that is fine on every file system. */
export const bestandsnaam = (cohort: string): string =>
  cohort
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'cohort';

/** The data of a cohort as files, read from one snapshot and in constant memory. */
@Injectable()
export class ExportService {
  constructor(private readonly database: ScopedDatabase) {}

  /** Puts on record who takes which file, before anything of it leaves. */
  async verantwoord(cohortId: string, { naam }: Levering, request: Request): Promise<void> {
    await this.database.transaction((db) =>
      schrijfAudit(db, {
        handeling: 'export',
        onderwerp: `cohort/${cohortId}`,
        inhoud: { bestand: naam },
        request,
      }),
    );
  }

  async zip(cohortId: string): Promise<Levering> {
    const cohort = await this.database.read((db) => leesCohort(db, cohortId));
    return {
      naam: `maatwerktraject-${bestandsnaam(cohort.naam)}.zip`,
      mediatype: 'application/zip',
      schrijf: (naar) =>
        this.metMomentopname(async (lezer) => {
          const zip = new ZipFile();
          const inhoud = zip.outputStream as Readable;
          zip.on('error', (fout: Error) => inhoud.destroy(fout));
          for (const bestand of this.bestanden(cohort, lezer))
            zip.addReadStreamLazy(bestand.naam, { compress: true }, (klaar) => {
              klaar(null, bestand.open());
            });
          zip.end();
          await pipeline(inhoud, naar);
        }),
    };
  }

  async bestand(cohortId: string, naam: string): Promise<Levering> {
    const cohort = await this.database.read((db) => leesCohort(db, cohortId));
    if (!(BESTANDEN as readonly string[]).includes(naam))
      throw notFound(`Dit bestand zit niet in de export. Kies uit: ${BESTANDEN.join(', ')}.`);
    return {
      naam,
      mediatype: naam.endsWith('.json') ? 'application/json' : CSV,
      schrijf: (naar) =>
        this.metMomentopname(async (lezer) => {
          const gekozen = this.bestanden(cohort, lezer).find((bestand) => bestand.naam === naam);
          if (!gekozen) return;
          const inhoud = gekozen.open();
          // A query that fails at once is a refusal; after the first bytes only a broken connection is left to say it.
          await once(inhoud, 'readable');
          await pipeline(inhoud, naar);
        }),
    };
  }

  private bestanden(cohort: CohortRij, lezer: Lezer): ExportBestand[] {
    const beschrijving = datapackage(
      { id: cohort.id, naam: cohort.naam, oefen: cohort.oefen_dagen_per_seconde !== null },
      new Date(),
    );
    return [
      {
        naam: 'datapackage.json',
        mediatype: 'application/json',
        open: () => Readable.from([`${JSON.stringify(beschrijving, null, 2)}\n`]),
      },
      {
        naam: 'codeboek.csv',
        mediatype: CSV,
        open: () =>
          rijenAlsCsv(
            CODEBOEK_VELDEN.map(([naam]) => naam),
            codeboekRijen(),
          ),
      },
      ...TABELLEN.map((tabel) => ({
        naam: bestandVan(tabel),
        mediatype: CSV,
        open: () => alsCsv(lezer(selectVan(tabel), cohort.id), tabel),
      })),
    ];
  }

  /** All reads see the database as it is at one instant, so that the tables fit together. */
  private metMomentopname(lees: (lezer: Lezer) => Promise<void>): Promise<void> {
    return this.database.snapshot(async (verbinding) => {
      const stromen: Readable[] = [];
      try {
        await lees((sql, cohortId) => {
          const stroom = readRows(verbinding, `tabel_${String(stromen.length)}`, sql, [cohortId]);
          stromen.push(stroom);
          return stroom;
        });
      } finally {
        await Promise.all(stromen.map(sluit));
      }
    });
  }
}
