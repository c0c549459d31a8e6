import type { z } from 'zod';
import { Omgeving, Probleem } from './algemeen.js';
import { Bord, Cohort, CohortPagina, CohortPlan, Deelnemer, DeelnemerLijst } from './cohort.js';
import { NieuwCohort, NieuweDeelnemer, Resultaten } from './cohort.js';
import { GemeentePagina } from './gemeente.js';
import { Sjabloon, SjabloonLijst } from './sjabloon.js';
import { BerichtPagina, CheckInVerslag, Concept, ConceptBewaard, ConceptInvoer } from './traject.js';
import { GebeurtenisPagina, Inzending, Taak, Traject, TrajectPagina } from './traject.js';
import { Aangemeld, Aanmeldopties, Afgemeld, Ik, LinkGebruik, LinkGevraagd, LinkVraag } from './toegang.js';
import { AdviseurKeuze, CohortAdviseur } from './toegang.js';
import { NieuweToekenning, RolKeuze, SessieLijst, Toekenning, ToekenningLijst } from './toegang.js';
import { Uitgevoerd, UitkomstInvoer } from './traject.js';
import { BEHEER_VOORBEELDEN } from './voorbeelden.beheer.js';
import { PASSKEY_VOORBEELDEN } from './voorbeelden.passkey.js';
import { geefPrivacyVoorbeelden } from './voorbeelden.privacy.js';
import { WEBHOOK_VOORBEELDEN } from './voorbeelden.webhook.js';

/** For each schema of a body or an answer one example, which tells one story: gemeente Enschede in cohort Twente. */
export const VOORBEELDEN = new Map<unknown, unknown>([
  ...BEHEER_VOORBEELDEN,
  ...PASSKEY_VOORBEELDEN,
  ...WEBHOOK_VOORBEELDEN,
]);

const voorbeeld = <T extends z.ZodType>(schema: T, waarde: z.output<T>): void => {
  VOORBEELDEN.set(schema, waarde);
};

const cohortId = '5d0c7c1e-6f0a-8a3b-9d52-0f6f1d3c2b1a';
const trajectId = '0b9a4e1c-3d5f-8c7a-b1e2-4f6a8c0d2e35';
const taakId = `${trajectId}.inventariseren.scan.beleid`;
const enschede = { code: 'GM0153', naam: 'Enschede' };
const adviseur = { naam: 'Ank de Vries', email: 'a.devries@advies.example' };
const kim = {
  naam: 'Kim de Boer',
  email: 'k.deboer@enschede.example',
  niveau: 'beleid',
  hoofdcontact: true,
} as const;
const begin = '2027-02-01T08:00:00.000Z';
const volgende = 'WyJFbnNjaGVkZSIsIkdNMDE1MyJd';
const antwoorden = { uren: 4 };

const regel = {
  id: cohortId,
  naam: 'Twente, voorjaar 2027',
  status: 'lopend',
  startdatum: '2027-02-01',
  sjabloon: { sleutel: 'maatwerktraject', versie: 1, titel: 'Maatwerktraject basisvaardigheden' },
  adviseur,
  aantalGemeenten: 14,
  aantalAfgerond: 0,
  oefenklok: null,
} as const;
const deelnemer = { trajectId, gemeente: enschede, contactpersonen: [kim] };
const checkIn = { sleutel: 'kennismaking', titel: 'Kennismaking', weekVan: '2027-02-08' };
const taakRegel = {
  id: taakId,
  sleutel: 'scan',
  stap: 'inventariseren',
  titel: 'Scan',
  uitvoerder: 'beleid',
  status: 'open',
  minuten: 45,
  geplandOpenOp: '2027-02-08',
  geplandVervaltOp: '2027-02-22',
  opentOp: '2027-02-08',
  vervaltOp: '2027-02-22',
  geopendOp: '2027-02-08T08:00:00.000Z',
  ingediendOp: null,
  teLaat: false,
} as const;
const uren = {
  sleutel: 'uren',
  label: 'Uren per week',
  verplicht: true,
  soort: 'getal',
  min: 0,
  max: 40,
} as const;

