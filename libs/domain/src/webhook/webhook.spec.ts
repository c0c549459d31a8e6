import { ACTOREN } from '../traject/gebeurtenis.js';
import {
  besluitNa,
  foutzin,
  isStoring,
  LEVERFOUTEN,
  MAX_LEVERPOGINGEN,
  rustNa,
  WACHTTIJDEN_S,
  type Uitslag,
} from './bezorging.js';
import { cloudEventVan, testEventVan, type VastgelegdeGebeurtenis } from './cloud-event.js';
import { GEBEURTENISSOORTEN, GEBEURTENISTYPEN, soortVan, TYPENAMEN, typeVan } from './gebeurtenistype.js';

const AFZENDER = { bron: 'urn:nld:oin:00000001823288444000:systeem:proef', publicUrl: 'https://mwt.example' };
const FEIT: VastgelegdeGebeurtenis = {
  soort: 'taak-ingediend',
  workflowId: 'traject/0b9a4e1c-3d5f-8c7a-b1e2-4f6a8c0d2e35',
  seq: 12,
  volgnummer: 4711,
  cohortId: 'c',
  trajectId: 't',
  gemeentecode: 'GM0153',
  oefen: false,
  op: '2027-02-01T08:00:00.000Z',
  vastgelegdOp: '2027-02-01T08:00:01.000Z',
  inhoud: {
    stap: 'inventariseren',
    taak: 'scan.beleid',
    invoerId: 'i',
    naam: 'Kim',
    toelichting: 'vrije tekst',
  },
};
const antwoord = (status: number, retryAfterS: number | null = null): Uitslag => ({
  soort: 'antwoord',
  status,
  retryAfterS,
});
const stil: Uitslag = { soort: 'fout', fout: 'geen-verbinding' };

describe('gebeurtenissen voor andere systemen', () => {
  it('have types in reverse domain notation, lower case, with one version', () => {
    for (const naam of TYPENAMEN) expect(naam).toMatch(/^nl\.maatwerktraject\.[a-z]+(-[a-z]+)*\.v\d+$/);
    for (const soort of GEBEURTENISSOORTEN) expect(soortVan(typeVan(soort))).toBe(soort);
    expect([soortVan('nl.maatwerktraject.bericht-klaargezet.v1'), soortVan('')]).toEqual([
      undefined,
      undefined,
    ]);
    expect(Object.values(GEBEURTENISTYPEN).every(({ uitleg }) => uitleg.endsWith('.'))).toBe(true);
  });

  it('tell opaque IDs, codes and keys, and nothing else of a fact', () => {
    expect(cloudEventVan(FEIT, AFZENDER)).toEqual({
      specversion: '1.0',
      id: 'traject-0b9a4e1c-3d5f-8c7a-b1e2-4f6a8c0d2e35-12',
      source: AFZENDER.bron,
      type: 'nl.maatwerktraject.taak-ingediend.v1',
      subject: 't',
      time: FEIT.vastgelegdOp,
      datacontenttype: 'application/json',
      dataschema: 'https://mwt.example/api/v1/gebeurtenistypen/nl.maatwerktraject.taak-ingediend.v1/schema',
      sequence: '000000004711',
      data: {
        cohortId: 'c',
        trajectId: 't',
        gemeentecode: 'GM0153',
        stap: 'inventariseren',
        taak: 'scan.beleid',
        status: 'ingediend',
        op: FEIT.op,
        oefen: false,
      },
    });
    for (const soort of GEBEURTENISSOORTEN) {
      const tekst = JSON.stringify(cloudEventVan({ ...FEIT, soort }, AFZENDER));
      for (const geheim of ['Kim', 'vrije tekst', 'invoerId', ...ACTOREN.map((door) => `"${door}"`)])
        expect([soort, tekst.includes(geheim)]).toEqual([soort, false]);
    }
  });

  it('have no full stop in their ID, which is signed between full stops', () => {
    expect(cloudEventVan(FEIT, AFZENDER).id).not.toContain('.');
    expect(testEventVan('l', 'w', FEIT.op, AFZENDER)).toMatchObject({
      id: 'test-l',
      data: { webhookId: 'w' },
    });
  });

  it('are about a cohort where there is no traject, and say how a check-in went', () => {
    const vanCohort = { ...FEIT, soort: 'cohort-gestart', trajectId: null, gemeentecode: null } as const;
    const { subject, data } = cloudEventVan(vanCohort, AFZENDER);
    expect([subject, data]).toEqual(['c', { cohortId: 'c', status: 'lopend', op: FEIT.op, oefen: false }]);
    const checkIn = (gehouden: boolean) =>
      cloudEventVan(
        { ...FEIT, soort: 'check-in-vastgelegd', inhoud: { stap: 's', checkIn: 'k', gehouden } },
        AFZENDER,
      ).data.status;
    expect([checkIn(true), checkIn(false)]).toEqual(['gehouden', 'niet-gehouden']);
  });
});

