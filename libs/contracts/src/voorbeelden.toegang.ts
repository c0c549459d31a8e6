import type { z } from 'zod';
import { Aangemeld, Aanmeldopties, Afgemeld, Ik, LinkGebruik, LinkGevraagd, LinkVraag } from './toegang.js';
import { AdviseurKeuze, CohortAdviseur } from './toegang.js';
import { NieuweToekenning, RolKeuze, SessieLijst, Toekenning, ToekenningLijst } from './toegang.js';

const BEGIN = '2027-02-01T08:00:00.000Z';
const ANK = { naam: 'Ank de Vries', email: 'a.devries@advies.example' };
const accountId = '6f1f1d6e-55d4-4f0a-9d1b-0d7f0f6a1c11';
const toekenning = {
  id: '9b1c7f0a-6d2e-4b7e-9a52-1f0c8e7d6b5a',
  accountId,
  naam: 'Onderzoeker Oefening',
  email: 'onderzoeker@oefening.example',
  rol: 'onderzoeker',
  cohortId: '5d0c7c1e-6f0a-8a3b-9d52-0f6f1d3c2b1a',
  identiteiten: false,
  reden: null,
  verleendDoor: ANK.naam,
  verleendOp: BEGIN,
  vervaltOp: null,
  uitnodiging: 'wacht',
} as const;

/** The examples about logging in, and about who may do what. */
export function geefToegangVoorbeelden(
  voorbeeld: <T extends z.ZodType>(schema: T, waarde: z.output<T>) => void,
): void {
  voorbeeld(Ik, {
    accountId,
    soort: 'mens',
    naam: ANK.naam,
    email: ANK.email,
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
        begonnenOp: BEGIN,
        gebruiktOp: '2027-02-01T09:30:00.000Z',
        vervaltOp: '2027-02-01T20:00:00.000Z',
        huidig: true,
      },
    ],
  });
  voorbeeld(Aanmeldopties, { organisatie: { knop: 'Aanmelden met het account van uw organisatie' } });
  voorbeeld(LinkVraag, { email: 'k.deboer@enschede.example', naar: '/mijn' });
  voorbeeld(LinkGevraagd, {
    zin: 'Is dit adres bij ons bekend? Dan krijgt u binnen een paar minuten een mail met een link.',
    geldigMinuten: 20,
  });
  voorbeeld(LinkGebruik, { sleutel: 'het-deel-van-de-link-achter-het-hekje' });
  voorbeeld(Aangemeld, { naar: '/mijn', nogNodig: null });
  voorbeeld(Afgemeld, {
    afmeldUrl: 'https://login.example/afmelden?client_id=maatwerktraject',
  });
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
  voorbeeld(CohortAdviseur, { accountId, ...ANK, versie: 2 });
  voorbeeld(AdviseurKeuze, { accountId });
}
