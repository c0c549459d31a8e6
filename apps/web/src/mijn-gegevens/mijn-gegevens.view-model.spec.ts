import type { MijnGegevens } from '../api/types.js';
import {
  aanmeldenMet,
  bestandVan,
  legeSoorten,
  openVerzoek,
  redenFout,
  soortenVan,
} from './mijn-gegevens.view-model.js';
import { onderdeelInWoorden } from './onderdeel.woorden.js';

const TRAJECT = '0b9a4e1c-3d5f-8c7a-b1e2-4f6a8c0d2e35';
const leeg: MijnGegevens = {
  gemaaktOp: '2027-02-03T23:30:00.000Z',
  uitleg: [],
  ontvangers: [],
  account: {
    id: 'a',
    soort: 'mens',
    naam: 'Kim',
    email: 'kim@x.example',
    status: 'actief',
    aanbieder: null,
    kenmerkBijAanbieder: null,
    gemaaktOp: '2027-02-01T08:00:00.000Z',
  },
  toekenningen: [],
  uitnodigingen: [],
  bijeenkomsten: [],
  contactpersonen: [],
  cohorten: [],
  sessies: [],
  passkeys: [],
  accountberichten: [],
  aanmeldlinks: [],
  invoer: [],
  berichten: [],
  mailpogingen: [],
  adresproblemen: [],
  inzagen: [],
  wissingsverzoeken: [],
  auditregels: [],
};
const contact = {
  id: 'c',
  trajectId: TRAJECT,
  cohort: 'Twente',
  gemeente: 'Enschede',
  naam: 'Kim',
  email: 'kim@x.example',
  niveau: 'beleid',
  hoofdcontact: true,
  weekoverzicht: true,
  vertrektOp: null,
  vervangerVan: null,
  vervangerTot: null,
};
const toekenning = {
  id: 't',
  naam: null,
  rol: 'onderzoeker',
  cohortId: 'c1',
  cohort: 'Twente',
  identiteiten: true,
  reden: 'Voor de interviews.',
  verleendOp: '2027-01-05T08:00:00.000Z',
  vervaltOp: '2027-03-05T08:00:00.000Z',
  ingetrokkenOp: null,
} as const;

const soort = (gegevens: Partial<MijnGegevens>, id: string) => {
  const gevonden = soortenVan({ ...leeg, ...gegevens }).find((een) => een.id === id);
  if (!gevonden) throw new Error(`no kind ${id}`);
  return gevonden;
};
const cellen = (gegevens: Partial<MijnGegevens>, id: string) =>
  soort(gegevens, id).rijen.map((rij) => rij.cellen);

