import type { SjabloonTaak } from './sjabloon.js';
import { datum, JA_DEELS_NEE, keuze, langeTekst, lijst, meerkeuze } from './sturen-op-kwaliteit-1.velden.js';
import { opties, tekst, waarStaJe } from './sturen-op-kwaliteit-1.velden.js';

const DOELGROEPEN = opties({
  werkenden: 'Werkenden',
  werkzoekenden: 'Werkzoekenden',
  ouders: 'Ouders',
  ouderen: 'Ouderen',
  jongeren: 'Jongeren',
  nieuwkomers: 'Mensen die Nederlands leren na hun inburgering',
  anders: 'Een andere groep',
});
const VAARDIGHEDEN = opties({ taal: 'Taal', rekenen: 'Rekenen', digitaal: 'Digitale vaardigheden' });
const PROCEDURES = opties({
  subsidie: 'Subsidie',
  inkoop: 'Inkoop of aanbesteding',
  open_house: 'Iedereen die aan de eisen voldoet',
  anders: 'Anders',
});

export const WAAR_STA_JE: SjabloonTaak = {
  sleutel: 'waar_sta_je',
  titel: 'Scan: waar staat uw gemeente?',
  uitleg: 'U geeft per stap aan wat er al is. Zo ziet u waar u het meeste aan moet doen.',
  uitvoerders: ['beleid', 'uitvoering'],
  opentNaWerkdagen: 0,
  termijnWerkdagen: 10,
  minuten: { beleid: 20, uitvoering: 15 },
  velden: [
    waarStaJe('Waar staat uw gemeente nu?'),
    keuze('nieuw', 'Bent u nieuw in dit werk?', opties({ ja: 'Ja', nee: 'Nee' })),
    langeTekst('toelichting', 'Wilt u iets toelichten?'),
  ],
};

export const KADER_VERKENNEN: SjabloonTaak = {
  sleutel: 'kader_verkennen',
  titel: 'Wet en eigen beleid op een rij',
  uitleg: 'U zet op een rij wat de wet van uw gemeente vraagt, en wat uw gemeente zelf al heeft afgesproken.',
  uitvoerders: ['hoofdcontact'],
  opentNaWerkdagen: 3,
  termijnWerkdagen: 18,
  minuten: { hoofdcontact: 45 },
  velden: [
    keuze('wet_bekend', 'Weet u wat de Wet educatie en beroepsonderwijs van uw gemeente vraagt?'),
    keuze('regioplan', 'Is er een plan van de regio, en gebruikt u dat?'),
    meerkeuze('vaardigheden', 'Voor welke vaardigheden heeft uw gemeente beleid?', VAARDIGHEDEN),
    langeTekst('eigen_beleid', 'Welke afspraken heeft uw gemeente zelf gemaakt?', true),
    langeTekst('verbinding', 'Met welk ander beleid hangt dit samen?', true),
  ],
};

export const OPDRACHT: SjabloonTaak = {
  sleutel: 'opdracht',
  titel: 'Opdracht van het bestuur',
  uitleg: 'Het college of de raad geeft een opdracht. Daarmee weet iedereen waar u voor gaat.',
  uitvoerders: ['bestuur'],
  opentNaWerkdagen: 15,
  termijnWerkdagen: 27,
  minuten: { bestuur: 10 },
  velden: [
    keuze('besluit', 'Is er een opdracht?', opties({ ja: 'Ja', nee: 'Nee, nog niet' })),
    keuze(
      'door',
      'Wie gaf de opdracht?',
      opties({ college: 'Het college', raad: 'De raad', geen: 'Nog niemand' }),
    ),
    datum('datum', 'Wanneer?', false),
    langeTekst('inhoud', 'Wat is de opdracht?'),
  ],
};

