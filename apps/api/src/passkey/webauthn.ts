import { isIP } from 'node:net';
import type { NieuwePasskey, PasskeyBewijs } from '@maatwerktraject/contracts';
import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';

/** This website, as a passkey knows it. */
export interface Website {
  /** The host name: a passkey works under this name alone. */
  readonly id: string;
  readonly origin: string;
}

/** Null at a bare IP address: WebAuthn wants a name. */
export function websiteVan(publicUrl: string): Website | null {
  const { hostname, origin } = new URL(publicUrl);
  return isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? { id: hostname, origin } : null;
}

/** Why an answer was not accepted; for the audit log, not for who gave it. */
export type Afwijzing = 'onleesbaar-of-van-elders' | 'teller-loopt-terug' | 'handtekening-klopt-niet';

const afwijzing = (fout: unknown): { readonly afwijzing: Afwijzing } => ({
  // A counter that goes back says that there is a copy of this passkey.
  afwijzing:
    fout instanceof Error && fout.message.startsWith('Response counter value')
      ? 'teller-loopt-terug'
      : 'onleesbaar-of-van-elders',
});

/** The passkey that the browser made on this question, of this website, with the person verified by the device. */
export async function leesGemaakt(
  antwoord: NieuwePasskey['antwoord'],
  uitdaging: string,
  website: Website,
): Promise<WebAuthnCredential | { readonly afwijzing: Afwijzing }> {
  const { transports, ...response } = antwoord.response;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...antwoord, response, clientExtensionResults: {} },
      expectedChallenge: uitdaging,
      expectedOrigin: website.origin,
      expectedRPID: website.id,
      requireUserVerification: true,
    });
    if (!verified) return { afwijzing: 'handtekening-klopt-niet' };
    return { ...registrationInfo.credential, transports: transports ?? [] };
  } catch (fout) {
    return afwijzing(fout);
  }
}

/** The new counter of this passkey, when it signed this question on this website. */
export async function leesGetoond(
  antwoord: PasskeyBewijs['antwoord'],
  uitdaging: string,
  credential: WebAuthnCredential,
  website: Website,
): Promise<{ readonly teller: number } | { readonly afwijzing: Afwijzing }> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...antwoord, clientExtensionResults: {} },
      expectedChallenge: uitdaging,
      expectedOrigin: website.origin,
      expectedRPID: website.id,
      credential,
      requireUserVerification: true,
    });
    return verified ? { teller: authenticationInfo.newCounter } : { afwijzing: 'handtekening-klopt-niet' };
  } catch (fout) {
    return afwijzing(fout);
  }
}
