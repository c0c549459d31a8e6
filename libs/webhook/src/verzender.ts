import http from 'node:http';
import https from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
import type { Leverfout, Uitslag } from '@maatwerktraject/domain';
import { Adresweigering, beoordeelUrl, ligtIn, netwerkenVoor, zoekOpInDns, zoekToegestane } from './adres.js';
import type { Adresreden, Adresregels, ZoekOp } from './adres.js';
import { ondertekend } from './geheim.js';

export interface Webhookverzoek {
  readonly url: string;
  /** The same in every attempt at the same event. */
  readonly id: string;
  /** JSON text, sent and signed as it is. */
  readonly inhoud: string;
  readonly geheimen: readonly string[];
}

/** `duurMs`: from the beginning of the attempt to its answer. */
export interface Poging {
  readonly uitslag: Uitslag;
  readonly duurMs: number;
}

/** Makes one attempt; never rejects. */
export type Webhookverzender = (verzoek: Webhookverzoek) => Promise<Poging>;

export interface VerzenderOpties {
  readonly regels: Adresregels;
  readonly zoekOp?: ZoekOp;
  readonly geduldMs?: number;
  /** Certificate authorities besides those of Node, as PEM. */
  readonly ca?: string;
}

const GEDULD_MS = 15_000;
/** What the receiver says beyond its status is not kept; so much is read that it can end its answer in peace. */
const MAX_ANTWOORD_BYTES = 1_024;

/**
 * Resolves names for a connection, which then goes to the address that was judged here and to no other: whatever the name
 * leads to a moment later.
 */
const bewaakteLookup =
  (netwerken: ReturnType<typeof netwerkenVoor>, zoekOp: ZoekOp): LookupFunction =>
  (naam, opties, klaar) => {
    zoekToegestane(naam, netwerken, zoekOp).then(
      (adressen) => {
        const alle = adressen.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
        const [eerste = { address: '', family: 4 }] = alle;
        if (opties.all) klaar(null, alle);
        else klaar(null, eerste.address, eerste.family);
      },
      (fout: unknown) => {
        klaar(fout instanceof Error ? fout : new Error(String(fout)), []);
      },
    );
  };

const GEEN_VERBINDING = /^(ECONN|EHOST|ENET|EPIPE|ETIMEDOUT|EADDR|EAI_|ENOTFOUND|HPE_|UND_ERR)/;

const tekstIn = (fout: object, veld: string): string => {
  const waarde = (fout as Record<string, unknown>)[veld];
  return typeof waarde === 'string' ? waarde : '';
};

const ADRESFOUTEN: Readonly<Partial<Record<Adresreden, Leverfout>>> = {
  onbekend: 'onbekend-adres',
  'te-traag': 'traag-adres',
};

function foutVan(fout: unknown): Leverfout {
  if (fout instanceof Adresweigering) return ADRESFOUTEN[fout.reden] ?? 'verboden-adres';
  if (typeof fout !== 'object' || fout === null) return 'geen-verbinding';
  // Of several addresses that were tried, the first says enough.
  if ('errors' in fout && Array.isArray(fout.errors)) return foutVan(fout.errors[0]);
  if (/^(Abort|Timeout)Error$/.test(tekstIn(fout, 'name'))) return 'te-laat';
  const code = tekstIn(fout, 'code');
  return code === '' || GEEN_VERBINDING.test(code) ? 'geen-verbinding' : 'geen-tls';
}

/** Seconds until the receiver wants to be asked again: a number, or an HTTP date. */
export function retryAfterS(kop: string | undefined, nu: number): number | null {
  if (kop === undefined) return null;
  if (/^\d{1,9}$/.test(kop.trim())) return Number(kop);
  const moment = /^[A-Z][a-z]{2}, /.test(kop) ? Date.parse(kop) : Number.NaN;
  return Number.isNaN(moment) ? null : Math.max(0, Math.ceil((moment - nu) / 1000));
}

/** Reads so much of an answer that its status is known for certain to have come, and no more. */
const leesUit = (antwoord: http.IncomingMessage): Promise<void> =>
  new Promise((klaar) => {
    let gelezen = 0;
    antwoord.on('data', (deel: Buffer) => {
      gelezen += deel.length;
      if (gelezen > MAX_ANTWOORD_BYTES) antwoord.destroy();
    });
    // The status counts, also when the rest of the answer never comes.
    antwoord.on('error', () => undefined);
    antwoord.on('close', klaar);
  });

/** Sends events by HTTP POST. No redirects, no proxy, no cookies, and a connection of its own for each attempt. */
export function createWebhookVerzender({
  regels,
  zoekOp = zoekOpInDns,
  geduldMs = GEDULD_MS,
  ca,
}: VerzenderOpties): Webhookverzender {
  const vraag = (url: URL, { id, inhoud, geheimen }: Webhookverzoek): Promise<Uitslag> =>
    new Promise((klaar, mis) => {
      const netwerken = netwerkenVoor(url, regels);
      const verzoek = (url.protocol === 'http:' ? http : https).request(url, {
        method: 'POST',
        agent: false,
        lookup: bewaakteLookup(netwerken, zoekOp),
        signal: AbortSignal.timeout(geduldMs),
        ...(ca === undefined ? {} : { ca }),
        headers: {
          'Content-Type': 'application/cloudevents+json; charset=utf-8',
          'Content-Length': Buffer.byteLength(inhoud),
          'User-Agent': 'Maatwerktraject-Webhooks',
          ...ondertekend(id, new Date(), inhoud, geheimen),
        },
      });
      verzoek.on('socket', (socket) => {
        socket.once('connect', () => {
          // By now this is a second look at the same; it stays true whatever becomes of the lookup.
          if (!ligtIn(socket.remoteAddress ?? '', netwerken))
            socket.destroy(new Adresweigering('niet-openbaar'));
        });
      });
      verzoek.on('error', mis);
      verzoek.on('response', (antwoord) => {
        // What goes wrong from here on is about the rest of the answer, which nobody needs.
        verzoek.off('error', mis).on('error', () => undefined);
        const uitslag: Uitslag = {
          soort: 'antwoord',
          status: antwoord.statusCode ?? 0,
          retryAfterS: retryAfterS(antwoord.headers['retry-after'], Date.now()),
        };
        void leesUit(antwoord).then(() => {
          klaar(uitslag);
        });
      });
      verzoek.end(inhoud);
    });
  return async (verzoek) => {
    const begin = performance.now();
    const uitslag = await (async () => vraag(beoordeelUrl(verzoek.url, regels), verzoek))().catch(
      (fout: unknown): Uitslag => ({ soort: 'fout', fout: foutVan(fout) }),
    );
    return { uitslag, duurMs: Math.round(performance.now() - begin) };
  };
}
