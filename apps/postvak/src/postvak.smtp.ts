import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { SMTPServer } from 'smtp-server';
import type { BerichtStore } from './bericht.store.js';

/** Largest mail taken, in bytes. */
export const maxMailBytes = 10 * 1024 * 1024;

const collect = async (stream: Readable): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
};

const smtpError = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

/** Whoever has this before the @ does not exist here: to see what happens with an address that does not work. */
const UNDELIVERABLE = 'onbestelbaar';

const refusal = (address: string): Error | undefined =>
  address.toLowerCase().split(/[@+]/)[0] === UNDELIVERABLE
    ? smtpError(550, `5.1.1 <${address}> bestaat niet (oefenpostvak)`)
    : undefined;

/** An SMTP server that says 250 only after the store has the mail on disk. */
export const startSmtp = async (
  store: BerichtStore,
  host: string,
  port: number,
): Promise<{ close: () => Promise<void> }> => {
  const server = new SMTPServer({
    name: 'postvak.localhost',
    banner: 'Postvak van het Maatwerktraject',
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    size: maxMailBytes,
    closeTimeout: 3000,
    logger: false,
    onRcptTo({ address }, _session, callback) {
      callback(refusal(address));
    },
    onData(stream, session, callback) {
      const { mailFrom, rcptTo } = session.envelope;
      const envelope = {
        van: mailFrom === false ? '' : mailFrom.address,
        aan: rcptTo.map(({ address }) => address),
      };
      collect(stream)
        .then((raw) => {
          if (stream.sizeExceeded) throw smtpError(552, 'Dit bericht is te groot.');
          return store.add(raw, envelope);
        })
        .then(
          () => callback(),
          (error: unknown) =>
            callback(
              error instanceof Error && 'responseCode' in error
                ? error
                : smtpError(451, 'Het bericht kon niet worden bewaard. Probeer het later opnieuw.'),
            ),
        );
    },
  });
  // A client that goes away in the middle of a mail is no reason to stop.
  const listening = once(server.server, 'listening');
  server.listen(port, host);
  await listening;
  server.on('error', () => undefined);
  return { close: () => new Promise((resolve) => server.close(resolve)) };
};
