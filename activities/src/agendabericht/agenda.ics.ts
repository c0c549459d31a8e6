import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';

/** A file for a calendar, as it goes with a mail (RFC 5546). */
export interface Agenda {
  readonly methode: 'REQUEST' | 'CANCEL';
  readonly ics: string;
}

export interface AgendaGegevens {
  readonly methode: Agenda['methode'];
  readonly bijeenkomstId: string;
  /** Domain of the ID, so that no other system has the same. */
  readonly domein: string;
  readonly volgnummer: number;
  readonly begintOp: Date;
  readonly eindigtOp: Date;
  readonly onderwerp: string;
  readonly omschrijving: string;
  readonly plaats: string;
  readonly link: string | null;
  /** Who hears whether a guest comes: the adviseur, in whose name the system sends. */
  readonly organisator: { readonly naam: string; readonly email: string };
  readonly afzender: string;
  readonly genodigde: { readonly naam: string; readonly email: string };
  /** When this is written (DTSTAMP). */
  readonly nu: Date;
}

/** A name as a parameter can hold it: on one line, and without the quotes that it stands between (RFC 5545, 3.2). */
const alsParameter = (naam: string): string =>
  naam
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replaceAll('"', "'")
    .trim();

/** An address in which nothing is left to escape: in a URI that is not done (RFC 5545, 3.3.13), and the library does it. */
const alsUri = (link: string): string =>
  new URL(link).href.replaceAll('\\', '%5C').replaceAll(';', '%3B').replaceAll(',', '%2C');

/**
 * The invitation to one meeting for one guest; others are not named in it. In UTC alone: with a time zone the library
 * prints the machine's own time under its name. Without an alarm: each has his own habit.
 */
export function maakAgenda(gegevens: AgendaGegevens): Agenda {
  const { methode, link, genodigde, organisator } = gegevens;
  const afgezegd = methode === 'CANCEL';
  const kalender = ical({
    prodId: { company: 'Maatwerktraject', product: 'bijeenkomsten', language: 'NL' },
    method: afgezegd ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  kalender.createEvent({
    id: `${gegevens.bijeenkomstId}@${gegevens.domein}`,
    sequence: gegevens.volgnummer,
    stamp: gegevens.nu,
    start: gegevens.begintOp,
    end: gegevens.eindigtOp,
    summary: gegevens.onderwerp,
    description: gegevens.omschrijving,
    ...(gegevens.plaats === '' ? {} : { location: gegevens.plaats }),
    ...(link === null ? {} : { url: alsUri(link) }),
    status: afgezegd ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: alsParameter(organisator.naam), email: organisator.email, sentBy: gegevens.afzender },
    attendees: [
      {
        name: alsParameter(genodigde.naam),
        email: genodigde.email,
        role: ICalAttendeeRole.REQ,
        rsvp: !afgezegd,
        ...(afgezegd ? {} : { status: ICalAttendeeStatus.NEEDSACTION }),
      },
    ],
  });
  return { methode, ics: `${kalender.toString()}\r\n` };
}
