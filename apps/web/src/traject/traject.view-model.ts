import { datumInWoorden, UITVOERDERS, type Datum } from '@maatwerktraject/domain';
import type { CheckIn, TaakRegel, Traject, TrajectStap } from '../api/types.js';
import { vervalInWoorden } from '../ui/datum.js';
import type { MerkSoort } from '../ui/merk.component.js';
import { aantal } from '../ui/woorden.js';

/** The stap under way, also when it is still to open. */
export const stapNu = (traject: Traject): TrajectStap | undefined =>
  traject.stappen.find(({ sleutel }) => sleutel === traject.stap);

/** How many taken are open, and how many open later: only the first are in the table of open taken. */
function nogTeDoen(taken: readonly TaakRegel[]): string {
  const open = taken.filter(({ status }) => status === 'open').length;
  const later = taken.filter(({ status }) => status === 'gepland').length;
  const akkoord = taken.filter(({ status }) => status === 'wacht-op-akkoord').length;
  return [
    ...(open > 0 ? [`Nu open: ${aantal(open, 'taak', 'taken')}.`] : []),
    ...(akkoord > 0 ? [`Wacht op akkoord: ${aantal(akkoord, 'taak', 'taken')}.`] : []),
    ...(later > 0 ? [`Later open: ${aantal(later, 'taak', 'taken')}.`] : []),
  ].join(' ');
}

const reden = ({ onderbreking }: Traject): string =>
  onderbreking?.toelichting ? ` De reden: ${onderbreking.toelichting}` : '';

/** The stap of which the approval can still be taken back. */
export const teHeropenen = ({ stappen }: Traject): TrajectStap | undefined =>
  stappen.find(({ magHeropenen }) => magHeropenen);

/** Whether the adviseur can approve, and if not, why: one sentence. */
export function goedkeuring(traject: Traject): { readonly mag: boolean; readonly zin: string } {
  const stap = stapNu(traject);
  if (traject.status === 'afgerond')
    return { mag: false, zin: 'Dit traject is afgerond. Er hoeft niets meer te gebeuren.' };
  if (traject.status === 'teruggetrokken')
    return { mag: false, zin: `De gemeente is gestopt met het traject.${reden(traject)}` };
  if (traject.status === 'gepauzeerd') {
    const tot = traject.onderbreking?.tot;
    const wanneer = tot
      ? `Op ${datumInWoorden(tot)} gaat het vanzelf verder.`
      : 'Hervat het als het weer kan.';
    return { mag: false, zin: `Dit traject is gepauzeerd. ${wanneer}${reden(traject)}` };
  }
  if (!stap) return { mag: false, zin: 'Dit traject is nog niet begonnen.' };
  if (stap.status === 'gepland')
    return {
      mag: false,
      zin: `Deze stap begint op ${datumInWoorden(stap.opentOp ?? stap.geplandOp)}. U hoeft nu niets te doen.`,
    };
  if (stap.status !== 'wacht-op-akkoord')
    return {
      mag: false,
      zin: `U kunt deze stap goedkeuren als alles is ingediend. ${nogTeDoen(stap.taken)}`,
    };
  if (stap.vraagtUitkomst && !traject.uitkomst)
    return {
      mag: false,
      zin: 'Alle taken zijn ingediend. Leg eerst hieronder de uitkomst vast. Keur daarna de stap goed.',
    };
  return { mag: true, zin: 'Alle taken zijn ingediend. Lees de antwoorden, en keur de stap dan goed.' };
}

/** A taak as a status mark: lateness goes before everything else. */
export function taakMerk(
  taak: TaakRegel,
  vandaag: Datum,
): { readonly soort: MerkSoort; readonly tekst: string } {
  if (taak.status === 'ingediend')
    return taak.teLaat
      ? { soort: 'goed', tekst: 'Ingediend, te laat' }
      : { soort: 'goed', tekst: 'Ingediend' };
  if (taak.status === 'vervallen') return { soort: 'rust', tekst: 'Vervallen' };
  if (taak.status === 'wacht-op-akkoord') return { soort: 'let-op', tekst: 'Wacht op akkoord' };
  if (taak.status === 'gepland') return { soort: 'rust', tekst: 'Nog niet open' };
  if (taak.teLaat)
    return { soort: 'fout', tekst: vervalInWoorden(taak.vervaltOp ?? taak.geplandVervaltOp, vandaag) };
  return { soort: 'bezig', tekst: taak.teruggestuurdOp ? 'Teruggestuurd' : 'Open' };
}

/** Conversations that can be put on record now. */
export const openGesprekken = (traject: Traject): CheckIn[] =>
  traject.stappen
    .flatMap(({ checkIns }) => checkIns)
    .filter(({ openVoorVerslag, status }) => openVoorVerslag && status === 'gepland');

const volgorde = (taak: TaakRegel): number => UITVOERDERS.indexOf(taak.uitvoerder);

/** Taken of a stap in the order in which they are due. */
export const opVolgorde = (taken: readonly TaakRegel[]): TaakRegel[] =>
  [...taken].sort(
    (een, ander) =>
      (een.vervaltOp ?? een.geplandVervaltOp).localeCompare(ander.vervaltOp ?? ander.geplandVervaltOp) ||
      volgorde(een) - volgorde(ander),
  );
