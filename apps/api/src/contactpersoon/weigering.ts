import { notFound, ProblemException, refused } from '../http/problem.js';

const ONBEKEND = 'Deze contactpersoon of dit traject is er niet. Kijk bij het traject wie er zijn.';

/** What to do instead, by the reason that the database gives (migrations/mensen/contactpersonen.ts). */
const UITLEG: Readonly<Record<string, string>> = {
  'cohort-afgesloten': 'Dit cohort is afgesloten. U kunt de contactpersonen niet meer wijzigen.',
  'bestaat-al':
    'Deze persoon staat al op dit niveau bij het traject. Kies een ander niveau, of wijzig wie er al staat.',
  'te-veel': 'Er staan al 50 contactpersonen bij dit traject. Meer kan niet.',
  gewist: 'De gegevens van deze persoon zijn gewist. Voeg een nieuwe contactpersoon toe.',
  'hoofdcontact-blijft':
    'Deze persoon is het hoofdcontact, en dat is er altijd één. Maak eerst iemand anders hoofdcontact. Geef daarna op wanneer deze persoon vertrekt.',
  'adres-vast':
    'Deze persoon heeft met dit e-mailadres al een taak ingediend. Vraag een beheerder om het adres te wijzigen. Is het iemand anders geworden? Voeg dan een nieuwe contactpersoon toe.',
  vertrekt:
    'Deze persoon vertrekt. Kies iemand die blijft als hoofdcontact, of haal eerst de dag van vertrek weg.',
  'geen-vervanger': 'Deze vervanger is geen contactpersoon van dit traject. Voeg die persoon eerst toe.',
  uzelf: 'Iemand kan niet zichzelf vervangen. Kies een collega.',
  voorbij: 'Deze dagen zijn al voorbij. Kies een laatste dag vanaf vandaag.',
  'vervanger-vertrekt':
    'Deze vervanger vertrekt in die tijd. Kies een collega die blijft, of een eerdere laatste dag.',
  'vervanger-afwezig': 'Deze vervanger wordt in die tijd zelf vervangen. Kies een andere collega.',
};

const GEEN_RECHT =
  'Dit kunt u niet voor een ander wijzigen. Vraag het hoofdcontact van uw gemeente of uw adviseur.';

/** @throws ProblemException that says why not, unless it was done */
export function weigerTenzijGedaan(weigering: string | null): void {
  if (weigering === null) return;
  if (weigering === 'onbekend') throw notFound(ONBEKEND);
  if (weigering === 'geen-recht')
    throw new ProblemException(403, GEEN_RECHT, { code: 'andere-contactpersoon' });
  const uitleg = UITLEG[weigering];
  if (uitleg === undefined) throw new Error(`no words for ${weigering}`);
  throw refused(weigering, uitleg);
}
