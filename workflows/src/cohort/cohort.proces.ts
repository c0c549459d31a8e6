import {
  domeinTijd,
  echteTijd,
  GEWONE_KLOK,
  verzetKlok,
  volgendeControle,
  type Klok,
} from '@maatwerktraject/domain';
import type { CohortFeit, CohortInvoer, CohortProjectie, KlokVerzoek } from '@maatwerktraject/messages';

/** A practice clock may run so fast that werkdagen follow each other within milliseconds: look no more often than this. */
const MIN_TUSSENTIJD_MS = 2_000;

/** The state of one cohort inside its workflow. Times are real, in ms, from the workflow's clock. */
export class CohortProces {
  private volgnummer: number;
  private readonly verzoeken: string[];
  private klokNu: Klok;

  constructor(private readonly invoer: CohortInvoer) {
    this.volgnummer = invoer.voortzetting?.volgnummer ?? 0;
    this.verzoeken = [...(invoer.voortzetting?.verzoeken ?? [])];
    this.klokNu = invoer.klok;
  }

  isOefencohort(): boolean {
    return this.klokNu.versie > GEWONE_KLOK.versie;
  }

  klok(): Klok {
    return this.klokNu;
  }

  isHerhaling(verzoek: KlokVerzoek): boolean {
    return this.verzoeken.includes(verzoek.verzoekId);
  }

  /** Moves the clock; false when it was there already, and nothing has changed. */
  verzet(verzoek: KlokVerzoek, nu: number): boolean {
    const { versie } = this.klokNu;
    this.verzoeken.push(verzoek.verzoekId);
    this.klokNu = verzetKlok(this.klokNu, nu, verzoek.naar);
    return this.klokNu.versie > versie;
  }

  /** Facts to write down now, with their numbers; they count as written from here on. */
  feiten(nu: number, door: CohortFeit['door'], ...soorten: CohortFeit['soort'][]): CohortProjectie {
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

  volgendeInvoer(): CohortInvoer {
    return {
      ...this.invoer,
      klok: this.klokNu,
      voortzetting: { volgnummer: this.volgnummer, verzoeken: this.verzoeken },
    };
  }
}
