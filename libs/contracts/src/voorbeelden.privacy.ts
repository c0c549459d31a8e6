import { MijnGegevens, NaamWijziging, Wissing, WissingOpdracht, Wissingsverzoek } from './privacy.js';
import { WissingsverzoekInvoer, WissingsverzoekPagina } from './privacy.js';
import { paar, type Voorbeeld } from './voorbeelden.verhaal.js';

const BEGIN = '2027-02-01T08:00:00.000Z';
const trajectId = '0b9a4e1c-3d5f-8c7a-b1e2-4f6a8c0d2e35';
const KIM = {
  naam: 'Kim de Boer',
  email: 'k.deboer@enschede.example',
  niveau: 'beleid',
  hoofdcontact: true,
} as const;
const accountId = '7f3c2b1a-9d8e-8c4b-a1f0-2e3d4c5b6a79';
const verzoek = {
  id: 'c1d2e3f4-a5b6-8c7d-9e0f-1a2b3c4d5e6f',
  reden: 'Ik werk niet meer bij deze gemeente.',
  gevraagdOp: '2028-01-10T09:00:00.000Z',
  afgehandeldOp: null,
};

/** The examples about the rights of a person. */
export const PRIVACY_VOORBEELDEN: readonly Voorbeeld[] = [
  paar(NaamWijziging, { naam: 'Kim de Boer-Smit' }),
  paar(WissingsverzoekInvoer, { reden: verzoek.reden }),
  paar(WissingOpdracht, { reden: 'Verzoek van de betrokkene van 10 januari.' }),
  paar(Wissingsverzoek, verzoek),
  paar(WissingsverzoekPagina, {
    items: [{ ...verzoek, accountId, naam: KIM.naam, antwoordUiterlijkOp: '2028-02-10T09:00:00.000Z' }],
    volgende: null,
    totaal: 1,
  }),
  paar(Wissing, { accountId, contactpersonen: 1, cohorten: 0, sessies: 2 }),
  paar(MijnGegevens, {
    gemaaktOp: BEGIN,
    uitleg: [
      {
        onderdeel: 'contactpersoon',
        gegevens: ['naam', 'e-mailadres'],
        doel: 'Een gemeente door het traject begeleiden: taken, mail, gesprekken en akkoord.',
        grondslag: 'e (taak van algemeen belang)',
        bewaren: '365 dagen nadat het cohort is afgesloten',
      },
    ],
    ontvangers: ['De adviseur van uw cohort ziet uw naam, uw e-mailadres en uw antwoorden.'],
    account: {
      id: accountId,
      soort: 'mens',
      naam: KIM.naam,
      email: KIM.email,
      status: 'actief',
      aanbieder: null,
      kenmerkBijAanbieder: null,
      gemaaktOp: BEGIN,
    },
    toekenningen: [],
    uitnodigingen: [],
    bijeenkomsten: [],
    contactpersonen: [
      {
        id: verzoek.id,
        trajectId,
        cohort: 'Twente, voorjaar 2027',
        gemeente: 'Enschede',
        ...KIM,
        weekoverzicht: true,
        vertrektOp: null,
        vervangerVan: null,
        vervangerTot: null,
      },
    ],
    cohorten: [],
    sessies: [],
    passkeys: [
      { id: '4e7d2a90-1b3c-4d5e-8f60-7a8b9c0d1e2f', naam: 'Telefoon', gemaaktOp: BEGIN, gebruiktOp: null },
    ],
    accountberichten: [{ soort: 'passkey-toegevoegd', status: 'verzonden', gevraagdOp: BEGIN }],
    aanmeldlinks: [],
    invoer: [
      {
        id: verzoek.id,
        trajectId,
        soort: 'antwoord',
        onderwerp: `${trajectId}.inventariseren.scan.beleid`,
        inhoud: { uren: 4 },
        op: BEGIN,
      },
    ],
    berichten: [],
    mailpogingen: [],
    adresproblemen: [],
    inzagen: [],
    wissingsverzoeken: [],
    auditregels: [
      {
        volgnummer: 12,
        op: BEGIN,
        zelf: true,
        rol: 'gemeente',
        handeling: 'aanmelden',
        onderwerp: null,
        reden: null,
        inhoud: { via: 'link' },
        adres: '192.0.2.7',
      },
    ],
  }),
];
