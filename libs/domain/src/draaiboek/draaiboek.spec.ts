import type { Geadresseerd, Personen } from '../bericht/ontvangers.js';
import { lokaleTijd } from '../kalender/amsterdam.js';
import { ochtendVan } from '../kalender/verzendtijd.js';
import { GEWONE_KLOK } from '../klok/klok.js';
import { MAATWERKTRAJECT_2 } from '../sjabloon/maatwerktraject-2.js';
import { NIVEAUS, procesDeel } from '../sjabloon/sjabloon.js';
import { nieuwTraject, type TrajectToestand } from '../traject/toestand.js';
import { begin, verstrijkt } from '../traject/verloop.js';
import { botsingenIn, drukkeWeken, type Botsingsregels } from './botsing.js';
import { maakDraaiboek, type Draaiboek } from './draaiboek.js';
import { niemandReageert, opTijd } from './voorzie.js';

const START = '2027-02-01';
const vooraf = ochtendVan('2027-01-04');
const vooruit = { gedrag: opTijd, tot: ochtendVan('2028-06-01') };
const persoon = (niveau: (typeof NIVEAUS)[number], anders: Partial<Geadresseerd> = {}): Geadresseerd => ({
  id: niveau,
  account: `account-${niveau}`,
  niveau,
  hoofdcontact: niveau === 'beleid',
  vertrektOp: null,
  vervanging: null,
  weekoverzicht: true,
  ...anders,
});
const PERSONEN: Personen = { contactpersonen: NIVEAUS.map((niveau) => persoon(niveau)), heeftLeider: false };
const nieuw = (): TrajectToestand => nieuwTraject(procesDeel(MAATWERKTRAJECT_2), START);
const REGELS: Botsingsregels = {
  letOp: [],
  onbereikbaar: new Set(),
  minutenPerWeek: 240,
  minutenVan: ({ stap, taak, uitvoerder }) =>
    MAATWERKTRAJECT_2.stappen
      .find(({ sleutel }) => sleutel === stap)
      ?.taken.find(({ sleutel }) => sleutel === taak)?.minuten[uitvoerder as 'beleid'] ?? 0,
};

describe('het draaiboek van een traject', () => {
  const boek = maakDraaiboek(nieuw(), PERSONEN, vooraf, vooruit);

  it('names every taak, conversation and mail up to the end', () => {
    const taken = MAATWERKTRAJECT_2.stappen.flatMap(({ taken: alle }) =>
      alle.flatMap((taak) => taak.uitvoerders),
    );
    expect(boek.taken).toHaveLength(taken.length);
    expect(boek.gesprekken).toHaveLength(
      MAATWERKTRAJECT_2.stappen.flatMap(({ checkIns }) => checkIns).length,
    );
    expect(boek.eindigtOp).not.toBeNull();
    expect(boek.taken[0]).toMatchObject({
      sleutel: 'startgegevens.hoofdcontact',
      opentOp: '2027-02-01',
      vervaltOp: '2027-02-15',
      door: ['beleid'],
    });
  });

  it('says who gets a mail by itself, and who reads it in the weekoverzicht of which day', () => {
    const geopend = boek.mails.find(({ onderwerp }) => onderwerp === 'scan.bestuur');
    expect(geopend).toMatchObject({
      bericht: 'taak-geopend',
      ontvangers: [{ id: 'bestuur', wijze: 'weekoverzicht' }],
      overzicht: '2027-02-02',
    });
    const overzichten = boek.mails.filter(({ bericht }) => bericht === 'weekoverzicht');
    expect(overzichten[0]?.ontvangers.map((een) => een.wie === 'contactpersoon' && een.id)).toEqual([
      ...NIVEAUS,
    ]);
    for (const { op, ontvangers } of overzichten) {
      expect(lokaleTijd(op).tijd).toBe('09:00');
      expect(ontvangers.length).toBeGreaterThan(0);
    }
  });

  it('begins with what stands open half-way', () => {
    const nu = ochtendVan('2027-02-10');
    const halverwege = verstrijkt(begin(nieuw(), vooraf), GEWONE_KLOK, nu).toestand;
    const later = maakDraaiboek(halverwege, PERSONEN, nu, vooruit);
    expect(later.taken.slice(0, 2).map(({ sleutel }) => sleutel)).toEqual([
      'startgegevens.hoofdcontact',
      'scan.bestuur',
    ]);
    expect(later.taken).toHaveLength(boek.taken.length);
    expect(later.mails.every(({ op }) => op > nu)).toBe(true);
    expect(later.eindigtOp).toBe(boek.eindigtOp);
  });

  it('has no end in sight when nobody does anything', () => {
    const stil = maakDraaiboek(nieuw(), PERSONEN, vooraf, { ...vooruit, gedrag: niemandReageert });
    expect(stil.eindigtOp).toBeNull();
    expect(stil.mails.map(({ bericht }) => bericht)).toContain('escalatie-leider');
  });
});

