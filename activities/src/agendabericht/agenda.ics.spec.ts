import ICAL from 'ical.js';
import { maakAgenda, type AgendaGegevens } from './agenda.ics.js';

const GEGEVENS: AgendaGegevens = {
  methode: 'REQUEST',
  bijeenkomstId: '6a0a5f8e-7c1d-4b7e-9d3a-2f5b1c8e4d01',
  domein: 'mt.example',
  volgnummer: 3,
  begintOp: new Date('2027-07-01T08:00:00Z'),
  eindigtOp: new Date('2027-07-01T10:00:00Z'),
  onderwerp: 'Groepssessie; verbeteracties, deel 2 \\ 😀 en verder',
  omschrijving: 'Onderwerp: x\nWanneer: y; z, en \\ meer 👩‍🏫',
  plaats: 'Zaal "Twente"; 2e etage, Enschede',
  link: 'https://vergader.example/m?a=1;b=2,3',
  organisator: { naam: 'Ank "Anna"; de Vries, adviseur', email: 'ank@les.example' },
  afzender: 'traject@mt.example',
  genodigde: { naam: 'Zoë 😀: Bos\r\nATTENDEE:mailto:kwaad@x.example', email: 'zoe@x.example' },
  nu: new Date('2027-06-01T07:00:00Z'),
};

/** As another program reads it. */
const lees = (ics: string): { kalender: ICAL.Component; event: ICAL.Component } => {
  const kalender = new ICAL.Component(ICAL.parse(ics) as never);
  const event = kalender.getFirstSubcomponent('vevent');
  if (!event) throw new Error('geen VEVENT');
  return { kalender, event };
};
const waarde = (event: ICAL.Component, naam: string): string =>
  String(event.getFirstPropertyValue(naam) as unknown);

describe('een uitnodiging voor de agenda', () => {
  it('is read by another program as it was meant, whatever people typed', () => {
    const { kalender, event } = lees(maakAgenda(GEGEVENS).ics);
    expect(kalender.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(waarde(event, 'summary')).toBe(GEGEVENS.onderwerp);
    expect(waarde(event, 'description')).toBe(GEGEVENS.omschrijving);
    expect(waarde(event, 'location')).toBe(GEGEVENS.plaats);
    expect(waarde(event, 'uid')).toBe(`${GEGEVENS.bijeenkomstId}@mt.example`);
    expect(waarde(event, 'sequence')).toBe('3');
    expect(waarde(event, 'status')).toBe('CONFIRMED');
    const link = new URL(waarde(event, 'url'));
    expect([link.host, decodeURIComponent(link.search)]).toEqual(['vergader.example', '?a=1;b=2,3']);
    expect(event.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('names the adviseur, the system that sends for him, and this one guest', () => {
    const { event } = lees(maakAgenda(GEGEVENS).ics);
    const organisator = event.getFirstProperty('organizer');
    expect(organisator?.getFirstValue()).toBe('mailto:ank@les.example');
    expect(organisator?.getParameter('cn')).toBe("Ank 'Anna'; de Vries, adviseur");
    expect(organisator?.getParameter('sent-by')).toBe('mailto:traject@mt.example');
    const gasten = event.getAllProperties('attendee');
    expect(gasten.map((gast) => String(gast.getFirstValue()).toLowerCase())).toEqual([
      'mailto:zoe@x.example',
    ]);
    expect(gasten[0]?.getParameter('cn')).toBe('Zoë 😀: Bos ATTENDEE:mailto:kwaad@x.example');
    expect([gasten[0]?.getParameter('rsvp'), gasten[0]?.getParameter('partstat')]).toEqual([
      'TRUE',
      'NEEDS-ACTION',
    ]);
  });

  it.each(['UTC', 'America/New_York'])('says its moments in UTC alone, on a machine in %s', (zone) => {
    const oud = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      const { ics } = maakAgenda(GEGEVENS);
      expect(ics).toContain('DTSTART:20270701T080000Z\r\n');
      expect(ics).toContain('DTEND:20270701T100000Z\r\n');
      expect(ics).not.toMatch(/TZID|VTIMEZONE/);
      const begin = lees(ics).event.getFirstPropertyValue('dtstart') as ICAL.Time;
      expect(begin.toJSDate()).toEqual(GEGEVENS.begintOp);
    } finally {
      if (oud === undefined) delete process.env['TZ'];
      else process.env['TZ'] = oud;
    }
  });

  it('has no line over 75 bytes, breaks no character in two, and ends each line as it should', () => {
    const lang = { ...GEGEVENS, onderwerp: 'Één gesprek 😀🧑‍🤝‍🧑 '.repeat(30).trim() };
    const { ics } = maakAgenda(lang);
    const regels = ics.split('\r\n');
    expect(regels.pop()).toBe('');
    expect(Math.max(...regels.map((regel) => Buffer.byteLength(regel)))).toBeLessThanOrEqual(75);
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Buffer.from(ics).toString()).toBe(ics);
    expect(waarde(lees(ics).event, 'summary')).toBe(lang.onderwerp);
  });

  it('takes a meeting off the calendar, under the same ID', () => {
    const { methode, ics } = maakAgenda({ ...GEGEVENS, methode: 'CANCEL', volgnummer: 4 });
    const { kalender, event } = lees(ics);
    expect([methode, kalender.getFirstPropertyValue('method')]).toEqual(['CANCEL', 'CANCEL']);
    expect([waarde(event, 'uid'), waarde(event, 'sequence'), waarde(event, 'status')]).toEqual([
      `${GEGEVENS.bijeenkomstId}@mt.example`,
      '4',
      'CANCELLED',
    ]);
    expect(event.getFirstProperty('attendee')?.getParameter('rsvp')).not.toBe('TRUE');
  });

  it('says nothing of a place or link that there is not', () => {
    const { event } = lees(maakAgenda({ ...GEGEVENS, plaats: '', link: null }).ics);
    expect([event.hasProperty('location'), event.hasProperty('url')]).toEqual([false, false]);
  });
});
