import { NieuwePasskey, Passkey, PasskeyBewijs, PasskeyLijst } from './passkey.js';
import { PasskeyNaam, PasskeysIngetrokken, PasskeysIntrekken, PasskeyVraag } from './passkey.js';
import { paar, type Voorbeeld } from './voorbeelden.verhaal.js';

const id = 'cGFzc2tleS12YW4ta2lt';
const passkey = {
  id: '4e7d2a90-1b3c-4d5e-8f60-7a8b9c0d1e2f',
  naam: 'Telefoon van het werk',
  gemaaktOp: '2027-02-01T08:00:00.000Z',
  gebruiktOp: '2027-02-08T08:00:00.000Z',
};

/** Examples for the routes of passkeys; what a browser makes is shortened. */
export const PASSKEY_VOORBEELDEN: readonly Voorbeeld[] = [
  paar(Passkey, passkey),
  paar(PasskeyLijst, { items: [passkey], belemmering: null }),
  paar(PasskeyVraag, {
    opties: { challenge: 'ZWVuLWtlZXI', rpId: 'maatwerktraject.example', userVerification: 'required' },
  }),
  paar(NieuwePasskey, {
    naam: passkey.naam,
    antwoord: {
      id,
      rawId: id,
      type: 'public-key',
      response: { clientDataJSON: 'eyJ0eXBlIjoid2ViYXV0aG4', attestationObject: 'o2NmbXRkbm9uZQ' },
    },
  }),
  paar(PasskeyNaam, { naam: 'Nieuwe telefoon' }),
  paar(PasskeyBewijs, {
    antwoord: {
      id,
      rawId: id,
      type: 'public-key',
      response: {
        clientDataJSON: 'eyJ0eXBlIjoid2ViYXV0aG4',
        authenticatorData: 'SZYN5YgOjGh0NBcPZHZgW4',
        signature: 'MEUCIQDx',
      },
    },
  }),
  paar(PasskeysIntrekken, { reden: 'Telefoon kwijt. Gebeld en teruggebeld op het bekende nummer.' }),
  paar(PasskeysIngetrokken, {
    accountId: '7f3c2b1a-9d8e-8c4b-a1f0-2e3d4c5b6a79',
    passkeys: 1,
    sessies: 2,
  }),
];
