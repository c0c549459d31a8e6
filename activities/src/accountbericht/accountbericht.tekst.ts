import { datumInWoorden, lokaleTijd, PAUZE_NA_DAGEN } from '@maatwerktraject/domain';
import { schrijfBrief, type BerichtTekst } from '../bericht/brief.tekst.js';

export type AccountberichtSoort =
  'passkey-toegevoegd' | 'passkey-verwijderd' | 'passkeys-ingetrokken' | 'adres-gewijzigd';

/** Why a webhook stopped without anybody having asked for it. */
export type Stopreden =
  | 'steeds-mislukt'
  | 'ontvanger-stopt'
  | 'dienst-geblokkeerd'
  | 'token-ingetrokken'
  | 'token-verlopen'
  | 'geen-toegang';

export interface GestopteWebhook {
  readonly id: string;
  readonly naam: string;
  readonly reden: Stopreden;
}

interface Opbouw {
  readonly onderwerp: string;
  readonly watGebeurde: (wanneer: string) => string;
  readonly uitleg: string;
  readonly knop: string;
  readonly pad: string;
}

const OPBOUW: Readonly<Record<AccountberichtSoort, Opbouw>> = {
  'passkey-toegevoegd': {
    onderwerp: 'U hebt een passkey toegevoegd',
    watGebeurde: (wanneer) =>
      `Op ${wanneer} is een passkey toegevoegd aan uw account bij het Maatwerktraject.`,
    uitleg: 'Vanaf nu vragen we na de link uit uw mail ook om deze passkey.',
    knop: 'Bekijk uw sessies en passkeys',
    pad: '/sessies',
  },
  'passkey-verwijderd': {
    onderwerp: 'U hebt een passkey verwijderd',
    watGebeurde: (wanneer) =>
      `Op ${wanneer} is een passkey verwijderd van uw account bij het Maatwerktraject.`,
    uitleg: 'Met deze passkey kunt u zich niet meer aanmelden.',
    knop: 'Bekijk uw sessies en passkeys',
    pad: '/sessies',
  },
  'passkeys-ingetrokken': {
    onderwerp: 'De beheerder heeft uw passkeys weggehaald',
    watGebeurde: (wanneer) =>
      `Op ${wanneer} heeft de beheerder van het Maatwerktraject al uw passkeys weggehaald.`,
    uitleg:
      'Waar u met een link was aangemeld, bent u nu afgemeld. U meldt zich weer aan met een link uit een mail. Daarna kunt u een nieuwe passkey toevoegen.',
    knop: 'Meld u aan',
    pad: '/aanmelden',
  },
  'adres-gewijzigd': {
    onderwerp: 'Uw e-mailadres is gewijzigd',
    watGebeurde: (wanneer) =>
      `Op ${wanneer} heeft de beheerder van het Maatwerktraject uw e-mailadres gewijzigd.`,
    uitleg:
      'Onze mail gaat vanaf nu naar het nieuwe adres. Waar u was aangemeld, bent u nu afgemeld. Met een link op het oude adres kunt u zich niet meer aanmelden.',
    knop: 'Meld u aan',
    pad: '/aanmelden',
  },
};

const momentInWoorden = (op: Date): string => {
  const { datum, tijd } = lokaleTijd(op.getTime());
  return `${datumInWoorden(datum)} om ${tijd} uur`;
};

/** The mail that tells somebody what changed in what protects his account. It has no secret and no link that logs in. */
export function schrijfAccountbericht(
  {
    soort,
    naam,
    op,
    oefen,
  }: {
    readonly soort: AccountberichtSoort;
    readonly naam: string;
    readonly op: Date;
    readonly oefen: boolean;
  },
  publicUrl: string,
): BerichtTekst {
  const { onderwerp, watGebeurde, uitleg, knop, pad } = OPBOUW[soort];
  return schrijfBrief({
    onderwerp: `${oefen ? '[Oefening] ' : ''}${onderwerp}`,
    inhoud: [`Beste ${naam},`, watGebeurde(momentInWoorden(op)), uitleg],
    knop,
    link: `${publicUrl}${pad}`,
    onderaan: [
      'Hebt u dit niet zelf gedaan of gevraagd? Dan kan iemand anders bij uw mail. Verander het wachtwoord van uw mail en bel meteen uw adviseur.',
    ],
  });
}

const WEER_AAN = 'Zet daarna de webhook weer aan.';
const WAAROM: Readonly<Record<Stopreden, string>> = {
  'steeds-mislukt': `Er lukte ${String(PAUZE_NA_DAGEN)} dagen lang niets. Vraag de beheerder van het andere systeem wat er mis is. ${WEER_AAN}`,
  'ontvanger-stopt':
    'Het andere systeem antwoordde dat het niets meer wil. Moet het weer berichten krijgen? Maak dan een nieuwe webhook.',
  'dienst-geblokkeerd': `De dienst is geblokkeerd. Mag de dienst weer berichten krijgen? Maak het account dan weer actief. ${WEER_AAN}`,
  'token-ingetrokken':
    'Het token waarmee de webhook werkte, is ingetrokken. Kijk of u het adres van de webhook kent. Klopt het? Zet de webhook dan weer aan. Klopt het niet? Verwijder hem.',
  'token-verlopen':
    'Het token waarmee de webhook werkte, is verlopen. Heeft de dienst nog berichten nodig? Zet de webhook dan weer aan.',
  'geen-toegang': `De dienst heeft geen toegang meer tot een cohort. Heeft de dienst nog berichten nodig? Laat de adviseur dan weer toegang geven. ${WEER_AAN}`,
};

/** The mail that tells a beheerder that another system gets nothing any more, and what to do about it. */
export const schrijfWebhookbericht = (
  { naam, op, webhook }: { readonly naam: string; readonly op: Date; readonly webhook: GestopteWebhook },
  publicUrl: string,
): BerichtTekst =>
  schrijfBrief({
    onderwerp: `De webhook "${webhook.naam}" is gestopt`,
    inhoud: [
      `Beste ${naam},`,
      `Op ${momentInWoorden(op)} is de webhook "${webhook.naam}" gestopt. Het andere systeem krijgt nu niets meer van ons.`,
      WAAROM[webhook.reden],
    ],
    knop: 'Bekijk de webhook',
    link: `${publicUrl}/beheer/webhooks/${webhook.id}`,
    onderaan: ['U krijgt deze mail omdat u beheerder bent. De andere beheerders krijgen hem ook.'],
  });
