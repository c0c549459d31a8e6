import {
  besluitCohort,
  controleerCohort,
  domeinTijd,
  echteTijd,
  getoetst,
  GEWONE_KLOK,
  herinner,
  laatVervallen,
  LEGE_AGENDA,
  pasAgendaToe,
  teToetsen,
  verzetKlok,
  volgendCohortMoment,
  volgendeControle,
  wachtOpSessie,
  type Actor,
  type AgendaFeitInhoud,
  type CohortAgenda,
  type CohortMoment,
  type Klok,
  type Meting,
  type Voorwaarde,
  type Weigering,
} from '@maatwerktraject/domain';
import type {
  CohortInvoer,
  CohortProjectie,
  CohortVerzoek,
  KlokVerzoek,
  VerloopSoort,
} from '@maatwerktraject/messages';

/** A practice clock may run so fast that werkdagen follow each other within milliseconds: look no more often than this. */
const MIN_TUSSENTIJD_MS = 2_000;

/** The state of one cohort inside its workflow. Times are real, in ms, from the workflow's clock. */
export class CohortProces {
  private volgnummer: number;
  private readonly verzoeken: string[];
  private klokNu: Klok;
  private agenda: CohortAgenda;
  private wijzigingen = 0;
  private gesloten = false;

  constructor(private readonly invoer: CohortInvoer) {
    this.volgnummer = invoer.voortzetting?.volgnummer ?? 0;
    this.verzoeken = [...(invoer.voortzetting?.verzoeken ?? [])];
    this.agenda = invoer.voortzetting?.agenda ?? LEGE_AGENDA;
    this.klokNu = invoer.klok;
  }

  isOefencohort(): boolean {
    return this.klokNu.versie > GEWONE_KLOK.versie;
  }

  klok(): Klok {
    return this.klokNu;
  }

  isHerhaling({ verzoekId }: { readonly verzoekId: string }): boolean {
    return this.verzoeken.includes(verzoekId);
  }

  /** Moves the clock; false when it was there already, and nothing has changed. */
  verzet(verzoek: KlokVerzoek, nu: number): boolean {
    const { versie } = this.klokNu;
    this.verzoeken.push(verzoek.verzoekId);
    this.klokNu = verzetKlok(this.klokNu, nu, verzoek.naar);
    return this.klokNu.versie > versie;
  }

  /** Why a request cannot be carried out; undefined when it can, or was. */
  controleer(verzoek: CohortVerzoek, nu: number): Weigering | undefined {
    if (this.isHerhaling(verzoek)) return undefined;
    if (this.gesloten)
      return {
        code: 'cohort-afgesloten',
        zin: 'Dit cohort is afgesloten. Er kan niets meer worden gewijzigd.',
      };
    return controleerCohort(this.agenda, verzoek.commando, this.invoer, domeinTijd(this.klokNu, nu));
  }

  /** Carries out a request that was checked; gives what is to be written down. */
  voerUit({ verzoekId, door, commando }: CohortVerzoek, nu: number): CohortProjectie {
    this.verzoeken.push(verzoekId);
    this.wijzigingen += 1;
    return this.metFeit(besluitCohort(this.agenda, commando), domeinTijd(this.klokNu, nu), door);
  }

  /** The moment that is due at the real instant `nu`, if any. */
  vervallenMoment(nu: number): CohortMoment | undefined {
    const moment = volgendCohortMoment(this.agenda);
    return moment && moment.op <= domeinTijd(this.klokNu, nu) ? moment : undefined;
  }

  /** The condition that a moment asks to be counted for; undefined when it asks none, or when it makes no sense any more. */
  voorwaardeBij(moment: CohortMoment, nu: number): Voorwaarde | undefined {
    if (moment.soort !== 'voorwaarde') return undefined;
    return teToetsen(this.agenda, moment, domeinTijd(this.klokNu, nu));
  }

  /** What a count of a condition brings. It may have changed while it was counted: then it stays as it is now. */
  naMeting(moment: CohortMoment, voorwaarde: Voorwaarde, meting: Meting): CohortProjectie | undefined {
    const nog = this.agenda.momenten.includes(moment);
    return nog ? this.metFeit(getoetst(voorwaarde, meting), moment.op, 'systeem') : undefined;
  }

  /** What any other moment brings; undefined when nothing comes of it. It is off the agenda from here on. */
  handelAf(moment: CohortMoment, nu: number): CohortProjectie | undefined {
    const feit =
      moment.soort === 'sessie-herinnering'
        ? herinner(this.agenda, moment, domeinTijd(this.klokNu, nu))
        : undefined;
    if (feit) return this.metFeit(feit, moment.op, 'systeem');
    this.agenda = laatVervallen(this.agenda, moment);
    return undefined;
  }

  /** Facts of the cohort itself to write down now, with their numbers; they count as written from here on. */
  feiten(nu: number, door: Actor, ...soorten: VerloopSoort[]): CohortProjectie {
    const op = domeinTijd(this.klokNu, nu);
    const vanaf = this.volgnummer + 1;
    this.volgnummer += soorten.length;
    return {
      cohortId: this.invoer.cohortId,
      vanaf,
      feiten: soorten.map((soort) => ({ soort, op, door })),
      klok: this.klokNu,
    };
  }

  /** The real instant at which it makes sense to look again whether all trajecten have ended: a werkdag at 17:00. */
  volgendeControle(nu: number): number {
    const { sjabloon, startdatum } = this.invoer;
    const moment = volgendeControle(sjabloon, startdatum, domeinTijd(this.klokNu, nu));
    return Math.max(echteTijd(this.klokNu, moment), nu + MIN_TUSSENTIJD_MS);
  }

  /** The real instant at which something on its own agenda falls due; undefined when nothing does. */
  volgendeAgenda(): number | undefined {
    const moment = volgendCohortMoment(this.agenda);
    return moment && echteTijd(this.klokNu, moment.op);
  }

  /** Whether a groepssessie is still to come or going on. */
  wachtOpSessie(nu: number): boolean {
    return wachtOpSessie(this.agenda, domeinTijd(this.klokNu, nu));
  }

  /** How many requests this run has carried out. */
  aantalWijzigingen(): number {
    return this.wijzigingen;
  }

  sluit(): void {
    this.gesloten = true;
  }

  volgendeInvoer(): CohortInvoer {
    return {
      ...this.invoer,
      klok: this.klokNu,
      voortzetting: { volgnummer: this.volgnummer, verzoeken: this.verzoeken, agenda: this.agenda },
    };
  }

  private metFeit(feit: AgendaFeitInhoud, op: number, door: Actor): CohortProjectie {
    this.agenda = pasAgendaToe(this.agenda, feit, this.invoer, op);
    this.volgnummer += 1;
    return {
      cohortId: this.invoer.cohortId,
      vanaf: this.volgnummer,
      feiten: [{ ...feit, op, door }],
      klok: this.klokNu,
      volgendMomentOp: volgendCohortMoment(this.agenda)?.op ?? null,
    };
  }
}
