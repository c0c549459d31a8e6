import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface OntvangenWebhook {
  readonly id: string;
  readonly pad: string;
  readonly headers: IncomingHttpHeaders;
  readonly inhoud: string;
}

/** What it answers: a status, or whatever it does with the answer itself. */
export type Gedrag = number | ((antwoord: ServerResponse, ontvangen: OntvangenWebhook) => void);

/** A real HTTP server on loopback that takes webhooks. */
export interface WebhookOntvanger {
  readonly url: string;
  /** In the order in which they came; also those that were refused. */
  readonly binnen: readonly OntvangenWebhook[];
  gedrag: Gedrag;
  /** Gone at once, with all its connections. */
  stop(): Promise<void>;
  /** Back on the same port. */
  herstart(): Promise<void>;
}

export async function startWebhookOntvanger(gedrag: Gedrag = 204): Promise<WebhookOntvanger> {
  const binnen: OntvangenWebhook[] = [];
  let server: Server;
  let poort = 0;
  const luister = async (): Promise<void> => {
    server = createServer((vraag, antwoord) => {
      void text(vraag).then(
        (inhoud) => {
          const { headers, url: pad = '' } = vraag;
          const ontvangen = { id: String(headers['webhook-id']), pad, headers, inhoud };
          binnen.push(ontvangen);
          if (typeof ontvanger.gedrag === 'number') antwoord.writeHead(ontvanger.gedrag).end();
          else ontvanger.gedrag(antwoord, ontvangen);
        },
        () => undefined,
      );
    }).listen(poort, '127.0.0.1');
    await once(server, 'listening');
    poort = (server.address() as AddressInfo).port;
  };
  const ontvanger: WebhookOntvanger = {
    get url() {
      return `http://127.0.0.1:${String(poort)}/hook`;
    },
    binnen,
    gedrag,
    async stop() {
      server.closeAllConnections();
      await new Promise((klaar) => server.close(klaar));
    },
    herstart: luister,
  };
  await luister();
  return ontvanger;
}
