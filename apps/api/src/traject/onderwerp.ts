import { EXTRA_TAAK, EXTRA_TAAK_TITEL, type Geadresseerde, type Sjabloon } from '@maatwerktraject/domain';

const UITVOERDER_IN_WOORDEN: Readonly<Record<Geadresseerde, string>> = {
  hoofdcontact: 'hoofdcontact',
  bestuur: 'bestuur',
  beleid: 'beleid',
  uitvoering: 'uitvoering',
  adviseur: 'adviseur',
  leider: 'leider van het cohort',
  gemeente: 'iedereen met een open taak',
};

export const inWoorden = (uitvoerder: string): string =>
  (UITVOERDER_IN_WOORDEN as Readonly<Record<string, string>>)[uitvoerder] ?? uitvoerder;

/**
 * Titles of what facts and mails are about, by the keys that these carry. An unknown key stands for itself. `extra`: the
 * titles of extra taken by their keys.
 */
export class Titels {
  constructor(
    private readonly sjabloon: Sjabloon,
    private readonly extra: ReadonlyMap<string, string> = new Map(),
  ) {}

  stap(sleutel: string): string {
    return this.sjabloon.stappen.find((stap) => stap.sleutel === sleutel)?.titel ?? sleutel;
  }

  /** By its place, from 1. */
  stapNummer(volgnummer: number): string {
    return this.sjabloon.stappen[volgnummer - 1]?.titel ?? String(volgnummer);
  }

  checkIn(sleutel: string): string {
    const alle = this.sjabloon.stappen.flatMap(({ checkIns }) => checkIns);
    return alle.find((checkIn) => checkIn.sleutel === sleutel)?.titel ?? sleutel;
  }

  /** `<taak>.<uitvoerder>` as "Scan (beleid)". */
  taak(stap: string, sleutel: string): string {
    const [taak = sleutel, uitvoerder] = sleutel.split('.');
    const inhoud = this.sjabloon.stappen
      .find((een) => een.sleutel === stap)
      ?.taken.find((een) => een.sleutel === taak);
    const titel =
      inhoud?.titel ?? (taak.startsWith(EXTRA_TAAK) ? (this.extra.get(taak) ?? EXTRA_TAAK_TITEL) : taak);
    return uitvoerder === undefined ? titel : `${titel} (${inWoorden(uitvoerder)})`;
  }

  /** What a mail is about: a taak, a check-in or the stap itself. */
  onderwerp(stap: string, sleutel: string): string {
    if (sleutel === stap) return this.stap(stap);
    return sleutel.includes('.') ? this.taak(stap, sleutel) : this.checkIn(sleutel);
  }
}
