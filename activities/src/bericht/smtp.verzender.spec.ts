import { messageIdVan } from './bericht.opslag.js';
import { wachttijd, zonderAdressen } from './bericht.verwerking.js';
import { duidFout } from './smtp.verzender.js';

describe('duidFout', () => {
  it.each([
    [
      { message: '550 nee', responseCode: 550, command: 'RCPT TO' },
      false,
      { soort: 'mislukt', definitief: true, reden: '550 nee', adrescode: '550' },
    ],
    [
      { message: 'x', response: '550 5.1.1 onbekend', responseCode: 550, command: 'RCPT TO' },
      false,
      { soort: 'mislukt', definitief: true, reden: '550 5.1.1 onbekend', adrescode: '5.1.1' },
    ],
    // Refused for what we are or send: that says nothing about the address.
    [
      { message: 'x', response: '550 5.7.1 geen doorgifte', responseCode: 550, command: 'RCPT TO' },
      false,
      { soort: 'mislukt', definitief: true, reden: '550 5.7.1 geen doorgifte' },
    ],
    [
      { message: '550 nee', responseCode: 550, command: 'DATA' },
      true,
      { soort: 'mislukt', definitief: true, reden: '550 nee' },
    ],
    [
      { message: '451 later', responseCode: 451 },
      false,
      { soort: 'mislukt', definitief: false, reden: '451 later' },
    ],
    [
      { message: '451 later', responseCode: 451 },
      true,
      { soort: 'mislukt', definitief: false, reden: '451 later' },
    ],
    [{ message: 'weg' }, false, { soort: 'mislukt', definitief: false, reden: 'weg' }],
    [{ message: 'weg' }, true, { soort: 'onbekend', reden: 'weg' }],
    // A wrong password, or a sender that the server does not know: ours to mend, so no mail is given up for it.
    [
      { message: '535 wachtwoord', responseCode: 535, command: 'AUTH PLAIN' },
      false,
      { soort: 'mislukt', definitief: false, reden: '535 wachtwoord' },
    ],
    [
      { message: '530 afzender', responseCode: 530, command: 'MAIL FROM' },
      false,
      { soort: 'mislukt', definitief: false, reden: '530 afzender' },
    ],
  ])('%j, text under way %s', (fout, onderweg, uit) => {
    expect(duidFout(fout, onderweg)).toEqual(uit);
  });

  it('keeps the reason short', () => {
    expect(duidFout({ message: 'x'.repeat(2000) }, false)).toMatchObject({ reden: 'x'.repeat(500) });
  });
});

describe('messageIdVan', () => {
  it('is the same for the same key, another for another, and fit for a header', () => {
    const eerste = messageIdVan('traject/taak-geopend/a/b', 'mt.example');
    expect(messageIdVan('traject/taak-geopend/a/b', 'mt.example')).toBe(eerste);
    expect(messageIdVan('traject/taak-geopend/a/c', 'mt.example')).not.toBe(eerste);
    expect(eerste).toMatch(/^<[0-9a-f]{40}@mt\.example>$/);
    expect(messageIdVan('sleutel met "tekens" <en> ë', 'mt.example')).toMatch(/^<[0-9a-f]{40}@mt\.example>$/);
  });
});

describe('wachttijd', () => {
  it('doubles from five seconds to half an hour', () => {
    expect([1, 2, 3, 4, 9, 10, 100].map(wachttijd)).toEqual([5, 10, 20, 40, 1280, 1800, 1800]);
  });
});

describe('zonderAdressen', () => {
  it('leaves out every address, however it is written', () => {
    expect(zonderAdressen('550 5.1.1 <a.b+c@x.example>: weg; RCPT TO:<d@y.example> (e@z.example)')).toBe(
      '550 5.1.1 (adres): weg; RCPT TO:(adres) ((adres))',
    );
    expect(zonderAdressen('421 te druk')).toBe('421 te druk');
  });
});
