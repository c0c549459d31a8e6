import {
  begin,
  GEWONE_KLOK,
  huidigeStap,
  MAATWERKTRAJECT_1,
  nieuwTraject,
  ochtendVan,
  plusDagen,
  plusWerkdagen,
  procesDeel,
  verstrijkt,
  voerUit,
  volgendMoment,
  type Actor,
  type Datum,
  type Gebeurtenis,
  type Instant,
  type Klok,
  type ProcesSjabloon,
  type TrajectCommando,
  type TrajectToestand,
  type Uitkomstklasse,
  type Verloop,
} from '@maatwerktraject/domain';
import { toeval, type Toeval } from './toeval.js';

/** A traject as the domain knows it: its state, the facts that made it, and what time it is there (ms). */
export interface GebouwdTraject {
  readonly toestand: TrajectToestand;
  readonly feiten: readonly Gebeurtenis[];
  readonly nu: Instant;
}

export interface TrajectOpties {
  readonly sjabloon?: ProcesSjabloon;
  readonly startdatum?: Datum;
  /** Seed of the IDs in it. */
  readonly zaad?: number;
}

/**
 * A traject in a certain state, made the way a real one gets there: by the domain's own commands, with a clock that
 * runs like real time. Its people hand in each taak on the morning on which it opens. Traits are carried out in the
 * order in which they are called.
 */
export class TrajectFactory {
  private verloop: Verloop;
  private nu: Instant;
  private readonly toeval: Toeval;
  private readonly klok: Klok = GEWONE_KLOK;

  constructor({
    sjabloon = procesDeel(MAATWERKTRAJECT_1),
    startdatum = '2027-02-01',
    zaad = 1,
  }: TrajectOpties) {
    this.toeval = toeval(zaad);
    this.nu = ochtendVan(plusDagen(startdatum, -1));
    this.verloop = begin(nieuwTraject(sjabloon, startdatum), this.nu);
  }

  /** The given stap has opened, and nothing is done in it; by default the first. */
  inStap(sleutel: string): this {
    while (!(this.stap.sleutel === sleutel && this.stap.status === 'open')) {
      if (this.stap.status === 'gepland') this.naarVolgendMoment();
      else this.ingeleverd().goedgekeurd();
    }
    return this;
  }

  /** One taak of this stap is a werkdag over its due day, and not handed in. */
  metTeLateTaak(): this {
    const [taak] = this.stap.taken.filter(({ status }) => status !== 'ingediend');
    if (!taak) throw new Error('in deze stap is geen taak die te laat kan zijn');
    return this.op(ochtendVan(plusWerkdagen(taak.vervaltOp, 1)));
  }

  /** All taken of this stap are handed in; it waits for the adviseur. */
  ingeleverd(): this {
    while (this.stap.status !== 'wacht-op-akkoord') {
      const [taak] = this.stap.taken.filter(({ status }) => status === 'open');
      if (taak)
        this.doe({ soort: 'dien-taak-in', taak: taak.sleutel, invoerId: this.toeval.uuid() }, 'gemeente');
      else this.naarVolgendMoment();
    }
    return this;
  }

  goedgekeurd(): this {
    const { sjabloon, uitkomst } = this.verloop.toestand;
    if (sjabloon.stappen[this.stap.volgnummer - 1]?.vraagtUitkomst && !uitkomst) this.metUitkomst('getraind');
    return this.doe({ soort: 'keur-stap-goed', stap: this.stap.sleutel });
  }

  metUitkomst(klasse: Uitkomstklasse): this {
    return this.doe({ soort: 'leg-uitkomst-vast', klasse, invoerId: this.toeval.uuid() });
  }

  /** It is to go on by this sjabloon: at once between two stappen, else when this one is approved. */
  metSjabloon(sjabloon: ProcesSjabloon): this {
    return this.doe({ soort: 'kies-sjabloon', sjabloon });
  }

  /** Every stap is done and approved. */
  afgerond(): this {
    this.inStap(this.verloop.toestand.sjabloon.stappen.at(-1)?.sleutel ?? '');
    return this.ingeleverd().goedgekeurd();
  }

  /** Time goes on until this instant. */
  op(instant: Instant): this {
    this.nu = Math.max(this.nu, instant);
    this.verloop = verstrijkt(this.verloop, this.klok, this.nu);
    return this;
  }

  bouw(): GebouwdTraject {
    return { toestand: this.verloop.toestand, feiten: this.verloop.feiten, nu: this.nu };
  }

  private get stap(): ReturnType<typeof huidigeStap> {
    return huidigeStap(this.verloop.toestand);
  }

  private naarVolgendMoment(): void {
    const moment = volgendMoment(this.verloop.toestand);
    if (!moment) throw new Error('in dit traject gebeurt niets meer vanzelf');
    this.op(moment.op);
  }

  private doe(commando: TrajectCommando, door: Actor = 'adviseur'): this {
    this.verloop = voerUit(this.verloop, commando, this.nu, door);
    return this.op(this.nu);
  }
}

/** For example `eenTraject().inStap('uitvoeren').metTeLateTaak().bouw()`. */
export const eenTraject = (opties: TrajectOpties = {}): TrajectFactory => new TrajectFactory(opties);