voorbeeld(Probleem, {
  type: 'urn:maatwerktraject:probleem:400',
  title: 'De invoer is niet goed',
  status: 400,
  detail: 'Er is iets niet goed ingevuld. Verbeter wat hieronder staat en probeer het opnieuw.',
  fouten: [{ pad: 'startdatum', zin: 'Vul een bestaande datum in, zoals 2027-02-01.' }],
});
voorbeeld(Omgeving, {
  versie: '0.1.0',
  oefenen: true,
  postvakUrl: null,
  temporalUrl: null,
  apiDocumentatieUrl: 'https://maatwerktraject.example/api/v1/docs',
});
voorbeeld(GemeentePagina, {
  items: [{ ...enschede, provincie: 'Overijssel', veiligheidsregio: 'Twente' }],
  volgende,
  totaal: 342,
});
voorbeeld(NieuwCohort, {
  naam: regel.naam,
  sjabloon: { sleutel: 'maatwerktraject', versie: 1 },
  startdatum: regel.startdatum,
  adviseur,
  oefenklok: null,
});
voorbeeld(Cohort, {
  ...regel,
  gestartOp: begin,
  afgeslotenOp: null,
  berichtenOnbekend: 0,
  berichtenMislukt: 0,
});
voorbeeld(CohortPagina, { items: [regel], volgende: null, totaal: 1 });
voorbeeld(NieuweDeelnemer, { gemeentecode: 'GM0153', contactpersonen: [kim] });
voorbeeld(Deelnemer, deelnemer);
voorbeeld(DeelnemerLijst, { items: [deelnemer] });
voorbeeld(CohortPlan, {
  startdatum: '2027-02-01',
  eindigtOp: '2027-11-26',
  minutenPerGemeente: 900,
  stappen: [
    {
      sleutel: 'inventariseren',
      volgnummer: 1,
      titel: 'Inventariseren',
      opentOp: '2027-02-01',
      eindigtOp: '2027-03-26',
      taken: [
        {
          sleutel: 'scan',
          titel: 'Scan',
          uitvoerder: 'beleid',
          opentOp: '2027-02-08',
          vervaltOp: '2027-02-22',
          minuten: 45,
          mails: [{ soort: 'taak-geopend', op: '2027-02-08' }],
        },
      ],
      checkIns: [checkIn],
    },
  ],
});
voorbeeld(Bord, {
  cohortId,
  nu: begin,
  items: [
    {
      trajectId,
      gemeente: enschede,
      status: 'lopend',
      huidigeStap: 'inventariseren',
      openTaken: 5,
      takenTeLaat: 0,
      uitkomst: null,
      stappen: [
        {
          sleutel: 'inventariseren',
          status: 'open',
          geplandOp: '2027-02-01',
          eindigtOp: '2027-03-26',
          takenTotaal: 5,
          takenKlaar: 0,
          takenTeLaat: 0,
        },
      ],
    },
  ],
});
voorbeeld(Resultaten, {
  cohortId,
  trajecten: 14,
  afgerond: 12,
  uitkomsten: { structureel: 5, getraind: 4, aandacht: 2, geen: 1, nogNietBekend: 2 },
  stappen: [
    {
      sleutel: 'inventariseren',
      titel: 'Inventariseren',
      afgerond: 14,
      medianeDagen: 45.5,
      takenIngediend: 70,
      takenTeLaatIngediend: 9,
      berichten: 212,
      herinneringen: 60,
      checkInsGehouden: 27,
    },
  ],
});
voorbeeld(SjabloonLijst, { items: [regel.sjabloon] });
voorbeeld(Sjabloon, {
  ...regel.sjabloon,
  stappen: [
    {
      sleutel: 'inventariseren',
      titel: 'Inventariseren',
      uitleg: 'Breng in kaart hoe het nu gaat.',
      vensterWeken: 8,
      vraagtUitkomst: false,
      taken: [
        {
          sleutel: 'scan',
          titel: 'Scan',
          uitleg: 'Vul in hoe het nu gaat.',
          uitvoerders: ['bestuur', 'beleid', 'uitvoering'],
          opentNaWerkdagen: 5,
          termijnWerkdagen: 10,
          minuten: { bestuur: 30, beleid: 45, uitvoering: 45 },
          velden: [uren],
        },
      ],
      checkIns: [{ sleutel: checkIn.sleutel, titel: checkIn.titel, week: 2 }],
    },
  ],
  herinneringen: { voorWerkdagen: 5, naWerkdagen: 5, escalatieNaWerkdagen: 5, akkoordNaWerkdagen: 5 },
});
voorbeeld(TrajectPagina, {
  items: [
    {
      id: trajectId,
      cohortId,
      cohortNaam: regel.naam,
      oefen: false,
      gemeente: enschede,
      status: 'lopend',
      stap: 'inventariseren',
      stapStatus: 'open',
      openTaken: 5,
      takenTeLaat: 0,
    },
  ],
  volgende: null,
  totaal: 1,
});
voorbeeld(Traject, {
  id: trajectId,
  cohortId,
  cohortNaam: regel.naam,
  oefen: false,
  nu: begin,
  gemeente: enschede,
  adviseur,
  status: 'lopend',
  stap: 'inventariseren',
  stappen: [
    {
      sleutel: 'inventariseren',
      volgnummer: 1,
      titel: 'Inventariseren',
      uitleg: 'Breng in kaart hoe het nu gaat.',
      status: 'open',
      geplandOp: '2027-02-01',
      geplandEindigtOp: '2027-03-26',
      opentOp: '2027-02-01',
      eindigtOp: '2027-03-26',
      geopendOp: begin,
      ingeleverdOp: null,
      goedgekeurdOp: null,
      vraagtUitkomst: false,
      taken: [taakRegel],
      checkIns: [
        {
          ...checkIn,
          stap: 'inventariseren',
          status: 'gepland',
          datum: null,
          verslag: null,
          openVoorVerslag: true,
        },
      ],
    },
  ],
  uitkomst: null,
  contactpersonen: [kim],
  eigenUitvoerders: ['adviseur'],
});
voorbeeld(Taak, {
  ...taakRegel,
  trajectId,
  oefen: false,
  gemeente: enschede,
  magInvullen: true,
  stapTitel: 'Inventariseren',
  uitleg: 'Vul in hoe het nu gaat.',
  velden: [uren],
  concept: { inhoud: antwoorden, versie: 3, bewaardOp: '2027-02-09T10:15:00.000Z' },
  inzending: null,
});
voorbeeld(Concept, { inhoud: antwoorden, versie: 3, bewaardOp: '2027-02-09T10:15:00.000Z' });
voorbeeld(ConceptInvoer, { inhoud: antwoorden });
voorbeeld(ConceptBewaard, { versie: 4, bewaardOp: '2027-02-09T10:16:00.000Z' });
voorbeeld(Inzending, { inhoud: antwoorden });
voorbeeld(CheckInVerslag, {
  gehouden: true,
  datum: '2027-02-10',
  verslag: 'De scan loopt. Volgende keer praten wij over de planning.',
});
voorbeeld(UitkomstInvoer, {
  klasse: 'structureel',
  toelichting: 'De gemeente heeft een vast budget en een vaste coördinator.',
});
voorbeeld(Uitgevoerd, { nieuw: true });
voorbeeld(GebeurtenisPagina, {
  items: [
    {
      volgnummer: 1,
      op: begin,
      vastgelegdOp: begin,
      soort: 'cohort-gestart',
      door: 'adviseur',
      zin: 'Het cohort is gestart.',
    },
  ],
  volgende: null,
  totaal: 1,
});
voorbeeld(BerichtPagina, {
  items: [
    {
      id: 'c2b8e6a4-1f3d-4e5a-9c7b-8d6f4a2e0b13',
      soort: 'taak-geopend',
      stap: 'inventariseren',
      onderwerp: 'scan.beleid',
      titel: 'Nieuwe taak: Scan (beleid)',
      aan: { naam: kim.naam, email: kim.email },
      status: 'verzonden',
      op: '2027-02-08T08:00:00.000Z',
      verzondenOp: '2027-02-08T08:00:02.000Z',
      pogingen: 1,
      messageId: '<c2b8e6a4@maatwerktraject.example>',
      toelichting: null,
    },
  ],
  volgende: null,
  totaal: 1,
});

