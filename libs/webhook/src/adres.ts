import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What may be called. `loopback`: also this computer itself, and there over http; to try things out, never in production. */
export interface Adresregels {
  readonly loopback: boolean;
}

/** All addresses of a name. @throws Error when it has none */
export type ZoekOp = (naam: string) => Promise<readonly string[]>;

export type Adresreden =
  'ongeldig' | 'geen-https' | 'met-wachtwoord' | 'niet-openbaar' | 'onbekend' | 'te-traag';

const ZINNEN: Readonly<Record<Adresreden, string>> = {
  ongeldig: 'Dit is geen adres. Vul een volledig adres in, zoals https://zaken.gemeente.example/webhook.',
  'geen-https': 'Het adres moet met https beginnen.',
  'met-wachtwoord': 'Zet geen naam of wachtwoord in het adres. Wij ondertekenen elk bericht met het geheim.',
  'niet-openbaar':
    'Dit adres ligt in een netwerk dat niet openbaar is. Gebruik een adres dat van buiten te bereiken is.',
  onbekend: 'De naam in dit adres is niet te vinden. Kijk of er een tikfout in staat.',
  'te-traag':
    'Het duurt te lang om de naam in dit adres op te zoeken. Probeer het over een paar minuten opnieuw.',
};

/** Why an address is not called. The message is a Dutch sentence that says what to do. */
export class Adresweigering extends Error {
  constructor(readonly reden: Adresreden) {
    super(ZINNEN[reden]);
    this.name = 'Adresweigering';
  }
}

/** A lookup of the system, as a browser would: with the hosts file. */
export const zoekOpInDns: ZoekOp = async (naam) =>
  (await lookup(naam, { all: true, verbatim: true })).map(({ address }) => address);

const GEGEVEN_IPV6 = ipaddr.parseCIDR('2000::/3');

/** Where an address may lie: on the public internet, or on this computer. What a network uses within itself is neither. */
type Netwerk = 'openbaar' | 'loopback';

/** Over http alone to this computer: nobody in between reads along. */
export const netwerkenVoor = ({ protocol }: URL, { loopback }: Adresregels): readonly Netwerk[] => [
  ...(protocol === 'https:' ? (['openbaar'] as const) : []),
  ...(loopback ? (['loopback'] as const) : []),
];

/** Whether an IP address lies in one of these networks. */
export function ligtIn(adres: string, netwerken: readonly Netwerk[]): boolean {
  if (!ipaddr.isValid(adres)) return false;
  // An IPv4 address that is written as IPv6 is judged as what it is.
  const ip = ipaddr.process(adres);
  // All that was ever given out of IPv6. The rest counts as unicast too, such as the old way to write IPv4 (::127.0.0.1).
  const openbaar = ip.range() === 'unicast' && (ip.kind() === 'ipv4' || ip.match(GEGEVEN_IPV6));
  return (
    (openbaar && netwerken.includes('openbaar')) ||
    (ip.range() === 'loopback' && netwerken.includes('loopback'))
  );
}

/** The host of a URL as a name or an address, without the brackets of IPv6. */
const hostVan = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/**
 * What can be judged of an address without asking anyone. The parser of URLs has made plain IPv4 of every other way to
 * write it (octal, hexadecimal, one number).
 * @throws Adresweigering
 */
export function beoordeelUrl(tekst: string, regels: Adresregels): URL {
  if (!URL.canParse(tekst)) throw new Adresweigering('ongeldig');
  const url = new URL(tekst);
  if (url.protocol !== 'https:' && !(regels.loopback && url.protocol === 'http:'))
    throw new Adresweigering('geen-https');
  if (url.username !== '' || url.password !== '') throw new Adresweigering('met-wachtwoord');
  const host = hostVan(url);
  if (isIP(host) !== 0 && !ligtIn(host, netwerkenVoor(url, regels)))
    throw new Adresweigering('niet-openbaar');
  return url;
}

const OPZOEKEN_MS = 3_000;

/** Looks a name up for so long, and no longer: a name server that says nothing holds up nobody. Without addresses: []. */
async function zoekOpBinnen(naam: string, zoekOp: ZoekOp, ms: number): Promise<readonly string[]> {
  let klok: NodeJS.Timeout | undefined;
  const teLaat = new Promise<never>((_, mis) => {
    klok = setTimeout(() => {
      mis(new Adresweigering('te-traag'));
    }, ms);
  });
  try {
    return await Promise.race([zoekOp(naam).catch((): readonly string[] => []), teLaat]);
  } finally {
    clearTimeout(klok);
  }
}

/**
 * The addresses of a name, every one of which may be called. One that may not spoils the name: it is not chance which of
 * them a connection takes.
 * @throws Adresweigering
 */
export async function zoekToegestane(
  naam: string,
  netwerken: readonly Netwerk[],
  zoekOp: ZoekOp,
  opzoekenMs = OPZOEKEN_MS,
): Promise<readonly string[]> {
  const adressen = await zoekOpBinnen(naam, zoekOp, opzoekenMs);
  if (adressen.length === 0) throw new Adresweigering('onbekend');
  if (!adressen.every((adres) => ligtIn(adres, netwerken))) throw new Adresweigering('niet-openbaar');
  return adressen;
}

/**
 * Judges an address with what its name leads to now; later it may lead elsewhere, so that each attempt judges again.
 * @throws Adresweigering
 */
export async function beoordeelAdres(
  tekst: string,
  regels: Adresregels,
  zoekOp: ZoekOp = zoekOpInDns,
  opzoekenMs = OPZOEKEN_MS,
): Promise<void> {
  const url = beoordeelUrl(tekst, regels);
  await zoekToegestane(hostVan(url), netwerkenVoor(url, regels), zoekOp, opzoekenMs);
}
