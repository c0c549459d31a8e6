import { setTimeout as sleep } from 'node:timers/promises';
import { startSmtp, type SmtpGedrag, type SmtpProef } from '@maatwerktraject/testing/services';
import { createSmtpVerzender, type Mail, type Verzender } from './smtp.verzender.js';

const mail = (nummer: number, anders: Partial<Mail> = {}): Mail => ({
  van: 'Maatwerktraject <afzender@mt.example>',
  aan: { naam: `Contact beleid ${String(nummer)}`, email: `beleid-${String(nummer)}@gm0153.example` },
  onderwerp: `Proef ${String(nummer)}`,
  tekst: 'Beste lezer,\n\nDit is een proef.\n',
  html: '<p>Dit is een proef.</p>',
  messageId: `<proef-${String(nummer)}@mt.example>`,
  ...anders,
});

jest.setTimeout(30_000);

describe('de verzender over SMTP', () => {
  let smtp: SmtpProef;
  let verzender: Verzender;
  const begin = async (gedrag?: SmtpGedrag): Promise<void> => {
    smtp = await startSmtp(gedrag);
    verzender = createSmtpVerzender(smtp.url);
  };
  const binnen = (messageId: string): number =>
    smtp.binnen.filter((een) => een.messageId === messageId).length;

  afterEach(async () => {
    verzender.sluit();
    await smtp.stop();
  });

  it('hands over a mail with its headers, to one address', async () => {
    await begin();
    expect(await verzender.verstuur(mail(1))).toMatchObject({
      soort: 'verzonden',
      antwoord: expect.stringMatching(/^250 /),
    });
    const [een] = smtp.binnen;
    expect(een?.aan).toEqual(['beleid-1@gm0153.example']);
    expect(een?.messageId).toBe('<proef-1@mt.example>');
    for (const kop of [
      'From: Maatwerktraject <afzender@mt.example>',
      'Auto-Submitted: auto-generated',
      'Subject: Proef 1',
      'Content-Language: nl',
    ])
      expect(een?.bron).toContain(`${kop}\r\n`);
  });

  it('lets what cannot be delivered come back to an address of its own', async () => {
    await begin();
    await verzender.verstuur(mail(1));
    const retour = createSmtpVerzender(smtp.url, 'retour@mt.example');
    await retour.verstuur(mail(2));
    retour.sluit();
    expect(smtp.binnen.map(({ van }) => van)).toEqual(['afzender@mt.example', 'retour@mt.example']);
    expect(smtp.binnen[1]?.bron).toContain('From: Maatwerktraject <afzender@mt.example>\r\n');
  });

  it('hands over a text with a lone dot whole', async () => {
    await begin();
    const tekst = 'voor\n.\n..na\n';
    expect((await verzender.verstuur(mail(1, { tekst }))).soort).toBe('verzonden');
    expect(smtp.binnen[0]?.bron).toContain('voor\r\n.\r\n..na\r\n');
  });

  it('lets nobody add a header or a recipient by way of a name', async () => {
    await begin();
    const aan = { naam: 'A\r\nBcc: x@y.example', email: 'beleid-1@gm0153.example' };
    await verzender.verstuur(mail(1, { aan, onderwerp: 'B\r\nX-Kop: 1' }));
    expect(smtp.binnen.flatMap((een) => een.aan)).toEqual(['beleid-1@gm0153.example']);
    expect(smtp.binnen[0]?.bron).not.toMatch(/^(Bcc|X-Kop):/im);
  });

  it('uses one line for mails that follow each other, and more for mails at once', async () => {
    await begin();
    for (const nummer of [1, 2, 3, 4, 5])
      expect((await verzender.verstuur(mail(nummer))).soort).toBe('verzonden');
    expect(smtp.verbindingen).toBe(1);
    const samen = await Promise.all(
      Array.from({ length: 20 }, (_, index) => verzender.verstuur(mail(100 + index))),
    );
    expect(samen.every(({ soort }) => soort === 'verzonden')).toBe(true);
    expect(smtp.verbindingen).toBe(20);
    expect(new Set(smtp.binnen.map(({ messageId }) => messageId)).size).toBe(25);
    expect(smtp.binnen).toHaveLength(25);
  });

  it.each([
    [450, false],
    [550, true],
  ])('knows a refusal of the recipient: %i', async (code, definitief) => {
    await begin({ bijOntvanger: () => ({ code, tekst: 'deze niet' }) });
    expect(await verzender.verstuur(mail(1))).toMatchObject({
      soort: 'mislukt',
      definitief,
      reden: expect.stringContaining('deze niet'),
    });
    expect(smtp.binnen).toEqual([]);
  });

  it.each([
    [452, false],
    [554, true],
  ])('knows a refusal after the text: %i', async (code, definitief) => {
    await begin({ naTekst: () => ({ code, tekst: 'te druk' }) });
    expect(await verzender.verstuur(mail(1))).toMatchObject({
      soort: 'mislukt',
      definitief,
      reden: expect.stringContaining('te druk'),
    });
  });

  it('goes on with the next mail after a refusal', async () => {
    await begin({
      bijOntvanger: (adres) => (adres.startsWith('beleid-1@') ? { code: 550, tekst: 'onbekend' } : undefined),
    });
    expect((await verzender.verstuur(mail(1))).soort).toBe('mislukt');
    expect((await verzender.verstuur(mail(2))).soort).toBe('verzonden');
  });

  it('is sure that a mail did not leave when the line breaks before the text', async () => {
    await begin({ verbreekVoorTekst: true });
    expect(await verzender.verstuur(mail(1))).toMatchObject({ soort: 'mislukt', definitief: false });
    expect(smtp.binnen).toEqual([]);
  });

  it('does not know when the server took the text and never answered', async () => {
    await begin({ naTekst: () => 'zwijg' });
    expect((await verzender.verstuur(mail(1))).soort).toBe('onbekend');
    expect(binnen('<proef-1@mt.example>')).toBe(1);
  });

  it('is sure that a mail did not leave when nobody listens', async () => {
    await begin();
    await smtp.stop();
    expect(await verzender.verstuur(mail(1))).toMatchObject({ soort: 'mislukt', definitief: false });
  });

  it('starts anew when the server grew tired of an idle line', async () => {
    await begin({ geduldMs: 400 });
    expect((await verzender.verstuur(mail(1))).soort).toBe('verzonden');
    await sleep(1000);
    expect((await verzender.verstuur(mail(2))).soort).toBe('verzonden');
    expect(smtp.verbindingen).toBe(2);
    expect([binnen('<proef-1@mt.example>'), binnen('<proef-2@mt.example>')]).toEqual([1, 1]);
  });

  it('never doubles nor loses a mail when an idle line is cut around the next one', async () => {
    await begin();
    const einden: string[] = [];
    for (let ronde = 0; ronde < 24; ronde++) {
      await verzender.verstuur(mail(1000 + ronde));
      // The cut comes just before the next mail, or while that one is on its way.
      if (ronde % 2 === 0) smtp.verbreek();
      const volgende = verzender.verstuur(mail(ronde));
      if (ronde % 2 === 1) {
        await sleep(ronde % 5);
        smtp.verbreek();
      }
      const { soort } = await volgende;
      einden.push(soort);
      const aantal = binnen(`<proef-${String(ronde)}@mt.example>`);
      if (soort === 'onbekend') expect(aantal).toBeLessThanOrEqual(1);
      else expect([soort, aantal]).toEqual([soort, soort === 'verzonden' ? 1 : 0]);
    }
    expect(einden).toContain('mislukt');
    expect((await verzender.verstuur(mail(9999))).soort).toBe('verzonden');
  });

  it('lets what is under way end when it is closed', async () => {
    await begin();
    const onderweg = verzender.verstuur(mail(1));
    verzender.sluit();
    expect((await onderweg).soort).toBe('verzonden');
    expect(binnen('<proef-1@mt.example>')).toBe(1);
  });
});
