/** How long something of a person is kept, and what then becomes of it. */
export interface Bewaartermijn {
  /** Whole days of 24 hours. */
  readonly dagen: number;
  /** The moment from which those days count; real time, also for an oefencohort. */
  readonly vanaf: string;
  readonly wat: string;
  readonly waarom: string;
}

const NA_AFSLUITEN = 'het cohort is afgesloten';

/**
 * The rules that are carried out every night, in this order: an account goes once nothing else holds on to it. The database
 * takes the terms from here when it is migrated; who changes one, changes it here alone (ADR 0014).
 */
export const BEWAARTERMIJNEN = {
  sessie: {
    dagen: 30,
    vanaf: 'de sessie is geëindigd',
    wat: 'De sessie wordt verwijderd.',
    waarom: 'Wie vreemd gebruik van zijn account vermoedt, kan nog een maand terugkijken.',
  },
  aanmeldlink: {
    dagen: 7,
    vanaf: 'de link is verlopen',
    wat: 'De link om aan te melden wordt verwijderd.',
    waarom: 'Een week is genoeg om uit te zoeken waarom iemand zich niet kon aanmelden.',
  },
  aanmeldpoging: {
    dagen: 1,
    vanaf: 'de poging is verlopen',
    wat: 'De begonnen aanmelding wordt verwijderd.',
    waarom: 'Een afgebroken aanmelding heeft daarna geen nut meer.',
  },
  'passkey-vraag': {
    dagen: 1,
    vanaf: 'de vraag is verlopen',
    wat: 'De vraag om een passkey te tonen wordt verwijderd.',
    waarom: 'Een vraag geldt een paar minuten. Daarna heeft hij geen nut meer.',
  },
  accountbericht: {
    dagen: 30,
    vanaf: 'de mail werd klaargezet',
    wat: 'Dat u een mail kreeg over de beveiliging van uw account of over een webhook, wordt verwijderd.',
    waarom: 'Wie een mail over de beveiliging niet vertrouwt, vraagt daar binnen een maand naar.',
  },
  limiet: {
    dagen: 1,
    vanaf: 'de telling is verlopen',
    wat: 'De telling van aanmeldingen wordt verwijderd.',
    waarom: 'Na het verlopen remt de telling niets meer.',
  },
  idempotentie: {
    dagen: 1,
    vanaf: 'het verzoek kwam binnen',
    wat: 'Het bewaarde antwoord op een verzoek wordt verwijderd.',
    waarom: 'Een programma dat een verzoek herhaalt, doet dat binnen een dag.',
  },
  herkomst: {
    dagen: 90,
    vanaf: 'de regel in het auditlog',
    wat: 'Het netwerkadres bij de auditregel wordt verwijderd. De regel zelf blijft.',
    waarom: 'Misbruik wordt vaak pas na weken ontdekt. Daarna weegt de privacy zwaarder.',
  },
  diensttoken: {
    dagen: 365,
    vanaf: 'het token is verlopen of ingetrokken',
    wat: 'Het token van een dienst wordt verwijderd.',
    waarom: 'Zo is een jaar lang te zien welke koppelingen er waren en wie ze maakte.',
  },
  inzage: {
    dagen: 365,
    vanaf: 'de inzage is voorbij',
    wat: 'De inzage wordt verwijderd. In het auditlog blijft staan dat die er was.',
    waarom: 'Een gemeente kan een jaar lang vragen wie meekeek.',
  },
  toekenning: {
    dagen: 365,
    vanaf: 'de toegang is verlopen of ingetrokken',
    wat: 'De toekenning wordt verwijderd. In het auditlog blijft staan dat die er was.',
    waarom: 'Zo is een jaar lang te zien wie toegang had en waarom.',
  },
  concept: {
    dagen: 30,
    vanaf: 'de taak is ingediend',
    wat: 'Het concept van de antwoorden wordt verwijderd; bij het afsluiten van het cohort meteen.',
    waarom: 'Na het indienen gelden de ingediende antwoorden.',
  },
  bericht: {
    dagen: 90,
    vanaf: 'de mail werd klaargezet',
    wat: 'De toelichting van de mailserver wordt gewist. De mail zelf blijft in de lijst, zonder tekst en adres.',
    waarom: 'Een mailserver noemt in een foutmelding vaak het e-mailadres.',
  },
  'bericht-poging': {
    dagen: 90,
    vanaf: 'de poging is geëindigd, of een mailserver er later iets over zei',
    wat: 'De woorden van de mailserver worden gewist. Dat er een poging was, en hoe die afliep, blijft.',
    waarom: 'Een mailserver noemt in zijn antwoord vaak het e-mailadres.',
  },
  adresprobleem: {
    dagen: 90,
    vanaf: 'het probleem is opgelost',
    wat: 'Dat een e-mailadres niet werkte, wordt verwijderd.',
    waarom: 'Zo is na een nieuw probleem nog te zien wat er eerder is geprobeerd.',
  },
  contactpersoon: {
    dagen: 365,
    vanaf: NA_AFSLUITEN,
    wat: 'Naam en e-mailadres van contactpersonen worden gewist. De taken blijven, zonder naam.',
    waarom: 'Een jaar lang kan de adviseur nog terugkomen op het traject.',
  },
  'contactpersoon-concept': {
    dagen: 365,
    vanaf: 'het cohort is gemaakt, als het nooit is gestart',
    wat: 'Naam en e-mailadres van contactpersonen worden gewist.',
    waarom: 'Een cohort dat na een jaar niet is gestart, begint niet meer.',
  },
  genodigde: {
    dagen: 365,
    vanaf: NA_AFSLUITEN,
    wat: 'Naam en e-mailadres van een genodigde van buiten worden gewist. De aanwezigheid blijft, zonder naam.',
    waarom: 'Even lang als die van de contactpersonen.',
  },
  'bijeenkomst-verslag': {
    dagen: 730,
    vanaf: NA_AFSLUITEN,
    wat: 'Het verslag van een bijeenkomst wordt gewist.',
    waarom: 'Vrije tekst kan mensen noemen. Even lang als andere vrije tekst.',
  },
  'cohort-adviseur': {
    dagen: 365,
    vanaf: NA_AFSLUITEN,
    wat: 'Naam en e-mailadres van de adviseur bij het cohort worden gewist.',
    waarom: 'Even lang als die van de contactpersonen.',
  },
  'vrije-tekst': {
    dagen: 730,
    vanaf: NA_AFSLUITEN,
    wat: 'Vrije tekst in antwoorden, verslagen en toelichtingen wordt gewist. Gekozen antwoorden en getallen blijven.',
    waarom: 'Vrije tekst kan mensen noemen. Twee jaar is nodig om uitkomsten na te lopen.',
  },
  wissingsverzoek: {
    dagen: 365,
    vanaf: 'het verzoek is afgehandeld',
    wat: 'Het verzoek om wissing wordt verwijderd.',
    waarom: 'Zo kan worden getoond dat een verzoek op tijd is afgehandeld.',
  },
  'webhook-levering': {
    dagen: 30,
    vanaf: 'de levering aan een ander systeem is afgerond, of werd klaargezet als zij nog wacht',
    wat: 'De levering met haar pogingen wordt verwijderd. De gebeurtenis zelf blijft.',
    waarom: 'Een maand is genoeg om uit te zoeken waarom iets niet aankwam en het opnieuw te sturen.',
  },
  account: {
    dagen: 365,
    vanaf: 'het account is gemaakt en de laatste rol is geëindigd',
    wat: 'Een account van een persoon zonder rol en zonder traject wordt gewist: naam, adres en koppelingen. Bij een contactpersoon gebeurt dat in dezelfde nacht als bij het traject. Het account van een dienst blijft.',
    waarom: 'Wie binnen een jaar weer een rol krijgt, houdt zijn account. Daarna is er geen reden meer.',
  },
} as const satisfies Readonly<Record<string, Bewaartermijn>>;

export type Bewaarregel = keyof typeof BEWAARTERMIJNEN;
export const BEWAARREGELS = Object.keys(BEWAARTERMIJNEN) as readonly Bewaarregel[];

/** What no rule removes, and why. */
export const BLIJFT = {
  auditlog:
    'Zeven jaar (aanname, te bevestigen). Er is nog geen regel die de oudste auditregels weghaalt: dan moet de keten van kenmerken bij een nieuw begin worden ondertekend.',
  proces:
    'Zolang het systeem bestaat: het verloop van een traject zonder namen, voor onderzoek. De gemeente blijft bekend.',
  'bij-account': 'Zolang er een regel is die ernaar verwijst; na het wissen van het account een los kenmerk.',
  techniek: 'Zolang het systeem bestaat; zegt niets over een persoon.',
} as const satisfies Readonly<Record<string, string>>;
export type Blijfreden = keyof typeof BLIJFT;
