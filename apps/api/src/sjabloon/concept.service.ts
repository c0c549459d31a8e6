import { Injectable } from '@nestjs/common';
import type { SjabloonConcept, SjabloonRegel, Uitgevoerd } from '@maatwerktraject/contracts';
import {
  controleerSjabloon,
  controleerTegenEerder,
  type Handeling,
  type Sjabloon,
} from '@maatwerktraject/domain';
import type { Request } from 'express';
import { schrijfAudit } from '../audit/audit.query.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { otherVersion } from '../http/if-match.decorator.js';
import { invalid, notFound } from '../http/problem.js';
import {
  leesConcept,
  leesConcepten,
  maakConcept,
  publiceer,
  verwijderConcept,
  volgendeVersie,
  wijzigConcept,
  type ConceptRij,
  type Plaats,
} from './concept.query.js';
import { SjabloonService } from './sjabloon.service.js';

const alsConcept = ({ bewerking, gewijzigd_op, definitie }: ConceptRij): SjabloonConcept => ({
  versie: bewerking,
  gewijzigdOp: gewijzigd_op.toISOString(),
  // What is stored is data, read only; the contract's lists are plain ones.
  definitie: structuredClone(definitie) as SjabloonConcept['definitie'],
});

/** Versions that advisers work on, until they are published (ADR 0023). */
@Injectable()
export class ConceptService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sjablonen: SjabloonService,
  ) {}

  /** For an adviseur; the database lets nobody else ask. */
  async lijst(): Promise<SjabloonRegel[]> {
    const rijen = await this.database.read(leesConcepten);
    return rijen.map(({ gewijzigd_op, ...kop }) => ({
      ...kop,
      status: 'concept',
      gewijzigdOp: gewijzigd_op.toISOString(),
    }));
  }

  lees(plaats: Plaats): Promise<SjabloonConcept> {
    return this.database.read(async (db) => alsConcept(await this.zoek(db, plaats)));
  }

  /** A concept that begins as a copy of a published version. */
  maak({ sleutel, versie }: Plaats, request: Request): Promise<SjabloonConcept> {
    return this.database.transaction(async (db) => {
      const bron = await this.sjablonen.lees(sleutel, versie, db);
      let nieuw = { sleutel, versie: await volgendeVersie(db, sleutel) };
      // Somebody else took the number a moment ago: then the next one.
      while (!(await maakConcept(db, { ...bron, ...nieuw })))
        nieuw = { sleutel, versie: await volgendeVersie(db, sleutel) };
      await this.noteer(db, 'sjabloon-concept-maken', nieuw, request);
      return alsConcept(await this.zoek(db, nieuw));
    });
  }

  /** Puts a whole definition in the place of the one of before, when nobody else did so since `gezien`. */
  wijzig(plaats: Plaats, definitie: Sjabloon, gezien: number, request: Request): Promise<SjabloonConcept> {
    return this.database.transaction(async (db) => {
      await this.zoek(db, plaats);
      await this.weigerFouten(db, plaats, definitie);
      if (!(await wijzigConcept(db, definitie, gezien))) throw otherVersion();
      await this.noteer(db, 'sjabloon-concept-wijzigen', plaats, request);
      return alsConcept(await this.zoek(db, plaats));
    });
  }

  verwijder(plaats: Plaats, request: Request): Promise<void> {
    return this.database.transaction(async (db) => {
      if (!(await verwijderConcept(db, plaats))) throw this.geenConcept();
      await this.noteer(db, 'sjabloon-concept-verwijderen', plaats, request);
    });
  }

  /** From now on new cohorten can choose it, and it never changes. Checked again: others may have been published since. */
  publiceer(plaats: Plaats, gezien: number, request: Request): Promise<Uitgevoerd> {
    return this.database.transaction(async (db) => {
      const { definitie } = await this.zoek(db, plaats);
      await this.weigerFouten(db, plaats, definitie);
      if (!(await publiceer(db, plaats, gezien))) throw otherVersion();
      await this.noteer(db, 'sjabloon-publiceren', plaats, request);
      return { nieuw: true };
    });
  }

  private geenConcept(): Error {
    return notFound('Dit concept bestaat niet. Kijk in de lijst met sjablonen.');
  }

  private async zoek(db: Db, plaats: Plaats): Promise<ConceptRij> {
    const rij = await leesConcept(db, plaats);
    if (!rij) throw this.geenConcept();
    return rij;
  }

  private async weigerFouten(db: Db, { sleutel, versie }: Plaats, definitie: Sjabloon): Promise<void> {
    const eerdere: Sjabloon[] = [];
    for (const kop of (await this.sjablonen.lijst(db)).filter((een) => een.sleutel === sleutel))
      eerdere.push(await this.sjablonen.lees(sleutel, kop.versie, db));
    const plek = [
      ...(definitie.sleutel === sleutel
        ? []
        : [{ pad: 'sleutel', zin: `Deze versie hoort bij het sjabloon ${sleutel}. Vul dat hier in.` }]),
      ...(definitie.versie === versie
        ? []
        : [{ pad: 'versie', zin: `Dit is versie ${String(versie)}. Vul dat nummer hier in.` }]),
    ];
    const fouten = [...plek, ...controleerSjabloon(definitie), ...controleerTegenEerder(definitie, eerdere)];
    if (fouten.length > 0) throw invalid(fouten);
  }

  private noteer(db: Db, handeling: Handeling, { sleutel, versie }: Plaats, request: Request): Promise<void> {
    return schrijfAudit(db, { handeling, inhoud: { sjabloon: sleutel, versie }, request });
  }
}
