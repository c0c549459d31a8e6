import type { BerichtRegel, Rol, StapStatus, Toekenning, Uitkomstklasse, Uitvoerder } from '../api/types.js';

export const ROL_NAAM: Readonly<Record<Rol, string>> = {
  adviseur: 'adviseur',
  gemeente: 'gemeente',
  onderzoeker: 'onderzoeker',
  beheerder: 'beheerder',
};

export const UITVOERDER_NAAM: Readonly<Record<Uitvoerder, string>> = {
  hoofdcontact: 'Hoofdcontact',
  bestuur: 'Bestuur',
  beleid: 'Beleid',
  uitvoering: 'Uitvoering',
  adviseur: 'Adviseur',
};

export const STAP_STATUS_NAAM: Readonly<Record<StapStatus, string>> = {
  gepland: 'Nog niet begonnen',
  open: 'Bezig',
  'wacht-op-akkoord': 'Wacht op akkoord',
  afgerond: 'Klaar',
};

export const COHORT_STATUS_NAAM = {
  concept: 'In voorbereiding',
  lopend: 'Loopt',
  afgesloten: 'Afgesloten',
} as const;

export const TRAJECT_STATUS_NAAM = {
  gepland: 'Nog niet begonnen',
  lopend: 'Loopt',
  gepauzeerd: 'Gepauzeerd',
  afgerond: 'Afgerond',
  teruggetrokken: 'Gestopt',
} as const;

export const UITKOMST_NAAM: Readonly<Record<Uitkomstklasse, string>> = {
  structureel: 'Structureel',
  getraind: 'Getraind',
  aandacht: 'Aandacht',
  geen: 'Geen verandering',
};

export const UITKOMST_UITLEG: Readonly<Record<Uitkomstklasse, string>> = {
  structureel: 'Werkinstructies zijn aangepast. Medewerkers herkennen en verwijzen altijd door.',
  getraind: 'Medewerkers op andere beleidsterreinen zijn getraind. De werkinstructie is nog hetzelfde.',
  aandacht: 'Leiding of bestuur geeft meer aandacht en steun.',
  geen: 'Er is geen verandering te zien.',
};

export const BERICHT_SOORT_NAAM: Readonly<Record<BerichtRegel['soort'], string>> = {
  'taak-geopend': 'Nieuwe taak',
  'herinnering-voor': 'Herinnering vooraf',
  'herinnering-op': 'Herinnering op de dag zelf',
  'herinnering-na': 'Herinnering achteraf',
  escalatie: 'Taak blijft te laat',
  'check-in-week': 'Gesprek deze week',
  'stap-ingeleverd': 'Stap wacht op akkoord',
  'akkoord-herinnering': 'Akkoord blijft uit',
  'traject-afgerond': 'Traject afgerond',
  'escalatie-leider': 'Taak blijft lang te laat',
  'akkoord-gevraagd': 'Akkoord gevraagd',
  'akkoord-gevraagd-na': 'Akkoord nog eens gevraagd',
  'taak-teruggestuurd': 'Taak teruggestuurd',
  weekoverzicht: 'Weekoverzicht',
  'traject-gepauzeerd': 'Traject gepauzeerd',
  'traject-hervat': 'Traject gaat verder',
  'traject-teruggetrokken': 'Traject gestopt',
};

/** Why the process sends a mail of this kind. */
export const BERICHT_REDEN: Readonly<Record<BerichtRegel['soort'], string>> = {
  'taak-geopend': 'De taak ging open.',
  'herinnering-voor': 'De taak stond open en moest bijna klaar zijn.',
  'herinnering-op': 'De taak stond open op de dag dat hij klaar moest zijn.',
  'herinnering-na': 'De taak was te laat.',
  escalatie: 'De taak bleef te laat. Daarom krijgt de adviseur bericht.',
  'check-in-week': 'In deze week is een gesprek gepland.',
  'stap-ingeleverd': 'Alle taken van de stap waren ingediend.',
  'akkoord-herinnering': 'De stap wachtte nog op akkoord.',
  'traject-afgerond': 'Het traject was klaar.',
  'escalatie-leider': 'De taak bleef lang te laat. Daarom krijgt de leider van het cohort bericht.',
  'akkoord-gevraagd': 'De taak was ingediend en iemand anders moest akkoord geven.',
  'akkoord-gevraagd-na': 'Het akkoord was er nog niet.',
  'taak-teruggestuurd': 'De taak was teruggestuurd.',
  weekoverzicht: 'Er stonden taken open.',
  'traject-gepauzeerd': 'Het traject ging stilstaan.',
  'traject-hervat': 'Het traject ging weer verder.',
  'traject-teruggetrokken': 'De gemeente stopte met het traject.',
};

export const BERICHT_STATUS_NAAM: Readonly<Record<BerichtRegel['status'], string>> = {
  wacht: 'Staat klaar',
  bezig: 'Wordt verstuurd',
  verzonden: 'Verstuurd',
  mislukt: 'Mislukt',
  onbekend: 'Onzeker of hij aankwam',
  vervallen: 'Niet meer nodig',
  overgeslagen: 'Overgeslagen',
  samengevoegd: 'In het weekoverzicht',
  aangehouden: 'Wacht op een werkend adres',
};

/** What became of the mail about something that was given. */
export const UITNODIGING_NAAM: Readonly<Record<NonNullable<Toekenning['uitnodiging']>, string>> = {
  wacht: 'Staat klaar',
  verzonden: 'Verstuurd',
  mislukt: 'Mislukt. Laat het zelf weten',
  onbekend: 'Onzeker of hij aankwam. Laat het zelf weten',
  vervallen: 'Niet meer nodig',
};

export const uitnodigingInWoorden = ({ uitnodiging }: Pick<Toekenning, 'uitnodiging'>): string =>
  uitnodiging === null ? 'Geen mail' : UITNODIGING_NAAM[uitnodiging];

/** `1 taak`, `2 taken`. */
export const aantal = (getal: number, een: string, meer: string): string =>
  `${String(getal)} ${getal === 1 ? een : meer}`;