const accountId = '6f1f1d6e-55d4-4f0a-9d1b-0d7f0f6a1c11';
voorbeeld(Ik, {
  accountId,
  soort: 'mens',
  naam: adviseur.naam,
  rol: 'adviseur',
  rollen: ['adviseur'],
  rechten: ['ik', 'cohorten.lezen'],
  vervaltOp: '2027-02-01T20:00:00.000Z',
});
voorbeeld(RolKeuze, { rol: 'onderzoeker' });
voorbeeld(SessieLijst, {
  items: [
    {
      id: '0c9f2c1e-3f7a-4f7b-8a53-4d6b5a1f2e3d',
      rol: 'adviseur',
      via: 'oidc',
      meerdereFactoren: true,
      apparaat: 'Firefox op Windows',
      begonnenOp: begin,
      gebruiktOp: '2027-02-01T09:30:00.000Z',
      vervaltOp: '2027-02-01T20:00:00.000Z',
      huidig: true,
    },
  ],
});
voorbeeld(Aanmeldopties, { organisatie: { knop: 'Aanmelden met het account van uw organisatie' } });
voorbeeld(LinkVraag, { email: kim.email, naar: '/mijn' });
voorbeeld(LinkGevraagd, {
  zin: 'Is dit adres bij ons bekend? Dan krijgt u binnen een paar minuten een mail met een link.',
  geldigMinuten: 20,
});
voorbeeld(LinkGebruik, { sleutel: 'het-deel-van-de-link-achter-het-hekje' });
voorbeeld(Aangemeld, { naar: '/mijn', nogNodig: null });
voorbeeld(Afgemeld, { afmeldUrl: 'https://login.example/afmelden?client_id=maatwerktraject' });
const toekenning = {
  id: '9b1c7f0a-6d2e-4b7e-9a52-1f0c8e7d6b5a',
  accountId,
  naam: 'Onderzoeker Oefening',
  email: 'onderzoeker@oefening.example',
  rol: 'onderzoeker',
  cohortId,
  identiteiten: false,
  reden: null,
  verleendDoor: 'Ank de Vries',
  verleendOp: begin,
  vervaltOp: null,
  uitnodiging: 'wacht',
} as const;
voorbeeld(Toekenning, toekenning);
voorbeeld(ToekenningLijst, { items: [toekenning] });
voorbeeld(NieuweToekenning, {
  email: toekenning.email,
  naam: toekenning.naam,
  rol: 'onderzoeker',
  identiteiten: false,
  reden: null,
  geldigDagen: null,
});
voorbeeld(CohortAdviseur, { accountId, naam: 'Ank de Vries', email: 'a.devries@advies.example', versie: 2 });
voorbeeld(AdviseurKeuze, { accountId });
geefPrivacyVoorbeelden(voorbeeld);
