import {
  PAUZE_NA_DAGEN,
  soortVan,
  TESTTYPE,
  TYPENAMEN,
  type Gebeurtenissoort,
} from '@maatwerktraject/domain';
import type { Fout, Leverpoging, NieuweWebhook, Webhook } from '../api/types.js';
import type { MerkSoort } from '../ui/merk.component.js';
import { momentKort } from '../ui/datum.js';
import { aantal } from '../ui/woorden.js';
import type { WebhookFilter } from './webhook.vragen.js';

const TYPE_NAAM: Readonly<Record<Gebeurtenissoort, string>> = {
  'cohort-gestart': 'Cohort gestart',
  'cohort-afgesloten': 'Cohort afgesloten',
  'traject-gestart': 'Traject gestart',
  'stap-geopend': 'Stap begonnen',
  'stap-ingeleverd': 'Alle taken van een stap ingediend',
  'stap-goedgekeurd': 'Stap goedgekeurd',
  'taak-geopend': 'Taak staat klaar',
  'taak-ingediend': 'Taak ingediend',
  'check-in-vastgelegd': 'Gesprek vastgelegd',
  'uitkomst-vastgelegd': 'Uitkomst vastgelegd',
  'traject-afgerond': 'Traject afgerond',
};

/** A type of event in words; one that is not known here stays as it is. */
export function typeInWoorden(type: string): string {
  if (type === TESTTYPE) return 'Proefbericht';
  const soort = soortVan(type);
  return soort === undefined ? type : TYPE_NAAM[soort];
}

export const WEBHOOK_STATUS: Readonly<
  Record<Webhook['status'], { readonly soort: MerkSoort; readonly tekst: string }>
> = {
  actief: { soort: 'goed', tekst: 'Actief' },
  gepauzeerd: { soort: 'let-op', tekst: 'Gepauzeerd' },
  beeindigd: { soort: 'rust', tekst: 'Beëindigd' },
};

const REDEN_NAAM: Readonly<Record<NonNullable<Webhook['reden']>, string>> = {
  'op-verzoek': 'Iemand heeft hem gepauzeerd.',
  'steeds-mislukt': `Er lukte ${String(PAUZE_NA_DAGEN)} dagen lang niets. Daarom is hij vanzelf gepauzeerd.`,
  'ontvanger-stopt': 'Het andere systeem wil geen berichten meer.',
  'dienst-geblokkeerd': 'De dienst werd geblokkeerd. Daarom is hij vanzelf gepauzeerd.',
  'token-ingetrokken': 'Het token waarmee hij werkte, is ingetrokken. Daarom is hij vanzelf gepauzeerd.',
  'token-verlopen': 'Het token waarmee hij werkte, is verlopen. Daarom is hij vanzelf gepauzeerd.',
  'geen-toegang': 'De dienst had geen toegang meer tot een cohort. Daarom is hij vanzelf gepauzeerd.',
};

/** Why it sends nothing, or since when nothing arrives; null when there is nothing to say. */
export function redenInWoorden({
  reden,
  misluktSindsOp,
}: Pick<Webhook, 'reden' | 'misluktSindsOp'>): string | null {
  if (reden !== null) return REDEN_NAAM[reden];
  return misluktSindsOp === null ? null : `Er lukt niets sinds ${momentKort(misluktSindsOp)}.`;
}

/** Who stands for it: with the token of the service it ends too. */
export const aangezetDoor = (tokenId: Webhook['tokenId']): string =>
  tokenId === null
    ? 'Een beheerder'
    : 'De dienst zelf, met een token. Stopt dat token? Dan stopt de webhook ook.';

/** How an attempt ended. */
export function uitslagInWoorden(poging: Pick<Leverpoging, 'status' | 'fout'> | null): string {
  if (poging === null) return 'Nog niets geprobeerd.';
  return poging.fout ?? `Gelukt${poging.status === null ? '' : ` (${String(poging.status)})`}.`;
}

/** How many stand still, for who must look at them; null when none does. */
export const pauzesInWoorden = (hoeveel: number): string | null =>
  hoeveel === 0 ? null : `${aantal(hoeveel, 'webhook is', 'webhooks zijn')} gepauzeerd`;

const STATUSSEN = Object.keys(WEBHOOK_STATUS);
const isStatus = (waarde: unknown): waarde is Webhook['status'] =>
  typeof waarde === 'string' && STATUSSEN.includes(waarde);

/** The filter as it stands in the address; what is not a choice is left out. */
export const webhookFilter = ({
  status,
}: Readonly<Record<string, unknown>>): Pick<WebhookFilter, 'status'> => (isStatus(status) ? { status } : {});

/** The form as it stands. */
export interface WebhookInvoer {
  readonly naam: string;
  readonly url: string;
  readonly typen: readonly string[];
}

export const LEGE_WEBHOOK: WebhookInvoer = { naam: '', url: '', typen: TYPENAMEN };

/** Whether the API takes the address, it says itself: that depends on where it leads. */
const isAdres = (tekst: string): boolean => URL.canParse(tekst) && /^https?:$/.test(new URL(tekst).protocol);

export function foutenInWebhook({ naam, url, typen }: WebhookInvoer): Fout[] {
  const fouten: Fout[] = [];
  if (naam.trim() === '') fouten.push({ pad: 'naam', zin: 'Vul een naam in.' });
  if (!isAdres(url.trim())) fouten.push({ pad: 'url', zin: 'Vul een adres in dat met https:// begint.' });
  if (typen.length === 0) fouten.push({ pad: 'typen', zin: 'Kies ten minste één gebeurtenis.' });
  return fouten;
}

export const webhookVerzoek = ({
  naam,
  url,
  typen,
}: WebhookInvoer): Required<Omit<NieuweWebhook, 'accountId'>> => ({
  naam: naam.trim(),
  url: url.trim(),
  // In the order of the list, whatever was ticked first.
  typen: TYPENAMEN.filter((type) => typen.includes(type)),
});
