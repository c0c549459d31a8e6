// A mail server of the bench in a process of its own: takes all mail, keeps of each only who it was for and when, and
// forgets nothing of what it accepted when it is killed. Arguments: port, file, and ms that each mail takes.
import { appendFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { setTimeout as rust } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

const [poort = '', bestand = '', duurMs = '1'] = process.argv.slice(2);

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  onData(stroom, { envelope }, klaar) {
    text(stroom).then(
      async (bron) => {
        await rust(Number(duurMs));
        const regel = {
          op: Date.now(),
          messageId: /^message-id:\s*(\S+)/im.exec(bron)?.[1] ?? '',
          aan: envelope.rcptTo.map(({ address }) => address),
        };
        // Written before it is answered for: what the file does not have was not accepted.
        appendFileSync(bestand, `${JSON.stringify(regel)}\n`);
        klaar();
      },
      () => undefined,
    );
  },
});
server.on('error', () => undefined);
server.listen(Number(poort), '127.0.0.1');
process.once('SIGTERM', () => process.exit());
process.once('disconnect', () => process.exit());
