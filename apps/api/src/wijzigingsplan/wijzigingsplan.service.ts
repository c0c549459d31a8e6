import { Injectable } from '@nestjs/common';
import type {
  NieuwWijzigingsplan,
  Uitgevoerd,
  Wijzigingsplan,
  WijzigingsplanLijst,
  WijzigingsplanVoorbeeld,
} from '@maatwerktraject/contracts';
import { omgekeerd } from '@maatwerktraject/domain';
import { leesCohort } from '../cohort/cohort.query.js';
import { nuVan } from '../cohort/klok.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { derivedId } from '../http/derived-id.js';
import { notFound, ProblemException, refused } from '../http/problem.js';
import { SjabloonService } from '../sjabloon/sjabloon.service.js';
import { Titels } from '../traject/onderwerp.js';
import { TrajectOpdrachtService } from '../traject/traject.opdracht.service.js';
import { commandoVan, gevolgenVan, wijzigingenVoor, type Gevolgen } from './gevolgen.js';
import { alsDeel, alsRegel, alsVoorbeeld } from './wijzigingsplan.mapper.js';
import {
  bewaarPlan,
  leesDelen,
  leesPlan,
  leesPlannen,
  leesStanden,
  zetDeel,
  zetPlan,
  type DeelRij,
  type PlanRij,
  type StandRij,
  type Uitslag,
} from './wijzigingsplan.query.js';

const GEEN_PLAN = 'Dit wijzigingsplan is er niet (meer). Kijk in de lijst van het cohort.';

