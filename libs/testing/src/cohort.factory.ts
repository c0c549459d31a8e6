import {
  CohortEntity,
  ContactpersoonEntity,
  GemeenteEntity,
  TrajectEntity,
  verzegel,
} from '@maatwerktraject/database';
import {
  MAATWERKTRAJECT_1,
  NIVEAUS,
  type CohortStatus,
  type Datum,
  type Niveau,
} from '@maatwerktraject/domain';
import type { DataSource } from 'typeorm';
import { maakAccount } from './account.factory.js';
import { TEST_KEYRING } from './sleutels.js';
import { toeval, type Toeval } from './toeval.js';

export interface BewaardContact {
  readonly id: string;
  readonly niveau: Niveau;
  readonly hoofdcontact: boolean;
  readonly email: string;
}

export interface BewaardTraject {
  readonly id: string;
  readonly gemeentecode: string;
  readonly contactpersonen: readonly BewaardContact[];
}

export interface BewaardCohort {
  readonly id: string;
  readonly adviseurEmail: string;
  readonly trajecten: readonly BewaardTraject[];
}

/** A cohort with its trajecten and people, as rows. Nobody in it looks like somebody: `Contact beleid 1`. */
export class CohortFactory {
  private readonly toeval: Toeval;
  private gemeenten = 1;
  private overgeslagen = 0;
  private dagenPerSeconde: number | null = null;
  private niveaus: readonly Niveau[] = NIVEAUS;
  private startdatum: Datum = '2027-02-01';
  private status: CohortStatus = 'concept';

  constructor(zaad: number) {
    this.toeval = toeval(zaad);
  }

  /** The first gemeenten by code, after the ones that are skipped. */
  metGemeenten(aantal: number, overslaan = 0): this {
    this.gemeenten = aantal;
    this.overgeslagen = overslaan;
    return this;
  }

  /** One contactpersoon for each of these; the first of them is the hoofdcontact. A niveau may occur twice. */
  metContactpersonen(...niveaus: readonly Niveau[]): this {
    this.niveaus = niveaus;
    return this;
  }

  alsOefencohort(dagenPerSeconde = 1): this {
    this.dagenPerSeconde = dagenPerSeconde;
    return this;
  }

  startOp(datum: Datum): this {
    this.startdatum = datum;
    return this;
  }

  lopend(): this {
    this.status = 'lopend';
    return this;
  }

  async bewaar(database: DataSource): Promise<BewaardCohort> {
    const { sleutel, versie } = MAATWERKTRAJECT_1;
    const id = this.toeval.uuid();
    const adviseurEmail = `adviseur-${id.slice(0, 8)}@begeleiding.example`;
    await database.getRepository(CohortEntity).insert({
      id,
      naam: `Cohort ${id.slice(0, 8)}`,
      sjabloonSleutel: sleutel,
      sjabloonVersie: versie,
      startdatum: this.startdatum,
      adviseurNaam: verzegel(TEST_KEYRING, 'cohort.adviseur_naam', 'Adviseur van het cohort'),
      adviseurEmail: verzegel(TEST_KEYRING, 'cohort.adviseur_email', adviseurEmail),
      status: this.status,
      oefenDagenPerSeconde: this.dagenPerSeconde,
    });
    const gemeenten = await database
      .getRepository(GemeenteEntity)
      .find({ order: { code: 'ASC' }, skip: this.overgeslagen, take: this.gemeenten });
    const trajecten = gemeenten.map(({ code }) => this.traject(code));
    await database.getRepository(TrajectEntity).insert(
      trajecten.map((traject) => ({
        id: traject.id,
        cohortId: id,
        gemeenteCode: traject.gemeentecode,
        status: 'gepland' as const,
      })),
    );
    for (const traject of trajecten)
      for (const [index, persoon] of traject.contactpersonen.entries()) {
        const naam = `Contact ${persoon.niveau} ${String(index + 1)}`;
        await database.getRepository(ContactpersoonEntity).insert({
          ...persoon,
          trajectId: traject.id,
          naam: verzegel(TEST_KEYRING, 'contactpersoon.naam', naam),
          email: verzegel(TEST_KEYRING, 'contactpersoon.email', persoon.email),
          accountId: await maakAccount(database, persoon.email, naam),
        });
      }
    return { id, adviseurEmail, trajecten };
  }

  private traject(gemeentecode: string): BewaardTraject {
    const contactpersonen = this.niveaus.map((niveau, index) => ({
      id: this.toeval.uuid(),
      niveau,
      hoofdcontact: index === 0,
      email: `${niveau}-${String(index + 1)}@${gemeentecode.toLowerCase()}.example`,
    }));
    return { id: this.toeval.uuid(), gemeentecode, contactpersonen };
  }
}

/** For example `eenCohort(7).metGemeenten(14).alsOefencohort().bewaar(database)`; `zaad` decides its IDs. */
export const eenCohort = (zaad: number): CohortFactory => new CohortFactory(zaad);
