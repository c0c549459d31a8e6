import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { IdentiteitProef } from '@maatwerktraject/testing/services';

export type Deel = Readonly<Record<string, unknown>>;

const lees = (deel: string): Deel => JSON.parse(Buffer.from(deel, 'base64url').toString()) as Deel;
const schrijf = (deel: Deel): string => Buffer.from(JSON.stringify(deel)).toString('base64url');
const sleutelpaar = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A token of these parts, signed with RS256. */
export function teken(kop: Deel, inhoud: Deel, sleutel: KeyObject): string {
  const tekst = `${schrijf(kop)}.${schrijf(inhoud)}`;
  return `${tekst}.${sign('sha256', Buffer.from(tekst), sleutel).toString('base64url')}`;
}

/**
 * Between the API and a real provider: passes everything on, and puts its own name and signature on ID tokens. Left alone
 * it is a provider like others; a test changes one thing of it.
 */
export class Tussenin {
  private server: Server | undefined;
  private readonly paar = sleutelpaar();
  readonly sleutel = this.paar.privateKey;
  /** One that the API cannot know. */
  readonly vreemdeSleutel = sleutelpaar().privateKey;
  issuer = '';
  /** Makes the ID token that the API gets. */
  token = (kop: Deel, inhoud: Deel): string => this.goed(kop, inhoud);
  /** Changes what the provider says of itself. */
  beschrijf: (beschrijving: Deel) => Deel = (zo) => zo;

  constructor(private readonly provider: IdentiteitProef) {}

  goed(kop: Deel, inhoud: Deel): string {
    return teken(kop, inhoud, this.sleutel);
  }

  async start(): Promise<void> {
    this.server = createServer((vraag, antwoord) => {
      this.geefDoor(vraag, antwoord).catch(() => antwoord.destroy());
    }).listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.issuer = `http://localhost:${String((this.server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    if (!this.server) return;
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async geefDoor(vraag: IncomingMessage, antwoord: ServerResponse): Promise<void> {
    const { authorization = '', 'content-type': soort = 'text/plain' } = vraag.headers;
    const body = await buffer(vraag);
    const terug = await fetch(`${this.provider.issuer}${vraag.url ?? ''}`, {
      method: vraag.method ?? 'GET',
      headers: { Authorization: authorization, 'Content-Type': soort },
      ...(body.length > 0 ? { body } : {}),
    });
    const tekst = await terug.text();
    antwoord.writeHead(terug.status, { 'Content-Type': terug.headers.get('content-type') ?? 'text/plain' });
    antwoord.end(terug.ok ? this.verander(vraag.url ?? '', tekst) : tekst);
  }

  private verander(pad: string, tekst: string): string {
    if (pad.includes('/.well-known/')) {
      const mijn = JSON.parse(tekst.replaceAll(this.provider.issuer, this.issuer)) as Deel;
      // The browser goes to the provider itself.
      const authorization_endpoint = `${this.provider.issuer}/oidc/auth`;
      return JSON.stringify(this.beschrijf({ ...mijn, authorization_endpoint }));
    }
    if (pad.endsWith('/jwks'))
      return JSON.stringify({ keys: [{ ...this.paar.publicKey.export({ format: 'jwk' }), use: 'sig' }] });
    if (!pad.endsWith('/token')) return tekst;
    const antwoord = JSON.parse(tekst) as { id_token: string };
    const [, inhoud = ''] = antwoord.id_token.split('.');
    const id_token = this.token({ alg: 'RS256' }, { ...lees(inhoud), iss: this.issuer });
    return JSON.stringify({ ...antwoord, id_token });
  }
}
