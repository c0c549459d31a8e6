import { Aangemeld, Aanmeldopties, AdviseurKeuze, Afgemeld, CohortAdviseur, Ik } from './toegang.js';
import { LinkGebruik, LinkGevraagd, LinkVraag, NieuweToekenning, RolKeuze } from './toegang.js';
import { SessieLijst, Toekenning, ToekenningLijst } from './toegang.js';
import { accountId, adviseur, begin, cohortId, kim, paar, type Voorbeeld } from './voorbeelden.verhaal.js';

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

/** Examples about logging in and access. */
export const TOEGANG_VOORBEELDEN: readonly Voorbeeld[] = [
  paar(Ik, {
    accountId,
    soort: 'mens',
    naam: adviseur.naam,
    email: adviseur.email,
    rol: 'adviseur',
    rollen: ['adviseur'],
    rechten: ['ik', 'cohorten.lezen'],
    vervaltOp: '2027-02-01T20:00:00.000Z',
  }),
  paar(RolKeuze, { rol: 'onderzoeker' }),
  paar(SessieLijst, {
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
  }),
  paar(Aanmeldopties, { organisatie: { knop: 'Aanmelden met het account van uw organisatie' } }),
  paar(LinkVraag, { email: kim.email, naar: '/mijn' }),
  paar(LinkGevraagd, {
    zin: 'Is dit adres bij ons bekend? Dan krijgt u binnen een paar minuten een mail met een link.',
    geldigMinuten: 20,
  }),
  paar(LinkGebruik, { sleutel: 'het-deel-van-de-link-achter-het-hekje' }),
  paar(Aangemeld, { naar: '/mijn', nogNodig: null }),
  paar(Afgemeld, {
    afmeldUrl: 'https://login.example/afmelden?client_id=maatwerktraject',
  }),
  paar(Toekenning, toekenning),
  paar(ToekenningLijst, { items: [toekenning] }),
  paar(NieuweToekenning, {
    email: toekenning.email,
    naam: toekenning.naam,
    rol: 'onderzoeker',
    identiteiten: false,
    reden: null,
    geldigDagen: null,
  }),
  paar(CohortAdviseur, { accountId, naam: 'Ank de Vries', email: 'a.devries@advies.example', versie: 2 }),
  paar(AdviseurKeuze, { accountId }),
];
