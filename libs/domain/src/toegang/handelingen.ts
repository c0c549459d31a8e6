/**
 * What a line of the audit log can be about. A command that the API accounts for by itself has its `operationId` here; the
 * rest is written where it is done. Whoever writes a line can write no other, and the website has a word for each.
 */
export const HANDELINGEN = [
  'aanmelden',
  'rol-kiezen',
  'sessie-beeindigen',
  'account-koppelen',
  'koppelen-weigeren',
  'account-maken',
  'account-wijzigen',
  'account-wissen',
  'wissing-vragen',
  'eigen-gegevens-lezen',
  'eigen-naam-wijzigen',
  'rol-verlenen',
  'rol-intrekken',
  'passkey-vragen',
  'passkey-weigeren',
  'passkey-toevoegen',
  'passkey-hernoemen',
  'passkey-verwijderen',
  'passkeys-intrekken',
  'toegang-geven',
  'toegang-intrekken',
  'adviseur-wisselen',
  'token-geven',
  'token-intrekken',
  'webhook-maken',
  'webhook-wijzigen',
  'webhook-stopt',
  'inzage-vragen',
  'inzage-gebruiken',
  'inzage-beeindigen',
  'audit-lezen',
  'identiteiten-lezen',
  'export',
  'geweigerd',
  'bewaren',
  'maakCohort',
  'startCohort',
  'gaNaarVolgendMoment',
  'voegDeelnemerToe',
  'laadDeelnemersCsv',
  'haalDeelnemerWeg',
  'keurStapGoed',
  'legCheckInVast',
  'legUitkomstVast',
  'dienTaakIn',
  'verwijderWebhook',
  'vernieuwGeheim',
  'testWebhook',
  'leverOpnieuw',
  'herhaalWebhook',
] as const;
export type Handeling = (typeof HANDELINGEN)[number];

export const isHandeling = (naam: string): naam is Handeling =>
  (HANDELINGEN as readonly string[]).includes(naam);

/** The particulars of a line that hold an ID, with the kind of what it is of: as in its subject, `cohort/<id>`. */
export const SOORT_VAN_VELD: Readonly<Record<string, string>> = {
  accountId: 'account',
  cohortId: 'cohort',
  trajectId: 'traject',
  taakId: 'taak',
  inzageId: 'inzage',
  tokenId: 'diensttoken',
  toekenningId: 'toekenning',
  webhookId: 'webhook',
};
