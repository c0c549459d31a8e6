import { Inject, Injectable } from '@nestjs/common';
import type {
  BijeenkomstLijst,
  Groepssessie,
  GroepssessieLijst,
  GroepssessieWijziging,
  NieuweGroepssessie,
} from '@maatwerktraject/contracts';
import type { CohortCommando, Rol, Sessieplan } from '@maatwerktraject/domain';
import { leesCohort } from '../cohort/cohort.query.js';
import { CohortOpdrachtService } from '../cohort/cohort.opdracht.service.js';
import { nuVan } from '../cohort/klok.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { canonical } from '../http/canonical.js';
import { derivedId } from '../http/derived-id.js';
import { otherVersion } from '../http/if-match.decorator.js';
import { ProblemException } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { leesToekenningen } from '../toekenning/toekenning.query.js';
import { leesBijeenkomsten } from './bijeenkomst.query.js';
import { leesGasten, schrijfGasten } from './genodigde.query.js';
import { alsGroepssessie, leesSessie, leesSessies } from './groepssessie.query.js';

type Wie = { readonly rol: Rol };
type Gelegenheid = Pick<
  NieuweGroepssessie,
  'onderwerp' | 'begintOp' | 'eindigtOp' | 'plaats' | 'link' | 'herinneringWerkdagen'
>;

const ALLEEN_ADVISEUR = 'Alleen een adviseur kiest wie er is uitgenodigd. Laat de genodigden zoals ze zijn.';

