import type { z } from 'zod';
import type { Cohort, Resultaten, Traject as TrajectVorm } from '@maatwerktraject/contracts';
import { ochtendVan, type Instant, type Sjabloon } from '@maatwerktraject/domain';
import type { Wie } from './aanmeldingen.js';
import { Geweigerd, type ApiClient } from './api.client.js';
import { antwoord, Dobbelsteen, inlevermoment, uitkomst } from './gedrag.js';
import { Planner } from './planner.js';

export type Traject = z.infer<typeof TrajectVorm>;
export type CohortStand = z.infer<typeof Cohort>;
export type ResultatenStand = z.infer<typeof Resultaten>;
type Stap = Traject['stappen'][number];

const UUR = 3_600_000;
const DAG = 24 * UUR;
/** Requests under way at once. */
const GELIJKTIJDIG = 24;
const KLOK_OPVRAGEN_MS = 2_000;

/** Who does a taak: the person on its niveau, and the hoofdcontact where there is none. */
export function uitvoerderVan(
  { contactpersonen }: Pick<Traject, 'contactpersonen'>,
  uitvoerder: string,
): Wie {
  if (uitvoerder === 'adviseur') return 'adviseur';
  const persoon =
    contactpersonen.find(({ niveau }) => niveau === uitvoerder) ??
    contactpersonen.find(({ hoofdcontact }) => hoofdcontact);
  if (!persoon) throw new Error(`niemand voor ${uitvoerder}`);
  return persoon.email as Wie;
}

export interface SimulatieOpties {
  readonly api: ApiClient;
  readonly cohortId: string;
  readonly trajectIds: readonly string[];
  readonly sjabloon: Sjabloon;
  readonly seed: number;
  /** Told of each stap that was approved and of each traject that ended. */
  readonly voortgang: (stand: { goedgekeurd: number; afgerond: number }) => void;
}

/** Plays all people of a cohort: they hand in, talk, approve and decide on the outcome, each in their own time. */
export class Simulatie {
  private klok = { echt: 0, domein: 0, factor: 0 };
  private readonly planner = new Planner(() => this.nu(), GELIJKTIJDIG);
  private goedgekeurd = 0;
  private afgerond = 0;
  private gesloten = false;

  constructor(private readonly opties: SimulatieOpties) {}

  /** Runs until the cohort is closed. Rejects at the first refusal that should not be. */
  async speel(): Promise<void> {
    await this.zetKlokGelijk();
    for (const trajectId of this.opties.trajectIds) this.planner.plan(this.nu(), () => this.begin(trajectId));
    const klokken = setInterval(() => {
      void this.zetKlokGelijk().catch(() => undefined);
    }, KLOK_OPVRAGEN_MS);
    try {
      await this.planner.loop(() => this.gesloten);
    } finally {
      clearInterval(klokken);
    }
  }

  private nu(): Instant {
    return this.klok.domein + (Date.now() - this.klok.echt) * this.klok.factor;
  }

  private async zetKlokGelijk(): Promise<void> {
    const cohort = await this.opties.api.lees<CohortStand>('adviseur', `/cohorten/${this.opties.cohortId}`);
    if (!cohort.oefenklok?.nu) throw new Error('het cohort heeft geen lopende oefenklok');
    this.klok = {
      echt: Date.now(),
      domein: Date.parse(cohort.oefenklok.nu),
      factor: cohort.oefenklok.dagenPerSeconde * 86_400,
    };
    this.gesloten = cohort.status === 'afgesloten';
  }

  private async begin(trajectId: string): Promise<void> {
    this.planOpening(await this.leesTraject(trajectId));
  }

  private leesTraject(trajectId: string): Promise<Traject> {
    return this.opties.api.lees<Traject>('adviseur', `/trajecten/${trajectId}`);
  }

  /** Waits for the stap under way to open; then its days are known. */
  private planOpening(traject: Traject): void {
    const stap = traject.stappen.find(({ sleutel }) => sleutel === traject.stap);
    const opentOp = stap?.opentOp ?? stap?.geplandOp;
    this.planner.plan(opentOp ? ochtendVan(opentOp) : this.nu() + UUR, async () => {
      const stand = await this.leesTraject(traject.id);
      const open = stand.stappen.find(({ sleutel }) => sleutel === stand.stap);
      if (open?.status === 'open') this.planStap(stand, open);
      else this.later(() => this.begin(traject.id));
    });
  }