describe('wat er na een poging gebeurt', () => {
  it('follows the schedule for three days, and then stops', () => {
    const wachttijden = Array.from({ length: MAX_LEVERPOGINGEN }, (_, index) =>
      besluitNa(stil, index + 1, 0),
    );
    expect(wachttijden).toEqual([
      ...WACHTTIJDEN_S.map((overS) => ({ soort: 'opnieuw', overS })),
      { soort: 'mislukt' },
    ]);
    const dagen = WACHTTIJDEN_S.reduce((som, een) => som + een, 0) / 86_400;
    expect([dagen > 3, dagen < 3.5]).toEqual([true, true]);
  });

  it('spreads what failed together, over a tenth', () => {
    expect(besluitNa(stil, 2, 0.5)).toEqual({ soort: 'opnieuw', overS: 315 });
    expect(besluitNa(stil, 2, 1)).toEqual({ soort: 'opnieuw', overS: 330 });
  });

  it('takes 2xx for done, 410 for the end, and waits as long as is asked, a day at most', () => {
    for (const status of [200, 201, 202, 204, 299])
      expect(besluitNa(antwoord(status), 1, 0)).toEqual({ soort: 'afgeleverd' });
    expect(besluitNa(antwoord(410), 1, 0)).toEqual({ soort: 'weg' });
    for (const status of [301, 307, 400, 401, 404, 429, 500, 503])
      expect(besluitNa(antwoord(status), 1, 0)).toEqual({ soort: 'opnieuw', overS: 5 });
    expect(besluitNa(antwoord(429, 60), 1, 0)).toEqual({ soort: 'opnieuw', overS: 60 });
    expect(besluitNa(antwoord(503, 60), 2, 0)).toEqual({ soort: 'opnieuw', overS: 300 });
    expect(besluitNa(antwoord(503, 9_999_999), 1, 0)).toEqual({ soort: 'opnieuw', overS: 86_400 });
  });

  it('leaves a receiver alone that is unwell, not one that refuses an event', () => {
    expect([isStoring(stil), isStoring(antwoord(500)), isStoring(antwoord(429))]).toEqual([true, true, true]);
    expect([isStoring(antwoord(400)), isStoring(antwoord(204))]).toEqual([false, false]);
    expect([rustNa(stil, 2), rustNa(stil, 3), rustNa(antwoord(503, 900), 1)]).toEqual([0, 60, 900]);
    expect(rustNa(antwoord(400, 900), 9)).toBe(0);
  });

  it('is said in words that tell what to do, and nothing when it went well', () => {
    expect(foutzin(antwoord(204))).toBeNull();
    for (const fout of LEVERFOUTEN) expect(foutzin({ soort: 'fout', fout })).toMatch(/\.$/);
    for (const status of [302, 401, 404, 410, 429, 500])
      expect(foutzin(antwoord(status))).toContain(String(status));
  });
});