/** The groepssessies of a cohort. What people typed is kept first; the process then decides with IDs alone (ADR 0021). */
@Injectable()
export class GroepssessieService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly opdrachten: CohortOpdrachtService,
  ) {}

  mijn(): Promise<BijeenkomstLijst> {
    return this.database.read(async (db) => ({ items: await leesBijeenkomsten(db, Date.now()) }));
  }

  lijst(cohortId: string, { rol }: Wie): Promise<GroepssessieLijst> {
    return this.database.read(async (db) => {
      const cohort = await leesCohort(db, cohortId);
      const collegas = await this.collegas(db, cohortId, rol);
      const rijen = await leesSessies(db, cohortId, rol);
      return {
        nu: new Date(nuVan(cohort, Date.now())).toISOString(),
        items: rijen.map((rij) => alsGroepssessie(rij, cohortId, this.settings.keyring, collegas)),
      };
    });
  }

  lees(cohortId: string, id: string, { rol }: Wie): Promise<Groepssessie> {
    return this.database.read(async (db) => {
      await leesCohort(db, cohortId);
      const rij = await leesSessie(db, cohortId, id, rol);
      return alsGroepssessie(rij, cohortId, this.settings.keyring, await this.collegas(db, cohortId, rol));
    });
  }

  /** The same key gives the same session. */
  async plan(cohortId: string, invoer: NieuweGroepssessie, kenmerk: string, wie: Wie): Promise<Groepssessie> {
    await this.opdrachten.weigerBuitenProces(cohortId);
    const sessie = derivedId(`groepssessie:${cohortId}:${kenmerk}`);
    const plan = await this.database.transaction(async (db) => {
      await db.query(
        `INSERT INTO bijeenkomst (id, cohort_id, soort) VALUES ($1, $2, 'groepssessie') ON CONFLICT DO NOTHING`,
        [sessie, cohortId],
      );
      const { contactpersonen, facilitator } = invoer;
      const gasten = { bijeenkomstId: sessie, cohortId, contactpersonen, facilitator };
      const genodigden = await schrijfGasten(db, gasten, this.settings.keyring);
      return this.alsPlan(db, cohortId, sessie, invoer, genodigden);
    });
    await this.vraag(cohortId, { soort: 'plan-groepssessie', sessie, plan }, kenmerk, wie);
    return this.lees(cohortId, sessie, wie);
  }

  async wijzig(
    cohortId: string,
    sessie: string,
    invoer: GroepssessieWijziging,
    versie: number,
    wie: Wie,
  ): Promise<Groepssessie> {
    await this.weigerOudeVersie(cohortId, sessie, versie, wie);
    const plan = await this.database.transaction(async (db) =>
      this.alsPlan(db, cohortId, sessie, invoer, await this.gastenNa(db, cohortId, sessie, invoer, wie)),
    );
    await this.vraag(cohortId, { soort: 'wijzig-groepssessie', sessie, versie, plan }, sessie, wie);
    return this.lees(cohortId, sessie, wie);
  }

  async zegAf(cohortId: string, sessie: string, versie: number, wie: Wie): Promise<Groepssessie> {
    await this.weigerOudeVersie(cohortId, sessie, versie, wie);
    await this.vraag(cohortId, { soort: 'zeg-groepssessie-af', sessie, versie }, sessie, wie);
    return this.lees(cohortId, sessie, wie);
  }

  /** Who is invited after a change: of what it does not mention, who were. */
  private async gastenNa(
    db: Db,
    cohortId: string,
    bijeenkomstId: string,
    { contactpersonen, facilitator }: GroepssessieWijziging,
    { rol }: Wie,
  ): Promise<string[]> {
    if (rol !== 'adviseur') {
      if (contactpersonen !== undefined || facilitator !== undefined)
        throw new ProblemException(403, ALLEEN_ADVISEUR, { code: 'alleen-adviseur' });
      const gasten = await db.query<{ id: string }[]>(
        'SELECT id FROM genodigde WHERE bijeenkomst_id = $1 AND uitgenodigd ORDER BY id',
        [bijeenkomstId],
      );
      return gasten.map(({ id }) => id);
    }
    const nu = await leesGasten(db, bijeenkomstId);
    const blijft = nu.filter(
      (een) =>
        (een.rol === 'contactpersoon' && contactpersonen === undefined) ||
        (een.rol !== 'contactpersoon' && facilitator === undefined),
    );
    const gasten = {
      bijeenkomstId,
      cohortId,
      contactpersonen: contactpersonen ?? [],
      facilitator: facilitator ?? null,
    };
    const erbij =
      contactpersonen === undefined && facilitator === undefined
        ? []
        : await schrijfGasten(db, gasten, this.settings.keyring);
    const collegas = facilitator === undefined ? await this.zonderCollegas(db, erbij) : erbij;
    return [...new Set([...blijft.map(({ id }) => id), ...collegas])].sort();
  }

  /** Those of these guests that are of a gemeente. */
  private async zonderCollegas(db: Db, ids: readonly string[]): Promise<string[]> {
    const rijen = await db.query<{ id: string }[]>(
      'SELECT id FROM genodigde WHERE id = ANY ($1) AND traject_id IS NOT NULL',
      [ids],
    );
    return rijen.map(({ id }) => id);
  }

  /** Keeps the text of a session, and gives its plan: the same text is the same row. */
  private async alsPlan(
    db: Db,
    cohortId: string,
    sessie: string,
    { onderwerp, begintOp, eindigtOp, plaats, link, herinneringWerkdagen }: Gelegenheid,
    genodigden: readonly string[],
  ): Promise<Sessieplan> {
    const inhoudId = derivedId(`inhoud:${sessie}:${canonical({ onderwerp, plaats, link })}`);
    await db.query(
      `INSERT INTO bijeenkomst_inhoud (id, bijeenkomst_id, cohort_id, onderwerp, plaats, link)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [inhoudId, sessie, cohortId, onderwerp, plaats, link],
    );
    return {
      beginOp: Date.parse(begintOp),
      eindOp: Date.parse(eindigtOp),
      inhoudId,
      genodigden,
      herinneringWerkdagen,
    };
  }

  /** Before anything is written: of a session that the caller does not lead, or has not seen as it is now. */
  private async weigerOudeVersie(cohortId: string, sessie: string, versie: number, wie: Wie): Promise<void> {
    const rij = await this.database.read((db) => leesSessie(db, cohortId, sessie, wie.rol));
    if (!rij.leidt)
      throw new ProblemException(
        403,
        'Alleen wie deze sessie leidt, mag haar wijzigen. Vraag het de adviseur.',
        {
          code: 'geen-facilitator',
        },
      );
    if (rij.versie !== versie) throw otherVersion();
    await this.opdrachten.weigerBuitenProces(cohortId);
  }

  private async vraag(
    cohortId: string,
    commando: CohortCommando,
    kenmerk: string,
    { rol }: Wie,
  ): Promise<void> {
    await this.opdrachten.vraag(cohortId, {
      commando,
      door: rol === 'onderzoeker' ? rol : 'adviseur',
      kenmerk,
    });
  }

  /** Names of who work in the cohort, for who may know them. */
  private async collegas(db: Db, cohortId: string, rol: Rol): Promise<ReadonlyMap<string, string>> {
    if (rol !== 'adviseur') return new Map();
    const hier = await leesToekenningen(db, cohortId, this.settings.keyring, rol);
    return new Map(hier.map(({ accountId, naam }) => [accountId, naam]));
  }
}
