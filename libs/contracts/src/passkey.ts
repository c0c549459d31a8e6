import { z } from 'zod';
import { regel, Tijdstip, Uuid } from './algemeen.js';

export const MAX_PASSKEYS = 10;

export const Passkey = z
  .object({
    id: Uuid,
    naam: z.string(),
    gemaaktOp: Tijdstip,
    gebruiktOp: Tijdstip.nullable().meta({ description: 'Wanneer u er het laatst mee aanmeldde.' }),
  })
  .meta({ id: 'Passkey' });
export type Passkey = z.infer<typeof Passkey>;

export const PasskeyLijst = z
  .object({
    items: z.array(Passkey),
    belemmering: z
      .string()
      .nullable()
      .meta({ description: 'Waarom u hier nu geen passkey kunt toevoegen; leeg als het kan.' }),
  })
  .meta({ id: 'PasskeyLijst' });
export type PasskeyLijst = z.infer<typeof PasskeyLijst>;

/** What the browser is to be asked, in the words of WebAuthn level 3; its library knows the fields. */
export const PasskeyVraag = z
  .object({
    opties: z.record(z.string(), z.unknown()).meta({
      description:
        'De vraag voor de browser: `PublicKeyCredentialCreationOptionsJSON` of `PublicKeyCredentialRequestOptionsJSON`.',
    }),
  })
  .meta({ id: 'PasskeyVraag' });
export type PasskeyVraag = z.infer<typeof PasskeyVraag>;

const ONLEESBAAR = 'Dit antwoord van de browser is niet te lezen.';
const base64url = (max: number): z.ZodString =>
  z
    .string(ONLEESBAAR)
    .min(1, ONLEESBAAR)
    .max(max, ONLEESBAAR)
    .regex(/^[\w-]+$/, ONLEESBAAR);

const GEMEEN = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key', ONLEESBAAR),
};

/** What the browser answers when a passkey was made (`RegistrationResponseJSON`). */
export const PasskeyGemaakt = z
  .object({
    ...GEMEEN,
    response: z.object({
      clientDataJSON: base64url(4000),
      attestationObject: base64url(20_000),
      transports: z
        .array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'], ONLEESBAAR))
        .max(10, ONLEESBAAR)
        .optional(),
    }),
  })
  .meta({ id: 'PasskeyGemaakt' });

/** What the browser answers when a passkey was shown (`AuthenticationResponseJSON`). */
export const PasskeyGetoond = z
  .object({
    ...GEMEEN,
    response: z.object({
      clientDataJSON: base64url(4000),
      authenticatorData: base64url(4000),
      signature: base64url(10_000),
    }),
  })
  .meta({ id: 'PasskeyGetoond' });

const naam = regel(60);

export const NieuwePasskey = z.object({ naam, antwoord: PasskeyGemaakt }).meta({ id: 'NieuwePasskey' });
export type NieuwePasskey = z.infer<typeof NieuwePasskey>;

export const PasskeyNaam = z.strictObject({ naam }).meta({ id: 'PasskeyNaam' });
export type PasskeyNaam = z.infer<typeof PasskeyNaam>;

export const PasskeyBewijs = z.object({ antwoord: PasskeyGetoond }).meta({ id: 'PasskeyBewijs' });
export type PasskeyBewijs = z.infer<typeof PasskeyBewijs>;

export const PasskeysIntrekken = z
  .strictObject({ reden: regel(300).min(10, 'Schrijf in ten minste 10 tekens op waarom.') })
  .meta({ id: 'PasskeysIntrekken' });
export type PasskeysIntrekken = z.infer<typeof PasskeysIntrekken>;

/** What it came to, in counts. */
export const PasskeysIngetrokken = z
  .object({
    accountId: Uuid,
    passkeys: z.int().meta({ description: 'Hoeveel passkeys zijn weggehaald.' }),
    sessies: z.int().meta({ description: 'Hoeveel aanmeldingen met een link zijn beëindigd.' }),
  })
  .meta({ id: 'PasskeysIngetrokken' });
export type PasskeysIngetrokken = z.infer<typeof PasskeysIngetrokken>;