export const DOELEN: SjabloonTaak = {
  sleutel: 'doelen',
  titel: 'Doelgroepen en doelen kiezen',
  uitleg:
    'U kiest wie u wilt bereiken. Bij elke groep schrijft u op wat u wilt bereiken, en waaraan u dat ziet.',
  uitvoerders: ['beleid'],
  opentNaWerkdagen: 0,
  termijnWerkdagen: 15,
  minuten: { beleid: 60 },
  velden: [
    lijst('doelen', 'Uw doelen', 'doel', [
      keuze('doelgroep', 'Voor wie?', DOELGROEPEN),
      meerkeuze('vaardigheid', 'Welke vaardigheid?', VAARDIGHEDEN),
      tekst('doel', 'Wat wilt u bereiken?'),
      tekst('meten', 'Waaraan ziet u dat het lukt?'),
      datum('klaar_op', 'Wanneer moet het zover zijn?'),
    ]),
  ],
};

export const PLAN: SjabloonTaak = {
  sleutel: 'plan',
  titel: 'Plan maken',
  uitleg: 'U maakt van de doelen een plan: wie doet wat, en welk geld is er.',
  uitvoerders: ['hoofdcontact'],
  opentNaWerkdagen: 10,
  termijnWerkdagen: 27,
  minuten: { hoofdcontact: 60 },
  akkoordDoor: 'bestuur',
  velden: [
    langeTekst('aanpak', 'Wat gaat u doen, en wie doet wat?', true),
    keuze('geld', 'Is er geld voor het hele plan?'),
    langeTekst('partners', 'Welke partners doen mee?', true),
  ],
};

export const EISEN: SjabloonTaak = {
  sleutel: 'eisen',
  titel: 'Eisen aan kwaliteit',
  uitleg: 'U vertaalt uw keuzes naar eisen aan het aanbod. Alle andere stappen bouwen hierop.',
  uitvoerders: ['beleid'],
  opentNaWerkdagen: 0,
  termijnWerkdagen: 20,
  minuten: { beleid: 90 },
  velden: [
    lijst('eisen', 'Uw eisen', 'eis', [
      keuze(
        'onderwerp',
        'Waarover gaat de eis?',
        opties({
          docenten: 'Docenten en vrijwilligers',
          lessen: 'Lessen en materiaal',
          intake: 'Intake en plaatsing',
          resultaat: 'Wat deelnemers leren',
          organisatie: 'Organisatie van de aanbieder',
        }),
      ),
      tekst('eis', 'Wat vraagt u?'),
      tekst('bewijs', 'Hoe laat een aanbieder dat zien?'),
    ]),
    keuze('met_partners', 'Hebt u de eisen met partners besproken?', JA_DEELS_NEE),
  ],
};

export const EISEN_TOETSEN: SjabloonTaak = {
  sleutel: 'eisen_toetsen',
  titel: 'Eisen toetsen in de praktijk',
  uitleg: 'U kijkt of de eisen haalbaar zijn voor wie het werk doet.',
  uitvoerders: ['uitvoering'],
  opentNaWerkdagen: 20,
  termijnWerkdagen: 30,
  minuten: { uitvoering: 20 },
  velden: [
    keuze('haalbaar', 'Zijn de eisen haalbaar?'),
    langeTekst('nodig', 'Wat is er nodig om eraan te voldoen?', true),
  ],
};

export const KADER_VASTSTELLEN: SjabloonTaak = {
  sleutel: 'kader_vaststellen',
  titel: 'Kwaliteitskader vaststellen',
  uitleg: 'Het bestuur stelt de eisen vast.',
  uitvoerders: ['bestuur'],
  opentNaWerkdagen: 28,
  termijnWerkdagen: 38,
  minuten: { bestuur: 10 },
  velden: [
    keuze(
      'besluit',
      'Is het kader vastgesteld?',
      opties({ ja: 'Ja', met_wijziging: 'Ja, met een wijziging', nee: 'Nee' }),
    ),
    langeTekst('toelichting', 'Wilt u iets toelichten?'),
  ],
};

