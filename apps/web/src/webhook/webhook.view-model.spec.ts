import { GEBEURTENISSOORTEN, TESTTYPE, TYPENAMEN, typeVan } from '@maatwerktraject/domain';
import {
  aangezetDoor,
  foutenInWebhook,
  LEGE_WEBHOOK,
  pauzesInWoorden,
  redenInWoorden,
  typeInWoorden,
  uitslagInWoorden,
  webhookFilter,
  webhookVerzoek,
} from './webhook.view-model.js';

const goed = { ...LEGE_WEBHOOK, naam: ' Zaaksysteem ', url: ' https://zaken.gemeente.example/webhook ' };

describe('typen', () => {
  it('hebben elk eigen Nederlandse woorden; een onbekend type blijft staan', () => {
    const namen = [...TYPENAMEN, TESTTYPE].map(typeInWoorden);
    expect(new Set(namen).size).toBe(GEBEURTENISSOORTEN.length + 1);
    for (const naam of namen) expect(naam).toMatch(/^[A-Z][\p{L} ]+$/u);
    expect(typeInWoorden('nl.maatwerktraject.later.v1')).toBe('nl.maatwerktraject.later.v1');
  });
});

describe('een webhook', () => {
  it('zegt waarom hij niets stuurt, of sinds wanneer er niets aankomt', () => {
    const sinds = '2027-02-08T08:00:00.000Z';
    expect(redenInWoorden({ reden: null, misluktSindsOp: null })).toBeNull();
    expect(redenInWoorden({ reden: null, misluktSindsOp: sinds })).toBe(
      'Er lukt niets sinds 8 feb 2027 09:00.',
    );
    expect(redenInWoorden({ reden: 'steeds-mislukt', misluktSindsOp: sinds })).toBe(
      'Er lukte 5 dagen lang niets. Daarom is hij vanzelf gepauzeerd.',
    );
    expect(redenInWoorden({ reden: 'ontvanger-stopt', misluktSindsOp: null })).toContain(
      'wil geen berichten',
    );
  });

  it.each([
    ['dienst-geblokkeerd', 'De dienst werd geblokkeerd.'],
    ['token-ingetrokken', 'Het token waarmee hij werkte, is ingetrokken.'],
    ['token-verlopen', 'Het token waarmee hij werkte, is verlopen.'],
    ['geen-toegang', 'De dienst had geen toegang meer tot een cohort.'],
  ] as const)('zegt dat hij niet meer mag: %s', (reden, zin) => {
    expect(redenInWoorden({ reden, misluktSindsOp: null })).toBe(`${zin} Daarom is hij vanzelf gepauzeerd.`);
  });

  it('zegt wie hem aanzette', () => {
    expect(aangezetDoor(null)).toBe('Een beheerder');
    expect(aangezetDoor('40516273-8495-4061-8273-849506172839')).toContain('Dan stopt de webhook ook.');
  });

  it('zegt hoe de laatste poging ging', () => {
    expect(uitslagInWoorden(null)).toBe('Nog niets geprobeerd.');
    expect(uitslagInWoorden({ status: 204, fout: null })).toBe('Gelukt (204).');
    expect(uitslagInWoorden({ status: null, fout: 'Geen verbinding.' })).toBe('Geen verbinding.');
  });

  it('vraagt een naam, een adres en een gebeurtenis', () => {
    const paden = (invoer: typeof goed): string[] => foutenInWebhook(invoer).map(({ pad }) => pad);
    expect(paden(LEGE_WEBHOOK)).toEqual(['naam', 'url']);
    expect(paden(goed)).toEqual([]);
    expect(paden({ ...goed, typen: [] })).toEqual(['typen']);
    for (const url of ['zaken.gemeente.example', 'ftp://zaken.gemeente.example', 'https://', 'javascript:x'])
      expect([url, paden({ ...goed, url })]).toEqual([url, ['url']]);
  });

  it('wordt gevraagd zonder losse spaties, met de typen in de volgorde van de lijst', () => {
    const typen = [typeVan('traject-afgerond'), typeVan('cohort-gestart')];
    expect(webhookVerzoek({ ...goed, typen })).toEqual({
      naam: 'Zaaksysteem',
      url: 'https://zaken.gemeente.example/webhook',
      typen: [typeVan('cohort-gestart'), typeVan('traject-afgerond')],
    });
  });
});

describe('het overzicht', () => {
  it('zegt hoeveel er stilstaan', () => {
    expect([0, 1, 2].map(pauzesInWoorden)).toEqual([
      null,
      '1 webhook is gepauzeerd',
      '2 webhooks zijn gepauzeerd',
    ]);
  });

  it('neemt uit het adres alleen een status die bestaat', () => {
    expect(webhookFilter({ status: 'gepauzeerd', x: 1 })).toEqual({ status: 'gepauzeerd' });
    expect(webhookFilter({ status: 'toString' })).toEqual({});
    expect(webhookFilter({ status: 7 })).toEqual({});
  });
});