/** Plans of change: seen first, then made traject by traject, and undone as long as nothing came of them. */
@Injectable()
export class WijzigingsplanService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sjablonen: SjabloonService,
    private readonly opdrachten: TrajectOpdrachtService,
  ) {}

  lijst(cohortId: string): Promise<WijzigingsplanLijst> {
    return this.database.read(async (db) => {
      await leesCohort(db, cohortId);
      return { items: (await leesPlannen(db, cohortId)).map(alsRegel) };
    });
  }

  /** Thinks out what a change would do; nothing happens yet. */
  async maak(
    cohortId: string,
    { vraag, toelichting }: NieuwWijzigingsplan,
    kenmerk: string,
  ): Promise<Wijzigingsplan> {
    const id = derivedId(`wijzigingsplan:${cohortId}:${kenmerk}:${JSON.stringify(vraag)}`);
    await this.database.transaction(async (db) => {
      await leesCohort(db, cohortId);
      const keuze = vraag.soort === 'dagen' ? [vraag.trajectId] : (vraag.trajectIds ?? null);
      const standen = await leesStanden(db, cohortId, keuze);
      const delen = standen
        .map((stand) => ({
          trajectId: stand.traject_id,
          wijzigingen: wijzigingenVoor(vraag, stand.toestand, nuVan(stand, Date.now())),
        }))
        .filter(({ wijzigingen }) => wijzigingen.length > 0);
      if (delen.length === 0)
        throw refused(
          'niets-gewijzigd',
          'Er verandert niets: er loopt geen traject met dagen in die tijd. Kies een andere dag of andere gemeenten.',
        );
      await bewaarPlan(db, { id, cohortId, vraag, toelichting, delen });
    });
    return this.lees(cohortId, id);
  }

  lees(cohortId: string, id: string): Promise<Wijzigingsplan> {
    return this.database.read(async (db) => {
      const plan = await this.plan(db, cohortId, id);
      const delen = await leesDelen(db, id);
      const gevolgen = await this.gevolgen(db, cohortId, delen);
      return {
        ...alsRegel(plan),
        trajecten: delen.map((deel) =>
          alsDeel(deel, deel.status === 'wacht' ? gevolgen.get(deel.traject_id) : undefined),
        ),
      };
    });
  }

  /** Each day and mail of one traject that changes; of a part that was made already, nothing more of its mail. */
  voorbeeld(cohortId: string, id: string, trajectId: string): Promise<WijzigingsplanVoorbeeld> {
    return this.database.read(async (db) => {
      await this.plan(db, cohortId, id);
      const [deel] = await leesDelen(db, id, trajectId);
      const [stand] = await leesStanden(db, cohortId, [trajectId]);
      if (!deel) throw notFound('Dit traject hoort niet bij dit wijzigingsplan.');
      if (!stand)
        throw refused('traject-loopt-niet', 'Dit traject loopt nu niet. Er valt niets te veranderen.');
      const { toestand, sjabloon_sleutel: sleutel, sjabloon_versie: versie } = stand;
      const sjabloon = await this.sjablonen.lees(sleutel, versie, db);
      const leeg: Gevolgen = { weigering: undefined, mails: [], eersteGevolg: null };
      const gevolgen =
        deel.status === 'wacht' ? gevolgenVan(toestand, deel.wijzigingen, nuVan(stand, Date.now())) : leeg;
      return alsVoorbeeld(deel, {
        gevolgen,
        stap: toestand.stap?.sleutel ?? '',
        titels: new Titels(sjabloon),
      });
    });
  }

  /** Makes the changes that were not made yet. Cut off half-way, the same request goes on where it was. */
  async pasToe(cohortId: string, id: string): Promise<Uitgevoerd> {
    const { plan, delen } = await this.database.read(async (db) => ({
      plan: await this.plan(db, cohortId, id),
      delen: await leesDelen(db, id),
    }));
    if (plan.status === 'toegepast') return { nieuw: false };
    if (plan.status === 'ongedaan')
      throw refused('plan-ongedaan', 'Dit plan is ongedaan gemaakt. Maak een nieuw plan.');
    await this.database.transaction((db) => zetPlan(db, id, 'bezig'));
    for (const deel of delen.filter(({ status }) => status === 'wacht')) {
      const [stand] = await this.database.read((db) => leesStanden(db, cohortId, [deel.traject_id]));
      const eersteGevolg = stand ? this.gevolg(stand, deel).eersteGevolg : null;
      const uitslag = await this.probeer(id, deel, false);
      await this.database.transaction((db) => zetDeel(db, id, deel.traject_id, { ...uitslag, eersteGevolg }));
    }
    await this.database.transaction((db) => zetPlan(db, id, 'toegepast'));
    return { nieuw: true };
  }

  /** Takes back what nothing has come of yet; the rest stays, and says why. */
  async herstel(cohortId: string, id: string): Promise<Uitgevoerd> {
    const { plan, delen, nu } = await this.database.read(async (db) => ({
      plan: await this.plan(db, cohortId, id),
      delen: await leesDelen(db, id),
      nu: nuVan(await leesCohort(db, cohortId), Date.now()),
    }));
    if (plan.status === 'ongedaan') return { nieuw: false };
    if (plan.status === 'voorbeeld')
      throw refused(
        'plan-niet-toegepast',
        'Dit plan is nog niet toegepast. U hoeft niets ongedaan te maken.',
      );
    const gemaakt = delen.filter(({ status }) => status === 'toegepast');
    const kan = gemaakt.filter(({ eerste_gevolg_op: op }) => op === null || op.getTime() > nu);
    if (kan.length === 0)
      throw refused(
        'plan-heeft-gevolgen',
        'Dit plan heeft al gevolgen gehad: er zijn mails verstuurd of taken geopend. Maak een nieuw plan om de dagen weer te veranderen.',
      );
    for (const deel of kan) {
      const uitslag = await this.probeer(id, deel, true);
      await this.database.transaction((db) => zetDeel(db, id, deel.traject_id, uitslag));
    }
    await this.database.transaction((db) => zetPlan(db, id, 'ongedaan'));
    return { nieuw: true };
  }

  /** Asks the process of one traject. Only what it refuses is an outcome: for the rest the request is made again. */
  private async probeer(planId: string, deel: DeelRij, ongedaan: boolean): Promise<Uitslag> {
    const wijzigingen = ongedaan ? omgekeerd(deel.wijzigingen) : deel.wijzigingen;
    try {
      await this.opdrachten.vraag({
        traject: { id: deel.traject_id, status: deel.traject_status },
        commando: commandoVan(planId, wijzigingen, ongedaan),
        door: 'adviseur',
        kenmerk: `${planId}:${String(ongedaan)}`,
      });
      return { status: ongedaan ? 'ongedaan' : 'toegepast', reden: null };
    } catch (error) {
      if (!(error instanceof ProblemException) || error.status !== 409) throw error;
      return { status: ongedaan ? 'toegepast' : 'geweigerd', reden: error.message };
    }
  }

  private gevolg(stand: StandRij, { wijzigingen }: DeelRij): Gevolgen {
    return gevolgenVan(stand.toestand, wijzigingen, nuVan(stand, Date.now()));
  }

  /** What the parts that wait would bring now. */
  private async gevolgen(
    db: Db,
    cohortId: string,
    delen: readonly DeelRij[],
  ): Promise<ReadonlyMap<string, Gevolgen>> {
    const wachtend = delen.filter(({ status }) => status === 'wacht');
    if (wachtend.length === 0) return new Map();
    const standen = await leesStanden(
      db,
      cohortId,
      wachtend.map((deel) => deel.traject_id),
    );
    const perTraject = new Map(standen.map((stand) => [stand.traject_id, stand]));
    return new Map(
      wachtend.flatMap((deel) => {
        const stand = perTraject.get(deel.traject_id);
        return stand ? [[deel.traject_id, this.gevolg(stand, deel)] as const] : [];
      }),
    );
  }

  private async plan(db: Db, cohortId: string, id: string): Promise<PlanRij> {
    await leesCohort(db, cohortId);
    const plan = await leesPlan(db, cohortId, id);
    if (!plan) throw notFound(GEEN_PLAN);
    return plan;
  }
}
