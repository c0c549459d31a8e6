import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { NieuwePasskey, PasskeyBewijs, PasskeyVraag } from '@maatwerktraject/contracts';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const sha256 = (deel: string | Buffer): Buffer => createHash('sha256').update(deel).digest();

const ER_IS_IEMAND = 0x01;
const HERKEND = 0x04;
const MET_SLEUTEL = 0x40;

/** What a device or a browser may say otherwise than it should. */
export interface Afwijking {
  readonly origin?: string;
  readonly rpId?: string;
  readonly teller?: number;
  readonly uitdaging?: string;
  readonly type?: string;
  /** False: somebody touched the device, and it does not know who. */
  readonly herkend?: boolean;
  /** The ID of another passkey. */
  readonly id?: string;
}

/** A device with one passkey (ES256), and the browser around it: it signs what it is told to. */
export class Authenticator {
  readonly id = randomBytes(32).toString('base64url');
  private readonly prive: KeyObject;
  private readonly publiek: KeyObject;
  private teller = 0;

  /** `telt` is false for a passkey that is kept in step over devices: those say 0 each time. */
  constructor(
    private readonly origin: string,
    private readonly telt = true,
  ) {
    ({ privateKey: this.prive, publicKey: this.publiek } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
    }));
  }

  maak({ opties }: PasskeyVraag, afwijking: Afwijking = {}): NieuwePasskey['antwoord'] {
    const id = afwijking.id ?? this.id;
    const kenmerk = Buffer.from(id, 'base64url');
    const lengte = Buffer.alloc(2);
    lengte.writeUInt16BE(kenmerk.length);
    const authData = Buffer.concat([
      this.gegevens(MET_SLEUTEL, afwijking),
      Buffer.alloc(16),
      lengte,
      kenmerk,
      this.coseSleutel(),
    ]);
    const attestationObject = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]) as Parameters<typeof isoCBOR.encode>[0],
    );
    return {
      ...{ id, rawId: id, type: 'public-key' },
      response: {
        clientDataJSON: this.clientData('webauthn.create', opties, afwijking).toString('base64url'),
        attestationObject: Buffer.from(attestationObject).toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  toon({ opties }: PasskeyVraag, afwijking: Afwijking = {}): PasskeyBewijs['antwoord'] {
    const id = afwijking.id ?? this.id;
    if (this.telt) this.teller += 1;
    const authData = this.gegevens(0, afwijking);
    const clientData = this.clientData('webauthn.get', opties, afwijking);
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.prive);
    return {
      ...{ id, rawId: id, type: 'public-key' },
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
      },
    };
  }

  private gegevens(vlag: number, { rpId, teller, herkend = true }: Afwijking): Buffer {
    const telling = Buffer.alloc(4);
    telling.writeUInt32BE(teller ?? this.teller);
    const vlaggen = Buffer.from([ER_IS_IEMAND | vlag | (herkend ? HERKEND : 0)]);
    return Buffer.concat([sha256(rpId ?? new URL(this.origin).hostname), vlaggen, telling]);
  }

  private clientData(type: string, opties: PasskeyVraag['opties'], afwijking: Afwijking): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: afwijking.type ?? type,
        challenge: afwijking.uitdaging ?? opties['challenge'],
        origin: afwijking.origin ?? this.origin,
        crossOrigin: false,
      }),
    );
  }

  /** RFC 9053: key type EC2, algorithm ES256, curve P-256, x and y. */
  private coseSleutel(): Uint8Array {
    const { x = '', y = '' } = this.publiek.export({ format: 'jwk' });
    const deel = (tekst: string): Uint8Array => new Uint8Array(Buffer.from(tekst, 'base64url'));
    return isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, deel(x)],
        [-3, deel(y)],
      ]),
    );
  }
}
