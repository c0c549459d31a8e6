import type { MerkSoort } from '../ui/merk.component.js';
import type {
  Account,
  AccountRegel,
  PasskeysIngetrokken,
  Rol,
  Toekenning,
  VerleendeRol,
  Wissing,
} from '../api/types.js';
import type { AccountVraag } from '../api/beheer.vragen.js';
import { aantal } from '../ui/woorden.js';

export const ACCOUNT_SOORT_NAAM: Readonly<Record<AccountRegel['soort'], string>> = {
  mens: 'Persoon',
  dienst: 'Dienst',
};

export const ACCOUNT_STATUS: Readonly<
  Record<AccountRegel['status'], { readonly soort: MerkSoort; readonly tekst: string }>
> = {
  actief: { soort: 'goed', tekst: 'Actief' },
  geblokkeerd: { soort: 'let-op', tekst: 'Geblokkeerd' },
  gewist: { soort: 'rust', tekst: 'Gewist' },
};

/** Roles that a beheerder gives, with what they mean. */
export const TE_GEVEN_ROLLEN: readonly { readonly rol: VerleendeRol; readonly uitleg: string }[] = [
  { rol: 'adviseur', uitleg: 'Adviseur: maakt cohorten en begeleidt gemeenten' },
  { rol: 'onderzoeker', uitleg: 'Onderzoeker: ziet resultaten van cohorten waar toegang toe is gegeven' },
  { rol: 'beheerder', uitleg: 'Beheerder: regelt accounts en toegang' },
];

/** What was given without a cohort: the role itself. */
export const losseRollen = ({ toekenningen }: Pick<Account, 'toekenningen'>): Toekenning[] =>
  toekenningen.filter(({ cohortId }) => cohortId === null);

export const perCohort = ({ toekenningen }: Pick<Account, 'toekenningen'>): Toekenning[] =>
  toekenningen.filter(({ cohortId }) => cohortId !== null);

/** The roles that can still be given; a service is never beheerder. */
export function nogTeGeven(account: Pick<Account, 'toekenningen' | 'soort'>): VerleendeRol[] {
  const heeft = new Set(losseRollen(account).map(({ rol }) => rol));
  return TE_GEVEN_ROLLEN.map(({ rol }) => rol).filter(
    (rol) => !heeft.has(rol) && !(account.soort === 'dienst' && rol === 'beheerder'),
  );
}

const SOORTEN: readonly string[] = ['mens', 'dienst'];
const STATUSSEN: readonly string[] = ['actief', 'geblokkeerd', 'gewist'];
const ROLLEN: readonly string[] = ['adviseur', 'gemeente', 'onderzoeker', 'beheerder'] satisfies Rol[];

/** The filter as it stands in the address; what is not a choice is left out. */
export function accountFilter(zoek: Readonly<Record<string, unknown>>): AccountVraag {
  const keuze = (naam: string, uit: readonly string[]): Record<string, string> => {
    const waarde = zoek[naam];
    return typeof waarde === 'string' && uit.includes(waarde) ? { [naam]: waarde } : {};
  };
  return { ...keuze('soort', SOORTEN), ...keuze('rol', ROLLEN), ...keuze('status', STATUSSEN) };
}

/** What was erased; places where there was nothing are left out. */
export function gewistInWoorden({ contactpersonen, cohorten, sessies }: Omit<Wissing, 'accountId'>): string {
  const plaatsen = [
    ...(contactpersonen > 0 ? [`bij ${aantal(contactpersonen, 'traject', 'trajecten')}`] : []),
    ...(cohorten > 0 ? [`bij ${aantal(cohorten, 'cohort', 'cohorten')}`] : []),
    ...(sessies > 0 ? [aantal(sessies, 'sessie', 'sessies')] : []),
  ];
  return `De gegevens zijn gewist.${plaatsen.length === 0 ? '' : ` Ook weg: ${plaatsen.join(', ')}.`}`;
}

/** What was taken away. A mail goes only when there was a passkey. */
export function passkeysWegInWoorden({ passkeys, sessies }: Omit<PasskeysIngetrokken, 'accountId'>): string {
  const beeindigd = sessies === 0 ? '' : ` Ook beëindigd: ${aantal(sessies, 'aanmelding', 'aanmeldingen')}.`;
  return passkeys === 0
    ? `Er waren geen passkeys.${beeindigd}`
    : `Weggehaald: ${aantal(passkeys, 'passkey', 'passkeys')}.${beeindigd} De persoon krijgt een mail.`;
}
