import type { Optie } from './veld.js';

const opties = (paren: Readonly<Record<string, string>>): readonly Optie[] =>
  Object.entries(paren).map(([waarde, label]) => ({ waarde, label }));

export const BELEIDSTERREINEN = opties({
  werk_inkomen: 'Werk en inkomen',
  schuldhulp: 'Schuldhulpverlening en financiële zelfredzaamheid',
  zorg_gezondheid: 'Zorg en gezondheid',
  welzijn: 'Welzijn',
  jeugd_onderwijs: 'Jeugd en onderwijsachterstanden',
  inburgering: 'Inburgering',
  digitale_inclusie: 'Digitale inclusie',
  dienstverlening: 'Dienstverlening en duidelijke taal',
});

export const ASPECTEN = opties({
  aandacht: 'Aandacht',
  steun: 'Steun',
  middelen: 'Middelen',
  capaciteit: 'Capaciteit',
});

export const SCHAAL = opties({
  '0': '0: niet',
  '1': '1: een begin',
  '2': '2: voor een deel',
  '3': '3: grotendeels',
  '4': '4: helemaal',
  weet_niet: 'Weet ik niet',
});

export const JA_NEE = opties({ ja: 'Ja', nee: 'Nee', weet_niet: 'Weet ik niet' });

/** Causes A–F of stagnation and what helps, A–F (domain source 001), in our own words. */
export const OORZAKEN = opties({
  A: 'A: geen opdracht of te weinig prioriteit',
  B: 'B: te weinig tijd bij beleid',
  C: 'C: te weinig kennis',
  D: 'D: afdelingen werken los van elkaar',
  E: 'E: te weinig geld of tijd in de uitvoering',
  F: 'F: partners gaan hun eigen weg',
});

export const AANBEVELINGEN = opties({
  A: 'A: een opdracht van het bestuur',
  B: 'B: aansluiten bij wat er al loopt',
  C: 'C: vaste dekking',
  D: 'D: de uitvoering vroeg erbij',
  E: 'E: ruimte om te proberen',
  F: 'F: stap voor stap',
});

export const ACTIESOORTEN = opties({
  werkinstructie: 'Werkinstructie aanpassen',
  training: 'Medewerkers trainen',
  doorverwijzing: 'Herkennen en doorverwijzen',
  beleid: 'Beleid vastleggen',
  dekking: 'Geld regelen',
  netwerk: 'Netwerk opbouwen',
  anders: 'Iets anders',
});

export const VOORTGANG = opties({
  niet_begonnen: 'Nog niet begonnen',
  bezig: 'We zijn bezig',
  klaar: 'Klaar',
  gestopt: 'Gestopt',
});

export const OPBRENGSTEN = opties({
  inzicht: 'Inzicht in kansrijke beleidsterreinen',
  draagvlak: 'Draagvlak',
  acties: 'Concrete acties',
  netwerk: 'Een netwerk',
  regie: 'Regie en sturing',
  verbetering: 'Verbetering op het gekozen terrein',
});

export const PARTNERSOORTEN = opties({
  taalaanbieder: 'Taalaanbieder of Taalhuis',
  bibliotheek: 'Bibliotheek',
  welzijn: 'Welzijnsorganisatie',
  zorg: 'Zorg',
  werk: 'Werkgever of werkbedrijf',
  onderwijs: 'School of opvang',
  anders: 'Anders',
});
