import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { NieuwePasskey, PasskeyBewijs, PasskeyVraag } from '../api/types.js';

/** Why the device gave no passkey. `zin` can be shown to the user as it is. */
export class ApparaatFout extends Error {
  constructor(readonly zin: string) {
    super(zin);
    this.name = 'ApparaatFout';
  }
}

/** What to tell the user about anything that the browser or the device threw. */
export function apparaatZin(fout: unknown): string {
  if (fout instanceof WebAuthnError && fout.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
    return 'Op dit apparaat staat al een passkey van u. Kies een ander apparaat, of gebruik de passkey die er al is.';
  if (fout instanceof WebAuthnError && fout.code === 'ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT')
    return 'Dit apparaat kan niet nagaan dat u het bent. Zet eerst een pincode, vingerafdruk of gezichtsherkenning aan.';
  if (fout instanceof Error && ['NotAllowedError', 'AbortError'].includes(fout.name))
    return 'Het is afgebroken, of het duurde te lang. Probeer het opnieuw.';
  return 'Dit apparaat gaf geen passkey. Probeer het opnieuw, of neem een ander apparaat.';
}

async function vraagApparaat<T>(vraag: () => Promise<T>): Promise<T> {
  if (!browserSupportsWebAuthn())
    throw new ApparaatFout(
      'Deze browser kan niet met passkeys werken. Neem een nieuwere, of een ander apparaat.',
    );
  try {
    return await vraag();
  } catch (fout) {
    throw new ApparaatFout(apparaatZin(fout));
  }
}

// Below, `opties` is what the library of the API made; its document does not repeat the fields of WebAuthn.

/** Lets the device make a passkey. @throws ApparaatFout */
export async function maakPasskey({ opties }: PasskeyVraag): Promise<NieuwePasskey['antwoord']> {
  const optionsJSON = opties as unknown as PublicKeyCredentialCreationOptionsJSON;
  const { id, rawId, response } = await vraagApparaat(() => startRegistration({ optionsJSON }));
  const { clientDataJSON, attestationObject } = response;
  const transports = BEKEND.filter((soort) => response.transports?.includes(soort));
  return { id, rawId, type: 'public-key', response: { clientDataJSON, attestationObject, transports } };
}

/** The ways to reach a device that the API knows; new ones are left out. */
const BEKEND = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** Lets the device show a passkey. @throws ApparaatFout */
export async function toonPasskey({ opties }: PasskeyVraag): Promise<PasskeyBewijs['antwoord']> {
  const optionsJSON = opties as unknown as PublicKeyCredentialRequestOptionsJSON;
  const { id, rawId, response } = await vraagApparaat(() => startAuthentication({ optionsJSON }));
  const { clientDataJSON, authenticatorData, signature } = response;
  return { id, rawId, type: 'public-key', response: { clientDataJSON, authenticatorData, signature } };
}
