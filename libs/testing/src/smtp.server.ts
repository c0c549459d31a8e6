import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A refusal: the SMTP code and its text. */
export interface Nee {
  readonly code: number;
  readonly tekst: string;
}

export interface OntvangenMail {
  readonly messageId: string;
  /** The sender of the envelope: where it comes back to when it cannot be delivered. */
  readonly van: string;
  readonly aan: readonly string[];
  readonly bron: string;
}

/** What the server does; each may differ per mail. Absent: it takes everything. */
export interface SmtpGedrag {
  bijOntvanger?(adres: string): Nee | undefined;
  /** After the whole text has come in. `zwijg`: it never answers, and drops the line; `wacht`: nor drops it. */
  naTekst?(messageId: string): Nee | 'zwijg' | 'wacht' | undefined;
  /** Drops the line where the server would answer RCPT. */
  readonly verbreekVoorTekst?: boolean;
  /** Drops a line on which nothing was said for so many ms, with 421. */
  readonly geduldMs?: number;
}

/** A real SMTP server on loopback. */
export interface SmtpProef {
  readonly url: string;
  /** Mail of which the whole text came in, whatever was answered. */
  readonly binnen: readonly OntvangenMail[];
  /** How many lines there have been. */
  readonly verbindingen: number;
  /** Cuts every line at once, without a word. */
  verbreek(): void;
  stop(): Promise<void>;
}

const weiger = ({ code, tekst }: Nee): Error => Object.assign(new Error(tekst), { responseCode: code });

export async function startSmtp(gedrag: SmtpGedrag = {}): Promise<SmtpProef> {
  const binnen: OntvangenMail[] = [];
  const lijnen = new Set<Socket>();
  let verbindingen = 0;
  const verbreek = (): void => {
    for (const lijn of lijnen) lijn.destroy();
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    ...(gedrag.geduldMs === undefined ? {} : { socketTimeout: gedrag.geduldMs }),
    onRcptTo({ address }, _sessie, klaar) {
      if (gedrag.verbreekVoorTekst) {
        verbreek();
        return;
      }
      const nee = gedrag.bijOntvanger?.(address);
      klaar(nee && weiger(nee));
    },
    onData(stroom, sessie, klaar) {
      text(stroom).then(
        (bron) => {
          const messageId = /^message-id: *(\S+)/im.exec(bron)?.[1] ?? '';
          const { mailFrom, rcptTo } = sessie.envelope;
          const van = mailFrom === false ? '' : mailFrom.address;
          binnen.push({ messageId, van, aan: rcptTo.map(({ address }) => address), bron });
          const nee = gedrag.naTekst?.(messageId);
          if (nee === 'wacht') return;
          if (nee === 'zwijg') verbreek();
          else klaar(nee && weiger(nee));
          // A line that breaks in the middle of the text: nothing came in.
        },
        () => undefined,
      );
    },
  });
  // A line that is cut in the middle is what some tests are about.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port: binnenPoort } = server.server.address() as AddressInfo;

  // The lines go through here, so that they can be cut as a network does.
  const doorgeef = createServer((lijn) => {
    verbindingen += 1;
    const naar = connect(binnenPoort, '127.0.0.1');
    lijnen.add(lijn);
    for (const [een, ander] of [
      [lijn, naar],
      [naar, lijn],
    ] as const) {
      een.on('error', () => undefined);
      een.on('close', () => {
        lijnen.delete(lijn);
        ander.destroy();
      });
      een.pipe(ander);
    }
  }).listen(0, '127.0.0.1');
  await once(doorgeef, 'listening');
  const { port } = doorgeef.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    binnen,
    get verbindingen() {
      return verbindingen;
    },
    verbreek,
    async stop() {
      doorgeef.close();
      verbreek();
      await new Promise<void>((klaar) => {
        server.close(klaar);
      });
    },
  };
}
