import type { Contactpersoon, Fout, Gemeente } from '../api/types.js';

/** The form begins with one person on each niveau, of whom the one on beleid is the hoofdcontact. */
export const NIEUW: Contactpersoon[] = [
  { naam: '', email: '', niveau: 'beleid', hoofdcontact: true },
  { naam: '', email: '', niveau: 'bestuur', hoofdcontact: false },
  { naam: '', email: '', niveau: 'uitvoering', hoofdcontact: false },
];

/** What is plainly missing; the API checks the rest. */
export function foutenIn(gemeente: Gemeente | null, contactpersonen: readonly Contactpersoon[]): Fout[] {
  const fouten: Fout[] = [];
  if (!gemeente) fouten.push({ pad: 'gemeentecode', zin: 'Zoek een gemeente en kies haar uit de lijst.' });
  contactpersonen.forEach(({ naam, email }, nummer) => {
    const wie = `contactpersoon ${String(nummer + 1)}`;
    const pad = `contactpersonen.${String(nummer)}`;
    if (naam.trim() === '')
      fouten.push({ pad: `${pad}.naam`, zin: `Vul de naam in van ${wie}, of haal ${wie} weg.` });
    if (!/^\S+@\S+\.\S+$/.test(email.trim()))
      fouten.push({ pad: `${pad}.email`, zin: `Vul het e-mailadres in van ${wie}, zoals naam@gemeente.nl.` });
  });
  if (contactpersonen.filter(({ hoofdcontact }) => hoofdcontact).length !== 1)
    fouten.push({ pad: 'contactpersonen', zin: 'Kies precies één hoofdcontact.' });
  return fouten;
}
