import { datumInWoorden, lokaleTijd } from '@maatwerktraject/domain';
import { schrijfBrief, type BerichtTekst } from '../bericht/brief.tekst.js';

export type AccountberichtSoort = 'passkey-toegevoegd' | 'passkey-verwijderd' | 'passkeys-ingetrokken';

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
  const { datum, tijd } = lokaleTijd(op.getTime());
  return schrijfBrief({
    onderwerp: `${oefen ? '[Oefening] ' : ''}${onderwerp}`,
    inhoud: [`Beste ${naam},`, watGebeurde(`${datumInWoorden(datum)} om ${tijd} uur`), uitleg],
    knop,
    link: `${publicUrl}${pad}`,
    onderaan: [
      'Hebt u dit niet zelf gedaan of gevraagd? Dan kan iemand anders bij uw mail. Verander het wachtwoord van uw mail en bel meteen uw adviseur.',
    ],
  });
}