export const CRITERIA: SjabloonTaak = {
  sleutel: 'criteria',
  titel: 'Hoe u aanbieders kiest',
  uitleg: 'U legt vast hoe aanbieders kunnen meedoen, en waarop u kiest.',
  uitvoerders: ['beleid'],
  opentNaWerkdagen: 0,
  termijnWerkdagen: 20,
  minuten: { beleid: 45 },
  velden: [
    keuze('procedure', 'Hoe kiest u aanbieders?', PROCEDURES),
    lijst('criteria', 'Waarop kiest u?', 'criterium', [
      tekst('criterium', 'Criterium'),
      { soort: 'getal', sleutel: 'gewicht', label: 'Hoe zwaar telt het?', min: 1, max: 5, verplicht: true },
    ]),
    datum('sluit_op', 'Tot wanneer kunnen aanbieders zich melden?'),
  ],
};

export const KEUZE_AANBIEDERS: SjabloonTaak = {
  sleutel: 'keuze_aanbieders',
  titel: 'Aanbieders kiezen',
  uitleg: 'U schrijft op welke aanbieders u kiest, en waarom.',
  uitvoerders: ['hoofdcontact'],
  opentNaWerkdagen: 25,
  termijnWerkdagen: 45,
  minuten: { hoofdcontact: 45 },
  akkoordDoor: 'bestuur',
  velden: [
    lijst('aanbieders', 'Gekozen aanbieders', 'aanbieder', [
      tekst('naam', 'Naam van de organisatie'),
      meerkeuze('vaardigheden', 'Voor welke vaardigheden?', VAARDIGHEDEN),
      tekst('reden', 'Waarom deze aanbieder?'),
    ]),
    keuze('eisen_in_afspraak', 'Staan uw eisen in de afspraken met de aanbieders?'),
  ],
};

export const INDICATOREN: SjabloonTaak = {
  sleutel: 'indicatoren',
  titel: 'Wat u gaat meten',
  uitleg: 'U kiest cijfers en signalen die laten zien of het aanbod werkt.',
  uitvoerders: ['beleid'],
  opentNaWerkdagen: 0,
  termijnWerkdagen: 15,
  minuten: { beleid: 45 },
  velden: [
    lijst('indicatoren', 'Wat meet u?', 'punt', [
      keuze(
        'soort',
        'Wat voor cijfer is het?',
        opties({
          bereik: 'Wie doet mee',
          afgerond: 'Wie rondt het af',
          effect: 'Wat het deelnemers oplevert',
        }),
      ),
      tekst('wat', 'Wat meet u precies?'),
      tekst('bron', 'Waar komt het cijfer vandaan?'),
    ]),
  ],
};

export const GESPREKKEN: SjabloonTaak = {
  sleutel: 'gesprekken',
  titel: 'Gesprekken met aanbieders',
  uitleg: 'U praat met aanbieders en deelnemers over wat goed gaat, en wat beter kan.',
  uitvoerders: ['uitvoering'],
  opentNaWerkdagen: 15,
  termijnWerkdagen: 35,
  minuten: { uitvoering: 60 },
  velden: [
    {
      soort: 'getal',
      sleutel: 'aantal',
      label: 'Met hoeveel aanbieders sprak u?',
      min: 0,
      max: 100,
      verplicht: true,
    },
    langeTekst('goed', 'Wat gaat goed?', true),
    langeTekst('beter', 'Wat kan beter?', true),
  ],
};

export const BIJSTELLEN: SjabloonTaak = {
  sleutel: 'bijstellen',
  titel: 'Terugkijken en bijstellen',
  uitleg: 'U kijkt opnieuw waar uw gemeente staat, en kiest wat u bijstelt.',
  uitvoerders: ['hoofdcontact'],
  opentNaWerkdagen: 30,
  termijnWerkdagen: 45,
  minuten: { hoofdcontact: 45 },
  velden: [
    waarStaJe('Waar staat uw gemeente na dit traject?'),
    langeTekst('bijstellen', 'Wat stelt u bij?', true),
    langeTekst('borgen', 'Wie gaat hiermee door, en wanneer kijkt u weer terug?', true),
  ],
};
