import { leesRetour } from './retour.dsn.js';

interface Delen {
  readonly status?: string;
  readonly terug?: string;
  readonly terugSoort?: string;
}

/** A report as mail servers write it: fields folded, lines with CRLF. */
const melding = ({ status, terug, terugSoort = 'text/rfc822-headers' }: Delen): Buffer =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
      'To: retour@mt.example',
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status;',
      '\tboundary="B/1"',
      '',
      '--B/1',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'This is the mail system at host mx.example.',
      ...(status === undefined
        ? []
        : ['--B/1', 'Content-Type: message/delivery-status', '', ...status.split('\n')]),
      ...(terug === undefined ? [] : ['--B/1', `Content-Type: ${terugSoort}`, '', ...terug.split('\n')]),
      '--B/1--',
      '',
    ].join('\r\n'),
  );

const POSTFIX = `Reporting-MTA: dns; mx.example
X-Postfix-Queue-ID: 4F1D2
Arrival-Date: Mon,  8 Feb 2027 09:00:03 +0100 (CET)

Final-Recipient: rfc822; k.deboer@enschede.example
Original-Recipient: rfc822;k.deboer@enschede.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.enschede.example
Diagnostic-Code: smtp; 550 5.1.1 <k.deboer@enschede.example>: Recipient address
    rejected: User unknown in relay recipient table
`;
const KOP = 'From: Maatwerktraject <a@mt.example>\nMessage-ID: <abc@mt.example>\nSubject: Nieuwe taak\n';

describe('leesRetour', () => {
  it('reads who will never get which mail, and in whose words', async () => {
    expect(await leesRetour(melding({ status: POSTFIX, terug: KOP }))).toEqual({
      messageIds: ['<abc@mt.example>'],
      voorgoed: true,
      code: '5.1.1',
      woorden:
        '550 5.1.1 <k.deboer@enschede.example>: Recipient address rejected: User unknown in relay recipient table',
    });
  });

  it('finds our mail in a whole mail that came back, and never in its text', async () => {
    const terug = `${KOP}Content-Type: text/plain\n\nMessage-ID: <vals@mt.example>\n`;
    const gelezen = await leesRetour(melding({ status: POSTFIX, terug, terugSoort: 'message/rfc822' }));
    expect(gelezen?.messageIds).toEqual(['<abc@mt.example>']);
  });

  it('finds it by the envelope too', async () => {
    const status = POSTFIX.replace('X-Postfix', 'Original-Envelope-Id: def@mt.example\nX-Postfix');
    expect((await leesRetour(melding({ status })))?.messageIds).toEqual(['<def@mt.example>']);
    expect((await leesRetour(melding({ status, terug: KOP })))?.messageIds).toEqual([
      '<abc@mt.example>',
      '<def@mt.example>',
    ]);
    expect((await leesRetour(melding({ status: POSTFIX })))?.messageIds).toEqual([]);
  });

  it('tells a server that goes on trying from one that gave up', async () => {
    const later = POSTFIX.replace('failed', 'delayed').replace('Status: 5.1.1', 'Status: 4.4.1');
    expect(await leesRetour(melding({ status: later, terug: KOP }))).toMatchObject({
      voorgoed: false,
      code: '4.4.1',
    });
    // Failed for a while is not for ever.
    const vol = POSTFIX.replace('Status: 5.1.1', 'Status: 4.2.2');
    expect(await leesRetour(melding({ status: vol, terug: KOP }))).toMatchObject({ voorgoed: false });
  });

  it('takes nothing else for such a report', async () => {
    const gelukt = POSTFIX.replace('failed', 'relayed').replace('Status: 5.1.1', 'Status: 2.0.0');
    for (const geen of [
      melding({ terug: KOP }),
      melding({ status: gelukt, terug: KOP }),
      melding({ status: '', terug: KOP }),
      Buffer.from('Subject: Ik ben met vakantie\r\nAuto-Submitted: auto-replied\r\n\r\nTot maandag.'),
      Buffer.from(''),
      Buffer.from([0xff, 0xfe, 0x00, 0x01]),
      Buffer.from('Message-ID: <abc@mt.example>\r\nStatus: 5.1.1\r\nAction: failed\r\n\r\n'),
    ])
      expect(await leesRetour(geen)).toBeNull();
  });
});
