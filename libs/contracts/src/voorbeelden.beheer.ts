import { Account, AccountPagina, AccountWijziging, AuditPagina, NieuwAccount, NieuweRol } from './beheer.js';
import { DiensttokenPagina, GegevenDiensttoken, NieuwDiensttoken } from './beheer.js';
import { Inzage, InzagePagina, NieuweInzage } from './beheer.js';
import { GemeenteLijst } from './gemeente.js';
import { paar } from './voorbeelden.verhaal.js';

const op = '2027-02-01T08:00:00.000Z';
const beheerder = { id: '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d', naam: 'Bea Smit' };
const regel = {
  id: '6f1f1d6e-55d4-4f0a-9d1b-0d7f0f6a1c11',
  soort: 'mens' as const,
  naam: 'Ank de Vries',
  email: 'a.devries@advies.example',
  status: 'actief' as const,
  rollen: ['adviseur' as const],
  gemaaktOp: op,
};
const account = {
  ...regel,
  toekenningen: [
    {
      id: '9b1c7f0a-6d2e-4b7e-9a52-1f0c8e7d6b5b',
      accountId: regel.id,
      naam: regel.naam,
      email: regel.email,
      rol: 'adviseur' as const,
      cohortId: null,
      identiteiten: false,
      reden: null,
      verleendDoor: beheerder.naam,
      verleendOp: op,
      vervaltOp: null,
      uitnodiging: 'verzonden' as const,
    },
  ],
  versie: 2,
};
const token = {
  id: '2f6d1c9e-8b3a-4d5f-a1e2-7c9b0d4f6a13',
  naam: 'Nachtelijke export',
  rol: 'onderzoeker' as const,
  rechten: ['cohorten.lezen' as const, 'export.lezen' as const],
  gemaaktOp: op,
  vervaltOp: '2027-08-01T08:00:00.000Z',
  gebruiktOp: null,
  ingetrokkenOp: null,
  stand: 'werkt' as const,
};
const inzage = {
  id: '4c8e0a2b-6d1f-4b3a-9e5c-1a7d3f9b5e24',
  accountId: beheerder.id,
  naam: beheerder.naam,
  trajectId: '0b9a4e1c-3d5f-8c7a-b1e2-4f6a8c0d2e35',
  gemeente: { code: 'GM0153', naam: 'Enschede' },
  cohort: { id: '5d0c7c1e-6f0a-8a3b-9d52-0f6f1d3c2b1a', naam: 'Twente, voorjaar 2027' },
  reden: 'De gemeente meldt dat een antwoord weg is.',
  begintOp: op,
  vervaltOp: '2027-02-01T09:00:00.000Z',
  actief: true,
};

/** Examples of what a beheerder sends and gets. */
export const BEHEER_VOORBEELDEN = [
  paar(AccountPagina, { items: [regel], volgende: null, totaal: 1 }),
  paar(Account, account),
  paar(NieuwAccount, { soort: 'mens', naam: regel.naam, email: regel.email, rollen: ['adviseur'] }),
  paar(AccountWijziging, { status: 'geblokkeerd' }),
  paar(NieuweRol, { rol: 'onderzoeker' }),
  paar(DiensttokenPagina, { items: [token], volgende: null, totaal: 1 }),
  paar(NieuwDiensttoken, { naam: token.naam, rol: token.rol, rechten: token.rechten, geldigDagen: 181 }),
  paar(GegevenDiensttoken, { ...token, token: `mwt_${'A'.repeat(43)}` }),
  paar(GemeenteLijst, {
    items: [{ ...inzage.gemeente, provincie: 'Overijssel', veiligheidsregio: 'Twente' }],
  }),
  paar(Inzage, inzage),
  paar(InzagePagina, { items: [inzage], volgende: null, totaal: 1 }),
  paar(NieuweInzage, {
    cohortId: inzage.cohort.id,
    gemeentecode: inzage.gemeente.code,
    reden: inzage.reden,
    uren: 1,
  }),
  paar(AuditPagina, {
    items: [
      {
        volgnummer: 4711,
        op,
        accountId: beheerder.id,
        naam: beheerder.naam,
        rol: 'beheerder',
        handeling: 'inzage-vragen',
        onderwerp: `traject/${inzage.trajectId}`,
        reden: inzage.reden,
        inhoud: { inzageId: inzage.id, uren: 1 },
        namen: { [`traject/${inzage.trajectId}`]: `${inzage.gemeente.naam}, ${inzage.cohort.naam}` },
        adres: '192.0.2.7',
      },
    ],
    volgende: null,
    totaal: 1,
  }),
];
