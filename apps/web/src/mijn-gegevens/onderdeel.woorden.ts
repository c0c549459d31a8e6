import { alsWoord } from './inhoud.view-model.js';

/** The tables that the register of personal data names, in words. */
const ONDERDEEL_NAAM: Readonly<Record<string, string>> = {
  account: 'Uw account',
  toekenning: 'Rollen en toegang',
  uitnodiging: 'Mail over toegang',
  sessie: 'Aanmeldingen',
  aanmeldpoging: 'Aanmelden dat bezig is',
  aanmeldlink: 'Links om aan te melden',
  passkey: 'Passkeys',
  passkey_vraag: 'Gebruik van een passkey dat bezig is',
  accountbericht: 'Mail over beveiliging',
  diensttoken: 'Tokens van diensten',
  inzage: 'Inzage door een beheerder',
  limiet: 'Tellers tegen misbruik',
  idempotentie: 'Opdrachten die al zijn gedaan',
  audit: 'Logboek',
  audit_herkomst: 'Netwerkadres bij het logboek',
  wissingsverzoek: 'Verzoeken om te wissen',
  cohort: 'Adviseur van een cohort',
  contactpersoon: 'Contactpersonen van een gemeente',
  invoer: 'Wat is ingevuld en ingediend',
  stap: 'Stappen van een traject',
  taak: 'Taken van een traject',
  taak_concept: 'Antwoorden die nog niet zijn ingediend',
  check_in: 'Gesprekken',
  gebeurtenis: 'Verloop van een traject',
  bericht: 'Mail over taken',
  bericht_poging: 'Pogingen om mail te bezorgen',
  adresprobleem: 'Adressen waar mail niet aankomt',
  bijeenkomst: 'Bijeenkomsten',
  bijeenkomst_inhoud: 'Uitnodigingen voor bijeenkomsten',
  genodigde: 'Genodigden en aanwezigheid',
  agendabericht: 'Mail over bijeenkomsten',
  webhook: 'Koppelingen met andere systemen',
  webhook_levering: 'Meldingen aan andere systemen',
};

export const onderdeelInWoorden = (onderdeel: string): string =>
  ONDERDEEL_NAAM[onderdeel] ?? alsWoord(onderdeel);
