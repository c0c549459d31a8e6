import {
  AdresprobleemLijst,
  AdresprobleemOplossing,
  BerichtBesluit,
  BerichtDetail,
  RetourUitkomst,
} from './bezorging.js';
import { enschede, kim, paar, trajectId, type Voorbeeld } from './voorbeelden.verhaal.js';

const reden = 'Kim heeft de mail gezien, zei zij aan de telefoon.';

/** Examples about mail that did not simply arrive. */
export const BEZORGING_VOORBEELDEN: readonly Voorbeeld[] = [
  paar(BerichtDetail, {
    id: 'c2b8e6a4-1f3d-4e5a-9c7b-8d6f4a2e0b13',
    trajectId,
    gemeente: enschede,
    oefen: false,
    soort: 'taak-geopend',
    stap: 'inventariseren',
    onderwerp: 'scan.beleid',
    titel: 'Nieuwe taak: Scan (beleid)',
    aan: { naam: kim.naam, email: kim.email },
    namens: null,
    voorNiveau: null,
    status: 'onbekend',
    op: '2027-02-08T08:00:00.000Z',
    verzondenOp: null,
    pogingen: 1,
    messageId: '<c2b8e6a4@maatwerktraject.example>',
    toelichting: 'Niet zeker of de mail is aangekomen: de verbinding viel weg.',
    sleutel: `${trajectId}/taak-geopend/inventariseren/scan.beleid/0b5f5c0e-7f0e-4a59-9d53-2f7a8f2d5c11`,
    regel: null,
    gemaaktOp: '2027-02-08T08:00:00.120Z',
    herleiding: [{ stap: 'spreiding', van: '2027-02-08T08:00:00.000Z', naar: '2027-02-08T08:23:38.466Z' }],
    verloop: [
      {
        nummer: 1,
        begonnenOp: '2027-02-08T08:23:39.000Z',
        geeindigdOp: '2027-02-08T08:23:41.000Z',
        uitkomst: 'onbekend',
        antwoord: 'Connection closed unexpectedly',
        nagekomen: null,
        nagekomenOp: null,
      },
    ],
    adresprobleemId: null,
    besluiten: ['aangekomen', 'opnieuw'],
  }),
  paar(BerichtBesluit, { besluit: 'aangekomen', reden }),
  paar(AdresprobleemLijst, {
    items: [
      {
        id: '4d1f0c9e-6a7b-4c8d-9e0f-1a2b3c4d5e6f',
        wie: { naam: kim.naam, email: kim.email, niveau: 'beleid' },
        sinds: '2027-02-08T08:23:41.000Z',
        bron: 'geweigerd',
        code: '5.1.1',
        woorden: '550 5.1.1 Recipient address rejected: User unknown',
        aangehouden: 2,
        opgelostOp: null,
        oplossing: null,
      },
    ],
    post: { adresproblemen: 1, onbekend: 0, mislukt: 0, aangehouden: 2 },
  }),
  paar(AdresprobleemOplossing, { reden: 'De gemeente heeft het postvak weer aangezet.' }),
  paar(RetourUitkomst, { uitkomst: 'adresprobleem' }),
];
