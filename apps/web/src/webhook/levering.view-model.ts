import { BEWAARTERMIJNEN, instantVan, isDatum, plusDagen } from '@maatwerktraject/domain';
import type { Fout, Levering, Leverpoging } from '../api/types.js';
import { dagKort, dagVan, momentKort } from '../ui/datum.js';
import type { MerkSoort } from '../ui/merk.component.js';
import { aantal } from '../ui/woorden.js';
import { uitslagInWoorden } from './webhook.view-model.js';

export const LEVERING_STATUS: Readonly<
  Record<Levering['status'], { readonly soort: MerkSoort; readonly tekst: string }>
> = {
  wacht: { soort: 'bezig', tekst: 'Wacht' },
  afgeleverd: { soort: 'goed', tekst: 'Bezorgd' },
  mislukt: { soort: 'fout', tekst: 'Mislukt' },
  vervallen: { soort: 'rust', tekst: 'Vervallen' },
};

export const AANLEIDING_NAAM: Readonly<Record<Levering['aanleiding'], string>> = {
  gebeurtenis: 'De gebeurtenis zelf',
  test: 'Een proef',
  herhaling: 'Opnieuw gevraagd',
};

export const pogingInWoorden = (poging: Leverpoging): string =>
  `${momentKort(poging.op)}: ${uitslagInWoorden(poging)}`;

/** When it is tried again; null when it is not. */
export const volgendeInWoorden = ({ volgendePogingOp }: Pick<Levering, 'volgendePogingOp'>): string | null =>
  volgendePogingOp === null ? null : `Volgende poging: ${momentKort(volgendePogingOp)}.`;

/** Days that can be sent again: today, and so many before it that the first begins within the term of the log. */
const TERUG_DAGEN = BEWAARTERMIJNEN['webhook-levering'].dagen - 1;

const eersteDag = (nu: number): string => plusDagen(dagVan(new Date(nu).toISOString()), -TERUG_DAGEN);

/** What is wrong with the day from which to send again. `nu`: ms since 1970. */
export function foutenInHerhaling(dag: string, nu: number): Fout[] {
  const eerste = eersteDag(nu);
  return isDatum(dag) && dag >= eerste && dag <= dagVan(new Date(nu).toISOString())
    ? []
    : [{ pad: 'vanaf', zin: `Kies een dag van ${dagKort(eerste)} tot en met vandaag.` }];
}

/** The moment at which a day begins in Amsterdam. */
export const beginVanDag = (dag: string): string => new Date(instantVan(dag, '00:00')).toISOString();

export const herhaaldInWoorden = (hoeveel: number): string =>
  hoeveel === 0
    ? 'Er is niets klaargezet. Er was sinds die dag niets, of het wacht al.'
    : `${aantal(hoeveel, 'gebeurtenis staat', 'gebeurtenissen staan')} klaar om opnieuw te worden verstuurd.`;
