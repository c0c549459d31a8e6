import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { MATRIX } from '../toegang-matrix.js';
import { kanariesIn, type Wereld } from '../werelden.js';
import { lekkenIn } from '../zicht.js';
import { FUZZ_ROLLEN, type Aanmelder } from './rollen.js';

const Rol = z.enum(FUZZ_ROLLEN);

const Gebeurd = z.object({
  rol: Rol,
  /** As the matrix names it: `GET /cohorten/{cohortId}`. */
  route: z.string(),
  status: z.number(),
  /** All that was sent, and all that came back: headers and content. */
  gevraagd: z.string(),
  antwoord: z.string(),
});
type Gebeurd = z.infer<typeof Gebeurd>;

/** Judges what the fuzzer sees by the same rules as the tests of the matrix do. */
export interface Scheidsrechter {
  readonly url: string;
  /** How many answers were judged, per role. */
  readonly geoordeeld: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** What somebody asked for comes back to him as he gave it: that is no leak. */
function zonderEcho(antwoord: string, gevraagd: string, werelden: readonly Wereld[]): string {
  const vraag = gevraagd.toLowerCase();
  const ids = werelden.flatMap(({ trajecten }) => trajecten.flatMap(({ id, code }) => [id, code]));
  const zonderIds = ids
    .filter((id) => vraag.includes(id.toLowerCase()))
    .reduce((tekst, id) => tekst.replaceAll(id, ''), antwoord);
  return kanariesIn(vraag).reduce(
    (tekst, { wereld, nummer, soort }) => tekst.replaceAll(`kanarie-${wereld}${nummer}-${soort}`, ''),
    zonderIds,
  );
}

/** What is in this answer that this role should not have seen. */
export function oordeel(
  { rol, route, status, gevraagd, antwoord }: Gebeurd,
  werelden: readonly Wereld[],
): string[] {
  const rijen = status < 400 ? MATRIX.filter((rij) => rij.route === route) : [];
  const toont = rijen.flatMap((rij) => rij.toont ?? []);
  return lekkenIn(rol, zonderEcho(antwoord, gevraagd, werelden), werelden, toont);
}

export async function startScheidsrechter(
  werelden: readonly Wereld[],
  aanmelder: Aanmelder,
): Promise<Scheidsrechter> {
  const geoordeeld = new Map<string, number>();
  const antwoord = async (verzoek: IncomingMessage): Promise<unknown> => {
    if (verzoek.url === '/afzender') return aanmelder(Rol.parse(await json(verzoek)));
    const gebeurd = Gebeurd.parse(await json(verzoek));
    geoordeeld.set(gebeurd.rol, (geoordeeld.get(gebeurd.rol) ?? 0) + 1);
    return oordeel(gebeurd, werelden);
  };
  const server = createServer((verzoek, uit) => {
    antwoord(verzoek).then(
      (wat) => uit.end(JSON.stringify(wat)),
      (fout: unknown) => uit.writeHead(500).end(String(fout)),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    geoordeeld,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
