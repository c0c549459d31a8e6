import type { MijnGegevens } from '@maatwerktraject/contracts';
import { DOELEN, REGISTER, SOORTEN, type Persoonsgegeven } from '@maatwerktraject/database';
import { BEWAARTERMIJNEN, BLIJFT, type Bewaartermijn } from '@maatwerktraject/domain';

const TERMIJNEN: Readonly<Partial<Record<string, Bewaartermijn>>> = BEWAARTERMIJNEN;
const BLIJVEND: Readonly<Partial<Record<string, string>>> = BLIJFT;

function bewaartekst(regel: Persoonsgegeven['bewaren']): string {
  const termijn = TERMIJNEN[regel];
  if (!termijn) return BLIJVEND[regel] ?? regel;
  return `${String(termijn.dagen)} ${termijn.dagen === 1 ? 'dag' : 'dagen'} nadat ${termijn.vanaf}. ${termijn.wat}`;
}

/** What is stored of people, by table, purpose and term: the register of personal data, for who asks for his own. */
export const UITLEG: MijnGegevens['uitleg'] = Object.entries(REGISTER).flatMap(([onderdeel, kolommen]) => {
  const groepen = new Map<string, { eerste: Persoonsgegeven; soorten: Set<string> }>();
  for (const wat of Object.values(kolommen)) {
    if (wat === null) continue;
    const groep = groepen.get(`${wat.doel}/${wat.bewaren}`) ?? { eerste: wat, soorten: new Set<string>() };
    groep.soorten.add(SOORTEN[wat.soort]);
    groepen.set(`${wat.doel}/${wat.bewaren}`, groep);
  }
  return [...groepen.values()].map(({ eerste, soorten }) => ({
    onderdeel,
    gegevens: [...soorten],
    doel: DOELEN[eerste.doel].wat,
    grondslag: DOELEN[eerste.doel].grondslag,
    bewaren: bewaartekst(eerste.bewaren),
  }));
});

/** Who else can see it. */
export const ONTVANGERS: readonly string[] = [
  'De adviseur van uw cohort ziet uw naam, uw e-mailadres, uw antwoorden en wanneer u die gaf.',
  'Het hoofdcontact van uw gemeente ziet de antwoorden van alle contactpersonen van de gemeente.',
  'Een onderzoeker ziet het verloop en de uitkomst, zonder namen en zonder vrije tekst.',
  'Een beheerder ziet uw account en wat daarmee is gedaan. Antwoorden ziet een beheerder alleen tijdelijk en met een reden.',
  'Een ander systeem kan horen dat er iets is gebeurd, en met welke taak. Daar staat uw naam niet bij. Met een token van de beheerder kan zo’n systeem in een cohort ook lezen wat de adviseur ziet.',
  'Concepten staan bij de taak, niet bij u. U ziet ze als u de taak opent.',
];
