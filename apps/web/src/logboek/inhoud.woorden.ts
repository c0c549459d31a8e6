import type { BEWAARTERMIJNEN } from '@maatwerktraject/domain';
import type { Webhook } from '../api/types.js';

const VAN_REGEL: Readonly<Record<keyof typeof BEWAARTERMIJNEN, string>> = {
  sessie: 'sessies',
  aanmeldlink: 'links om aan te melden',
  aanmeldpoging: 'afgebroken aanmeldingen',
  'passkey-vraag': 'vragen om een passkey',
  accountbericht: 'mails over een account',
  limiet: 'tellingen van aanmeldingen',
  idempotentie: 'bewaarde antwoorden',
  herkomst: 'adressen in het logboek',
  diensttoken: 'tokens',
  inzage: 'inzagen',
  toekenning: 'toegang',
  concept: 'concepten',
  bericht: 'mails van trajecten',
  contactpersoon: 'contactpersonen',
  'contactpersoon-concept': 'contactpersonen van cohorten die niet begonnen',
  genodigde: 'genodigden van buiten',
  'bijeenkomst-verslag': 'verslagen van bijeenkomsten',
  'cohort-adviseur': 'adviseurs in mails',
  'vrije-tekst': 'vrije teksten',
  wissingsverzoek: 'verzoeken om te wissen',
  'webhook-levering': 'leveringen van webhooks',
  account: 'accounts',
};

/** What is removed in a night, by the rule for it. An older line can count a rule that is not there any more. */
export const OPGERUIMD: Readonly<Record<string, string>> = VAN_REGEL;

/** What stands in the particulars of a line. */
export const VELD_NAAM: Readonly<Record<string, string>> = {
  operatie: 'wat',
  rol: 'rol',
  rollen: 'rollen',
  van: 'van',
  naar: 'naar',
  tot: 'tot',
  uren: 'uren',
  soort: 'soort',
  stap: 'stap',
  sleutel: 'gesprek',
  naam: 'naam gewijzigd',
  identiteiten: 'ziet namen',
  rechten: 'rechten',
  via: 'met',
  vervaltOp: 'werkt tot',
  accountId: 'account',
  cohortId: 'cohort',
  trajectId: 'traject',
  inzageId: 'inzage',
  taakId: 'taak',
  tokenId: 'token',
  toekenningId: 'toegang',
  webhookId: 'webhook',
  leveringId: 'levering',
  geldigDagen: 'dagen geldig',
  beeindigd: 'einde van',
  tweedeFactor: 'en met',
  passkeys: 'aantal passkeys',
  sessies: 'aantal sessies',
  aanbieder: 'organisatie',
  adresBevestigd: 'adres bevestigd',
  oorzaak: 'waarom',
  waarom: 'waarom',
  reden: 'reden',
  status: 'status',
  typen: 'typen',
  bestand: 'bestand',
  kenmerk: 'kenmerk',
  verder: 'daarna',
  // With which choice the log was read.
  handeling: 'wat',
  onderwerp: 'waarover',
  limiet: 'regels op een pagina',
  na: 'vanaf regel',
};

const WEBHOOK_STOPT: Readonly<Record<NonNullable<Webhook['reden']>, string>> = {
  'op-verzoek': 'iemand heeft hem gepauzeerd',
  'steeds-mislukt': 'bezorgen lukte vijf dagen niet',
  'ontvanger-stopt': 'het andere systeem wil niets meer',
  'dienst-geblokkeerd': 'de dienst was geblokkeerd',
  'token-ingetrokken': 'het token was ingetrokken',
  'token-verlopen': 'het token was verlopen',
  'geen-toegang': 'de dienst had geen toegang meer tot een cohort',
};

/** Ways to log in, and why a login or a passkey was refused or a webhook stopped. */
export const WAARDE_NAAM: Readonly<Record<string, string>> = {
  oidc: 'account van de organisatie',
  link: 'link uit een mail',
  'adres-niet-bevestigd': 'de organisatie bevestigt het adres niet',
  'niet-uitgenodigd': 'niet uitgenodigd',
  'al-gekoppeld': 'het account is van iemand anders bij deze organisatie',
  'onleesbaar-of-van-elders': 'niet te lezen, of van een andere website',
  'teller-loopt-terug': 'er is misschien een kopie van deze passkey',
  'handtekening-klopt-niet': 'de handtekening klopt niet',
  'niets-gevraagd': 'er was niets gevraagd',
  'onbekende-passkey': 'deze passkey hoort niet bij het account',
  'intussen-gebruikt': 'intussen al gebruikt',
  ...WEBHOOK_STOPT,
};