describe('uw gegevens', () => {
  it('hebben bij elke soort evenveel koppen als cellen', () => {
    const alles: MijnGegevens = {
      ...leeg,
      toekenningen: [toekenning],
      contactpersonen: [contact],
      sessies: [
        {
          id: 's',
          rol: 'gemeente',
          via: 'link',
          meerdereFactoren: true,
          apparaat: 'Firefox',
          begonnenOp: leeg.gemaaktOp,
          gebruiktOp: leeg.gemaaktOp,
          vervaltOp: leeg.gemaaktOp,
          beeindigdOp: null,
        },
      ],
      passkeys: [{ id: 'p', naam: 'Telefoon', gemaaktOp: leeg.gemaaktOp, gebruiktOp: null }],
      accountberichten: [{ soort: 'passkey-toegevoegd', status: 'verzonden', gevraagdOp: leeg.gemaaktOp }],
      invoer: [
        { id: 'i', trajectId: TRAJECT, soort: 'verslag', onderwerp: 'x', inhoud: {}, op: leeg.gemaaktOp },
      ],
      bijeenkomsten: [
        {
          bijeenkomstId: 'b',
          onderwerp: 'Groepssessie',
          begintOp: leeg.gemaaktOp,
          rol: 'deelnemer',
          aanwezig: 'aanwezig',
          berichten: 1,
        },
      ],
      inzagen: [{ trajectId: TRAJECT, begintOp: leeg.gemaaktOp, vervaltOp: leeg.gemaaktOp }],
      wissingsverzoeken: [{ id: 'w', reden: '', gevraagdOp: leeg.gemaaktOp, afgehandeldOp: leeg.gemaaktOp }],
      auditregels: [
        {
          volgnummer: 1,
          op: leeg.gemaaktOp,
          zelf: true,
          rol: 'gemeente',
          handeling: 'aanmelden',
          onderwerp: null,
          reden: null,
          inhoud: { via: 'link' },
          adres: null,
        },
      ],
    };
    for (const { id, koppen, rijen } of soortenVan(alles))
      expect([id, rijen.map((rij) => rij.cellen.length + (rij.lijst ? 1 : 0))]).toEqual([
        id,
        [koppen.length],
      ]);
    expect(legeSoorten(soortenVan(alles))).toBeNull();
  });

  it('noemen wat er niet is in één zin', () => {
    expect(legeSoorten(soortenVan(leeg))).toMatch(
      /^Hierover bewaren wij niets van u: rollen en toegang; .*\.$/,
    );
  });

  it('zeggen welke rol iemand heeft, en tot wanneer', () => {
    const weg = { ...toekenning, ingetrokkenOp: '2027-02-01T08:00:00.000Z' };
    const vast = {
      ...toekenning,
      rol: 'beheerder',
      cohort: null,
      identiteiten: false,
      reden: null,
      vervaltOp: null,
    } as const;
    expect(cellen({ toekenningen: [toekenning, weg, vast] }, 'rollen')).toEqual([
      ['onderzoeker', 'Twente', '5 jan 2027', 'Tot 5 mrt 2027', 'Ja', 'Voor de interviews.', '–'],
      ['onderzoeker', 'Twente', '5 jan 2027', 'Ingetrokken op 1 feb 2027', 'Ja', 'Voor de interviews.', '–'],
      ['beheerder', '–', '5 jan 2027', 'Geldt nu', '–', '–', '–'],
    ]);
  });

  it('zeggen bij welke trajecten en cohorten iemand staat', () => {
    const cohorten = [{ cohortId: 'c1', cohort: 'Twente', naam: 'K.', email: 'k@x.example' }];
    expect(cellen({ contactpersonen: [contact], cohorten }, 'trajecten')).toEqual([
      ['Enschede', 'Twente', 'Beleid, en hoofdcontact', 'Kim', 'kim@x.example'],
      ['–', 'Twente', 'Adviseur in de mail', 'K.', 'k@x.example'],
    ]);
    const weg = {
      ...contact,
      hoofdcontact: false,
      weekoverzicht: false,
      vertrektOp: '2027-04-01',
      vervangerVan: '2027-03-01',
      vervangerTot: '2027-03-12',
    };
    expect(cellen({ contactpersonen: [weg] }, 'trajecten')[0]?.[2]).toBe(
      'Beleid, elke taak in een eigen mail, vervangen van 1 mrt 2027 tot en met 12 mrt 2027, weg vanaf 1 apr 2027',
    );
  });

  it('wijzen van een antwoord de taak aan, de nieuwste eerst', () => {
    const taakId = `${TRAJECT}.inventariseren.scan.beleid`;
    const { rijen } = soort(
      {
        contactpersonen: [contact],
        invoer: [
          {
            id: 'oud',
            trajectId: TRAJECT,
            soort: 'antwoord',
            onderwerp: taakId,
            inhoud: { uren: 4 },
            op: '2027-02-01T08:00:00.000Z',
          },
          {
            id: 'nieuw',
            trajectId: 'elders',
            soort: 'verslag',
            onderwerp: 'x',
            inhoud: {},
            op: '2027-02-02T08:00:00.000Z',
          },
        ],
      },
      'ingevuld',
    );
    expect(rijen).toEqual([
      { id: 'nieuw', cellen: ['2 feb 2027 09:00', 'Verslag van een gesprek', '–'], lijst: [] },
      {
        id: 'oud',
        cellen: ['1 feb 2027 09:00', 'Taak: Inventariseren, Scan, Beleid', 'Enschede'],
        lijst: ['Uren: 4'],
        taakId,
      },
    ]);
  });

  it('zetten alle mails in één lijst, de nieuwste eerst', () => {
    const mails = cellen(
      {
        toekenningen: [toekenning],
        uitnodigingen: [
          {
            toekenningId: 't',
            contactpersoonId: null,
            status: 'verzonden',
            pogingen: 1,
            gemaaktOp: '2027-01-05T08:00:00.000Z',
            verzondenOp: null,
          },
        ],
        accountberichten: [
          { soort: 'passkeys-ingetrokken', status: 'mislukt', gevraagdOp: '2027-01-07T08:00:00.000Z' },
        ],
        aanmeldlinks: [
          {
            naar: '/mijn',
            status: 'verzonden',
            gevraagdOp: '2027-01-06T08:00:00.000Z',
            vervaltOp: '2027-01-06T08:20:00.000Z',
            gebruiktOp: '2027-01-06T08:05:00.000Z',
          },
        ],
        berichten: [
          {
            id: 'b',
            trajectId: TRAJECT,
            soort: 'taak-geopend',
            stap: 'inventariseren',
            onderwerp: 'x',
            status: 'wacht',
            op: '2027-01-08T08:00:00.000Z',
            verzondenOp: null,
            toelichting: 'Wij proberen het opnieuw.',
          },
        ],
      },
      'mails',
    );
    expect(mails).toEqual([
      ['8 jan 2027 09:00', 'Nieuwe taak (Inventariseren)', 'Staat klaar', 'Wij proberen het opnieuw.'],
      ['7 jan 2027 09:00', 'De beheerder haalde uw passkeys weg', 'Mislukt', '–'],
      ['6 jan 2027 09:00', 'Link om u aan te melden', 'Verstuurd', 'Gebruikt op 6 jan 2027 09:05'],
      ['5 jan 2027 09:00', 'Uitnodiging als onderzoeker bij Twente', 'Verstuurd', '–'],
    ]);
  });

  it('zeggen wie iets deed met het account', () => {
    const regel = {
      volgnummer: 7,
      op: leeg.gemaaktOp,
      zelf: false,
      rol: null,
      handeling: 'account-wijzigen',
      onderwerp: 'account/6f1f1d6e-55d4',
      reden: null,
      inhoud: {},
      adres: null,
    };
    expect(
      cellen({ auditregels: [regel, { ...regel, volgnummer: 8, zelf: true }] }, 'logboek').map((een) =>
        een.slice(1, 4),
      ),
    ).toEqual([
      ['U', 'Wijzigde een account', 'Account 6f1f1d6e'],
      ['Iemand anders', 'Wijzigde een account', 'Account 6f1f1d6e'],
    ]);
  });

  it('gaan mee in een bestand dat een ander systeem kan lezen, met de dag in Amsterdam', () => {
    const { naam, tekst } = bestandVan(leeg);
    expect(naam).toBe('uw-gegevens-2027-02-04.json');
    expect(JSON.parse(tekst)).toEqual(leeg);
  });

  it('zeggen waarmee iemand zich aanmeldt', () => {
    expect(aanmeldenMet(leeg.account)).toBe('Een link in een mail aan dit adres');
    expect(aanmeldenMet({ ...leeg.account, aanbieder: 'https://login.example' })).toBe(
      'Het account van uw organisatie (https://login.example)',
    );
  });
});

describe('een verzoek om te wissen', () => {
  const verzoek = { id: 'w', reden: 'Ik ga weg.', gevraagdOp: leeg.gemaaktOp, afgehandeldOp: null };

  it('ligt er tot het is afgehandeld', () => {
    expect(
      openVerzoek({ ...leeg, wissingsverzoeken: [{ ...verzoek, afgehandeldOp: leeg.gemaaktOp }, verzoek] }),
    ).toBe(verzoek);
    expect(openVerzoek(leeg)).toBeUndefined();
  });

  it('vraagt een reden', () => {
    expect([redenFout(' negen tek '), redenFout('Ik werk hier niet meer.')]).toEqual([
      'Schrijf in ten minste 10 tekens op waarom.',
      null,
    ]);
  });
});

describe('een onderdeel van het register', () => {
  it('heeft een naam, of die van de tabel', () => {
    expect([onderdeelInWoorden('contactpersoon'), onderdeelInWoorden('nieuwe_tabel')]).toEqual([
      'Contactpersonen van een gemeente',
      'Nieuwe tabel',
    ]);
  });
});