  private planStap(traject: Traject, stap: Stap): void {
    let teDoen = stap.taken.length;
    for (const taak of stap.taken) {
      const { opentOp, vervaltOp } = taak;
      if (!opentOp || !vervaltOp) throw new Error(`taak ${taak.id} heeft geen dagen`);
      const dobbelsteen = new Dobbelsteen(
        this.opties.seed,
        `${traject.gemeente.code} ${taak.stap} ${taak.sleutel} ${taak.uitvoerder}`,
      );
      this.planner.plan(inlevermoment(dobbelsteen, { opentOp, vervaltOp }), async () => {
        await this.dienIn(traject, taak, dobbelsteen);
        teDoen--;
        if (teDoen === 0) this.planGoedkeuring(traject, stap);
      });
    }
    for (const checkIn of stap.checkIns) {
      const dobbelsteen = new Dobbelsteen(this.opties.seed, `${traject.gemeente.code} ${checkIn.sleutel}`);
      const op = ochtendVan(checkIn.weekVan) + dobbelsteen.tussen(1, 4) * DAG + 2 * UUR;
      this.planner.plan(op, () => this.legCheckInVast(traject.id, checkIn.sleutel));
    }
  }

  private async dienIn(
    traject: Traject,
    taak: Stap['taken'][number],
    dobbelsteen: Dobbelsteen,
  ): Promise<void> {
    const { sjabloon, api } = this.opties;
    const vorm = sjabloon.stappen
      .find(({ sleutel }) => sleutel === taak.stap)
      ?.taken.find(({ sleutel }) => sleutel === taak.sleutel);
    if (!vorm) throw new Error(`taak ${taak.sleutel} staat niet in het sjabloon`);
    const inhoud = Object.fromEntries(vorm.velden.map((veld) => [veld.sleutel, antwoord(veld, dobbelsteen)]));
    await this.zodraHetKan('taak-niet-open', () =>
      api.doe(uitvoerderVan(traject, taak.uitvoerder), 'POST', `/taken/${taak.id}/inzending`, { inhoud }),
    );
  }

  private async legCheckInVast(trajectId: string, sleutel: string): Promise<void> {
    const datum = new Date(this.nu()).toISOString().slice(0, 10);
    const inhoud = { gehouden: true, datum, verslag: 'Besproken hoe het gaat en wat er nodig is.' };
    try {
      await this.zodraHetKan('check-in-niet-aan-de-beurt', () =>
        this.opties.api.doe(
          'adviseur',
          'POST',
          `/trajecten/${trajectId}/check-ins/${sleutel}/verslag`,
          inhoud,
        ),
      );
    } catch (fout) {
      // A traject may end before its last conversation: then that one lapses.
      if (!(fout instanceof Geweigerd) || fout.code !== 'traject-afgerond') throw fout;
    }
  }

  private planGoedkeuring(traject: Traject, stap: Stap): void {
    const { seed, api } = this.opties;
    const dobbelsteen = new Dobbelsteen(seed, `${traject.gemeente.code} akkoord ${stap.sleutel}`);
    this.planner.plan(this.nu() + dobbelsteen.tussen(1, 72) * UUR, async () => {
      if (stap.vraagtUitkomst) {
        const inhoud = {
          klasse: uitkomst(dobbelsteen),
          toelichting: 'Op grond van de antwoorden in stap 5.',
        };
        await api.doe('adviseur', 'PUT', `/trajecten/${traject.id}/uitkomst`, inhoud);
      }
      await api.doe('adviseur', 'POST', `/trajecten/${traject.id}/stappen/${stap.sleutel}/goedkeuring`, {});
      this.goedgekeurd++;
      if (stap.vraagtUitkomst) this.afgerond++;
      else this.planOpening(await this.leesTraject(traject.id));
      this.opties.voortgang({ goedgekeurd: this.goedgekeurd, afgerond: this.afgerond });
    });
  }

  /** Under load the process may be a little behind the clock; a refusal for that reason passes. */
  private async zodraHetKan(code: string, doe: () => Promise<unknown>): Promise<void> {
    const tot = Date.now() + 120_000;
    for (;;) {
      try {
        await doe();
        return;
      } catch (fout) {
        if (!(fout instanceof Geweigerd) || fout.code !== code || Date.now() > tot) throw fout;
        await new Promise((klaar) => setTimeout(klaar, 500));
      }
    }
  }

  private later(doe: () => Promise<void>): void {
    this.planner.plan(this.nu() + this.klok.factor * 500, doe);
  }
}
