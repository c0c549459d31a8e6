import type { MijnGegevens } from '../api/types.js';
import { dagVan } from '../ui/datum.js';
import { inzagen, logboek, passkeys, sessies, verzoeken } from './gebruik.soorten.js';
import type { GegevensSoort } from './soort.js';
import { rollen, trajecten } from './toegang.soorten.js';
import { bijeenkomsten, ingevuld, mails } from './werk.soorten.js';

/** All that is kept of somebody, by kind, with what matters most to him first. */
export const soortenVan = (gegevens: MijnGegevens): readonly GegevensSoort[] =>
  [rollen, trajecten, ingevuld, bijeenkomsten, mails, sessies, passkeys, inzagen, verzoeken, logboek].map(
    (soort) => soort(gegevens),
  );

/** Where somebody logs in, in words. */
export const aanmeldenMet = ({ aanbieder, email }: MijnGegevens['account']): string =>
  aanbieder === null
    ? `Een link in een mail${email === null ? '' : ' aan dit adres'}`
    : `Het account van uw organisatie (${aanbieder})`;

/** The request that waits for the beheerder; undefined when there is none. */
export const openVerzoek = ({
  wissingsverzoeken,
}: MijnGegevens): MijnGegevens['wissingsverzoeken'][number] | undefined =>
  wissingsverzoeken.find(({ afgehandeldOp }) => afgehandeldOp === null);

/** What is wrong with a reason; null when nothing is. */
export const redenFout = (reden: string): string | null =>
  reden.trim().length < 10 ? 'Schrijf in ten minste 10 tekens op waarom.' : null;

/** The file that somebody takes along: the answer of the API as it is, for another system to read. */
export const bestandVan = (gegevens: MijnGegevens): { readonly naam: string; readonly tekst: string } => ({
  naam: `uw-gegevens-${dagVan(gegevens.gemaaktOp)}.json`,
  tekst: JSON.stringify(gegevens, null, 2),
});

/** The kinds of which nothing is kept, in one sentence; null when there are none. */
export function legeSoorten(soorten: readonly GegevensSoort[]): string | null {
  const titels = soorten.filter(({ rijen }) => rijen.length === 0).map(({ titel }) => titel.toLowerCase());
  return titels.length === 0 ? null : `Hierover bewaren wij niets van u: ${titels.join('; ')}.`;
}
