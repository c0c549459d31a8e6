import { fileNameOf, numberOf, readMail, readMetadata, withEnvelope } from './bericht.file.js';

const mail = [
  'Message-ID: <sleutel-1@maatwerktraject.example>',
  'From: Maatwerktraject <noreply@maatwerktraject.example>',
  'To: lijst@borne.example',
  'Subject: =?utf-8?Q?Een_nieuwe_taak_voor_Súdwest-Fryslân?=',
  'X-Postvak-Aan: indringer@elders.example',
  '',
  'Beste collega,',
  '',
].join('\r\n');
const envelope = { van: 'bounce@maatwerktraject.example', aan: ['a@borne.example', 'b@borne.example'] };

describe('the file of a mail', () => {
  it('has a name that sorts as its number', () => {
    expect(fileNameOf(42)).toBe('0000000042.eml');
    expect(numberOf('0000000042.eml')).toBe(42);
    expect(numberOf('42.eml')).toBeUndefined();
    expect(numberOf('index.jsonl')).toBeUndefined();
  });

  it('gives back the envelope, decoded headers and moment', async () => {
    const file = withEnvelope(Buffer.from(mail), envelope, '2027-02-01T08:00:00.000Z');
    const metadata = await readMetadata(7, file);
    expect(metadata).toMatchObject({
      volgnummer: 7,
      messageId: '<sleutel-1@maatwerktraject.example>',
      van: 'noreply@maatwerktraject.example',
      onderwerp: 'Een nieuwe taak voor Súdwest-Fryslân',
      ontvangenOp: '2027-02-01T08:00:00.000Z',
    });
    expect(metadata.aan).toEqual(['a@borne.example', 'b@borne.example']);
    expect((await readMail(file)).text).toContain('Beste collega');
  });

  it('keeps an address from adding a header', async () => {
    const evil = { van: '', aan: ['x@y.example\r\nSubject: vals'] };
    const metadata = await readMetadata(1, withEnvelope(Buffer.from(mail), evil, '2027-02-01T08:00:00.000Z'));
    expect(metadata.onderwerp).toBe('Een nieuwe taak voor Súdwest-Fryslân');
  });

  it('reads a mail without any header', async () => {
    const file = withEnvelope(
      Buffer.from('\r\nalleen tekst\r\n'),
      { van: 'a@b.example', aan: [] },
      '2027-02-01T08:00:00.000Z',
    );
    expect(await readMetadata(1, file)).toMatchObject({
      messageId: '',
      onderwerp: '',
      van: 'a@b.example',
      aan: [],
    });
  });
});
