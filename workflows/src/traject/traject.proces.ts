import {
  begin,
  controleer,
  domeinTijd,
  echteTijd,
  huidigeStap,
  inHuidigeToestand,
  inHuidigeVorm,
  nieuwTraject,
  verstrijkt,
  voerUit,
  volgendMoment,
  type Gebeurtenis,
  type Klok,
  type TrajectToestand,
  type Verloop,
  type Weigering,
} from '@maatwerktraject/domain';
import type {
  TrajectInvoer,
  TrajectProjectie,
  TrajectVerzoek,
  TrajectVoortzetting,
} from '@maatwerktraject/messages';

/** Requests older than these are forgotten; a traject gets a few dozen in all. */
const BEWAARDE_VERZOEKEN = 500;

/**
 * The state of one traject inside its workflow: what the domain decided, and how much of that is written down. All
 * methods are synchronous, so that no other handler comes in between. Times are real, in ms, from the workflow's clock.
 */
export class TrajectProces {
  private toestand: TrajectToestand;
  private klok: Klok;
  private volgnummer: number;
  private readonly verzoeken: string[];
  private wachtrij: Gebeurtenis[] = [];
  private nietVast = false;

  constructor(private readonly invoer: TrajectInvoer) {
    const { voortzetting } = invoer;
    this.toestand = voortzetting
      ? inHuidigeToestand(voortzetting.toestand)
      : nieuwTraject(inHuidigeVorm(invoer.sjabloon), invoer.startdatum, invoer.kalender);
    this.klok = invoer.klok;
    this.volgnummer = voortzetting?.volgnummer ?? 0;
    this.verzoeken = [...(voortzetting?.verzoeken ?? [])];
  }

  /** Begins the traject, unless this run continues one. */
  begin(nu: number): void {
    if (!this.invoer.voortzetting) this.neemOver(begin(this.toestand, domeinTijd(this.klok, nu)));
  }

  /** Handles all that has come due. */
  verstrijk(nu: number): void {
    this.neemOver(verstrijkt({ toestand: this.toestand, feiten: [] }, this.klok, nu));
  }

  isHerhaling(verzoek: TrajectVerzoek): boolean {
    return this.verzoeken.includes(verzoek.verzoekId);
  }

  /** Whether a request can be carried out now; changes nothing. */
  controleer(verzoek: TrajectVerzoek, nu: number): Weigering | undefined {
    if (this.isHerhaling(verzoek)) return undefined;
    const { toestand } = verstrijkt({ toestand: this.toestand, feiten: [] }, this.klok, nu);
    return controleer(toestand, verzoek.commando, domeinTijd(this.klok, nu));
  }

  /** Carries out a request that `controleer` accepts. */
  voerUit(verzoek: TrajectVerzoek, nu: number): void {
    // Due moments first: they come before the request in the domain's time.
    const bij = verstrijkt({ toestand: this.toestand, feiten: [] }, this.klok, nu);
    this.neemOver(voerUit(bij, verzoek.commando, domeinTijd(this.klok, nu), verzoek.door));
    this.verzoeken.push(verzoek.verzoekId);
    if (this.verzoeken.length > BEWAARDE_VERZOEKEN) this.verzoeken.shift();
    this.nietVast = true;
  }

  verzetKlok(klok: Klok): void {
    if (klok.versie > this.klok.versie) this.klok = klok;
  }

  /** The number of the last fact that was decided. */
  laatsteVolgnummer(): number {
    return this.volgnummer + this.wachtrij.length;
  }

  /** The number of the last fact that was written down. */
  geschrevenTot(): number {
    return this.volgnummer;
  }

  heeftWachtrij(): boolean {
    return this.wachtrij.length > 0;
  }

  /**
   * Whether the queue holds facts of a request. History may not hold that request yet: an accepted Update is only in it
   * once the workflow task that accepted it has ended. Asking this resets it.
   */
  vraagtVastleggen(): boolean {
    const { nietVast } = this;
    this.nietVast = false;
    return nietVast;
  }

  /** What to write down now. */
  projectie(): TrajectProjectie {
    return {
      trajectId: this.invoer.trajectId,
      vanaf: this.volgnummer + 1,
      feiten: this.wachtrij,
      volgendMomentOp: volgendMoment(this.toestand)?.op ?? null,
    };
  }

  geschreven(projectie: TrajectProjectie): void {
    this.wachtrij = this.wachtrij.slice(projectie.feiten.length);
    this.volgnummer += projectie.feiten.length;
  }

  /** The real instant at which something is due next; undefined when only people are waited for. */
  volgendeWekker(): number | undefined {
    const moment = volgendMoment(this.toestand);
    return moment && echteTijd(this.klok, moment.op);
  }

  volgendeSoort(): string {
    return volgendMoment(this.toestand)?.soort ?? '';
  }

  klokVersie(): number {
    return this.klok.versie;
  }

  /** Whether nothing more will come, unless somebody opens it again: that starts a new chain. */
  isVoorbij(): boolean {
    const { status, agenda } = this.toestand;
    return (status === 'afgerond' || status === 'teruggetrokken') && agenda.length === 0;
  }

  stapVolgnummer(): number {
    return huidigeStap(this.toestand).volgnummer;
  }

  /** The process in words, for Temporal's own pages; no personal data. */
  omschrijving(): string {
    const { stap, status, agenda } = this.toestand;
    if (!stap) return 'Nog niet begonnen';
    const open = stap.taken.filter((taak) => taak.status === 'open').map((taak) => taak.sleutel);
    return [
      `**Traject ${status}**, stap ${String(stap.volgnummer)} (${stap.sleutel}): ${stap.status}`,
      `Open taken: ${open.join(', ') || 'geen'}`,
      `Momenten op de agenda: ${String(agenda.length)}`,
    ].join('\n\n');
  }

  voortzetting(): TrajectVoortzetting {
    return { toestand: this.toestand, volgnummer: this.volgnummer, verzoeken: this.verzoeken };
  }

  volgendeInvoer(): TrajectInvoer {
    const { heropend: _, ...invoer } = this.invoer;
    return { ...invoer, klok: this.klok, voortzetting: this.voortzetting() };
  }

  private neemOver({ toestand, feiten }: Verloop): void {
    this.toestand = toestand;
    this.wachtrij = [...this.wachtrij, ...feiten];
  }
}