describe('wat in een draaiboek botst', () => {
  const maak = (personen = PERSONEN, toestand = nieuw()): Draaiboek =>
    maakDraaiboek(toestand, personen, vooraf, vooruit);

  it('is nothing when all fits', () => {
    expect(botsingenIn(maak(), REGELS)).toEqual([]);
  });

  it('is a mail that a rustperiode moves, and a due day in days to be aware of', () => {
    const rust = { naam: 'Voorjaar', van: '2027-02-20', tot: '2027-02-24' };
    const kalender = { versie: 1, rustperiodes: [rust] };
    // Five werkdagen before the scan is due falls in it; who wants every mail by itself gets that one later.
    const los = {
      ...PERSONEN,
      contactpersonen: NIVEAUS.map((niveau) => persoon(niveau, { weekoverzicht: false })),
    };
    const toestand = nieuwTraject(procesDeel(MAATWERKTRAJECT_2), '2027-01-25', kalender);
    expect(botsingenIn(maak(los, toestand), REGELS)).toContainEqual({
      soort: 'verschoven',
      op: '2027-02-25',
      onderwerp: 'scan.beleid',
      naam: 'Voorjaar',
    });
    const letOp = [{ naam: 'Meivakantie', van: '2027-03-08', tot: '2027-03-08' }];
    expect(botsingenIn(maak(), { ...REGELS, letOp })).toContainEqual({
      soort: 'let-op',
      op: '2027-03-08',
      onderwerp: 'scan.beleid',
      naam: 'Meivakantie',
    });
  });

  it('is an address that does not work, and a mail for nobody', () => {
    expect(botsingenIn(maak(), { ...REGELS, onbereikbaar: new Set(['bestuur']) })[0]).toMatchObject({
      soort: 'adres-werkt-niet',
      wie: 'bestuur',
    });
    expect(botsingenIn(maak({ contactpersonen: [], heeftLeider: false }), REGELS)[0]).toMatchObject({
      soort: 'geen-ontvanger',
    });
  });

  it('is more work in a week than somebody has', () => {
    const alleen = { contactpersonen: [persoon('beleid')], heeftLeider: false };
    expect(botsingenIn(maak(alleen), { ...REGELS, minutenPerWeek: 54 })[0]).toEqual({
      soort: 'te-veel-werk',
      op: '2027-03-08',
      wie: 'beleid',
      minuten: 55,
    });
    expect(botsingenIn(maak(alleen), { ...REGELS, minutenPerWeek: 60 })).toEqual([]);
  });

  it('is a week with more conversations than one adviseur can hold', () => {
    const { gesprekken } = maak();
    const boeken = ['a', 'a', 'a', 'b'].map((adviseur) => ({ adviseur, gesprekken }));
    expect(drukkeWeken(boeken, 3)).toEqual([]);
    expect(drukkeWeken(boeken, 2)[0]).toEqual({ adviseur: 'a', weekVan: '2027-02-01', gesprekken: 3 });
    expect(drukkeWeken(boeken, 2)).toHaveLength(gesprekken.length);
  });
});
