import type { z } from 'zod';
import type { Cohort, Deelnemer, Gemeente, GemeentePagina } from '@maatwerktraject/contracts';
import { NIVEAUS } from '@maatwerktraject/domain';
import { adresVan } from './aanmeldingen.js';
import type { ApiClient } from './api.client.js';
import type { VoorbeeldOpties } from './opties.js';

type Pagina = z.infer<typeof GemeentePagina>;

export const STARTDATUM = '2027-02-01';
const VEILIGHEIDSREGIO = 'Twente';
/** The plan takes 43 weeks; people who are late add some. Our estimate, only used to choose a speed. */
const VERWACHTE_DAGEN = 370;

/** The gemeenten of Twente first, then the others by name. */
async function kiesGemeenten(api: ApiClient, aantal: number): Promise<Gemeente[]> {
  const zoek = async (vraag: string): Promise<Gemeente[]> =>
    (await api.lees<Pagina>('adviseur', `/gemeenten?limiet=500${vraag}`)).items;
  const regio = await zoek(`&veiligheidsregio=${VEILIGHEIDSREGIO}`);
  const codes = new Set(regio.map(({ code }) => code));
  const rest = aantal > regio.length ? (await zoek('')).filter(({ code }) => !codes.has(code)) : [];
  return [...regio, ...rest].slice(0, aantal);
}

/** Makes an oefencohort with one contactpersoon per niveau for each gemeente, and starts it. */
export async function maakCohort(
  api: ApiClient,
  { gemeenten, duur, seed }: VoorbeeldOpties,
): Promise<{ cohortId: string; trajectIds: string[] }> {
  const cohort = await api.doe<z.infer<typeof Cohort>>('adviseur', 'POST', '/cohorten', {
    naam: `Voorbeeld met ${String(gemeenten)} gemeenten (seed ${String(seed)})`,
    sjabloon: { sleutel: 'maatwerktraject', versie: 1 },
    startdatum: STARTDATUM,
    adviseur: { naam: 'Adviseur Voorbeeld', email: 'adviseur@voorbeeld.example' },
    oefenklok: { dagenPerSeconde: Math.min(20, VERWACHTE_DAGEN / duur) },
  });
  const trajectIds: string[] = [];
  for (const { code, naam } of await kiesGemeenten(api, gemeenten)) {
    const domein = `${code.toLowerCase()}.example`;
    const deelnemer = await api.doe<z.infer<typeof Deelnemer>>(
      'adviseur',
      'POST',
      `/cohorten/${cohort.id}/deelnemers`,
      {
        gemeentecode: code,
        contactpersonen: NIVEAUS.map((niveau) => ({
          naam: `Medewerker ${niveau} ${naam}`,
          email: `${niveau}@${domein}`,
          niveau,
          hoofdcontact: niveau === 'beleid',
        })),
      },
    );
    trajectIds.push(deelnemer.trajectId);
  }
  await api.doe('adviseur', 'POST', `/cohorten/${cohort.id}/toekenningen`, {
    email: adresVan('onderzoeker'),
    naam: 'Onderzoeker Oefening',
    rol: 'onderzoeker',
  });
  await api.doe('adviseur', 'POST', `/cohorten/${cohort.id}/start`, {});
  return { cohortId: cohort.id, trajectIds };
}
