import { datumInWoorden } from '@maatwerktraject/domain';
import type { Datum } from '@maatwerktraject/domain';
import type { TaakRegel, Traject, TrajectStap } from '../api/types.js';
import { vervalInWoorden } from '../ui/datum.js';
import { UITVOERDER_NAAM } from '../ui/woorden.js';

/** A taak as the gemeente sees it. */
export interface TaakKaart {
  readonly id: string;
  readonly titel: string;
  readonly voorWie: string;
  readonly minuten: number;
  readonly dag: Datum;
  readonly wanneer: string;
  readonly teLaat: boolean;
  /** Whether it is for who reads this; if not, for a colleague. */
  readonly eigen: boolean;
  /** What it waits for, when that is no answer: agreement, or one more look. */
  readonly bijzonder: string;
}

function kaart(taak: TaakRegel, vandaag: Datum, eigen: boolean): TaakKaart {
  const dag = taak.vervaltOp ?? taak.geplandVervaltOp;
  return {
    id: taak.id,
    titel: taak.titel,
    voorWie: UITVOERDER_NAAM[taak.uitvoerder],
    minuten: taak.minuten,
    dag,
    wanneer: `${datumInWoorden(dag)} (${vervalInWoorden(dag, vandaag)})`,
    teLaat: taak.teLaat,
    eigen,
    bijzonder:
      taak.status === 'wacht-op-akkoord'
        ? 'Wacht op uw akkoord'
        : taak.teruggestuurdOp
          ? 'Teruggestuurd'
          : '',
  };
}

const vanGemeente = (taak: TaakRegel): boolean => taak.uitvoerder !== 'adviseur';
const alleTaken = (traject: Traject): TaakRegel[] =>
  traject.stappen.flatMap(({ taken }) => taken).filter(vanGemeente);

/** What is asked of the gemeente now, the first due day first. */
export const openTaken = (traject: Traject, vandaag: Datum): TaakKaart[] =>
  (traject.status === 'lopend' ? alleTaken(traject) : [])
    .filter(({ status }) => status === 'open')
    .map((taak) => kaart(taak, vandaag, traject.eigenUitvoerders.includes(taak.uitvoerder)))
    .sort((een, ander) => een.dag.localeCompare(ander.dag) || een.titel.localeCompare(ander.titel));

/** What a colleague handed in, and the reader must agree with. */
export const akkoordTaken = (traject: Traject, vandaag: Datum): TaakKaart[] =>
  traject.status === 'lopend'
    ? alleTaken(traject)
        .filter(
          ({ status, akkoordDoor }) =>
            status === 'wacht-op-akkoord' && akkoordDoor && traject.eigenUitvoerders.includes(akkoordDoor),
        )
        .map((taak) => kaart(taak, vandaag, true))
    : [];

/** What has been handed in, the latest first. */
export const klareTaken = (traject: Traject): TaakRegel[] =>
  alleTaken(traject)
    .filter(({ status }) => status === 'ingediend' || status === 'wacht-op-akkoord')
    .sort((een, ander) => (ander.ingediendOp ?? '').localeCompare(een.ingediendOp ?? ''));

/** What opens later in this stap. */
export const komendeTaken = (traject: Traject): TaakRegel[] =>
  traject.stappen
    .filter(({ sleutel }) => sleutel === traject.stap)
    .flatMap(({ taken }) => taken)
    .filter((taak) => vanGemeente(taak) && taak.status === 'gepland')
    .sort((een, ander) =>
      (een.opentOp ?? een.geplandOpenOp).localeCompare(ander.opentOp ?? ander.geplandOpenOp),
    );

const dagVanStap = (stap: TrajectStap): string => datumInWoorden(stap.opentOp ?? stap.geplandOp);

/** What is open, of the reader and apart from that of colleagues; there is at least one. */
function watStaatOpen(taken: readonly TaakKaart[]): string {
  const eigen = taken.filter((taak) => taak.eigen);
  const minuten = eigen.reduce((som, taak) => som + taak.minuten, 0);
  const voorU =
    eigen.length === 0
      ? 'Er staat nu geen taak voor u open.'
      : `Er ${eigen.length === 1 ? 'staat 1 taak' : `staan ${String(eigen.length)} taken`} voor u open, ${eigen.length === 1 ? '' : 'samen '}ongeveer ${String(minuten)} minuten.`;
  const anderen = taken.length - eigen.length;
  if (anderen === 0) return voorU;
  return `${voorU} Bij collega’s ${anderen === 1 ? 'staat 1 taak' : `staan ${String(anderen)} taken`} open.`;
}

/** Where the gemeente is, in one or two sentences. */
export function waarStaanWij(traject: Traject, vandaag: Datum): string {
  if (traject.status === 'afgerond') return 'Het traject is afgerond. Bedankt voor uw inzet.';
  if (traject.status === 'teruggetrokken')
    return 'Uw gemeente is gestopt met het traject. U hoeft niets meer te doen.';
  if (traject.status === 'gepauzeerd') {
    const tot = traject.onderbreking?.tot;
    return `Het traject is gepauzeerd. U hoeft nu niets te doen. ${
      tot ? `Op ${datumInWoorden(tot)} gaat het weer verder.` : 'U krijgt een mail als het weer verder gaat.'
    }`;
  }
  const stap = traject.stappen.find(({ sleutel }) => sleutel === traject.stap);
  if (!stap || stap.status === 'gepland') {
    const eerste = stap ?? traject.stappen[0];
    if (!eerste) return 'Het traject is nog niet begonnen.';
    const vorige = traject.stappen.find(({ volgnummer }) => volgnummer === eerste.volgnummer - 1);
    const begin = vorige ? `Stap ${String(vorige.volgnummer)} is klaar. ` : '';
    return `${begin}Stap ${String(eerste.volgnummer)}, ${eerste.titel}, begint op ${dagVanStap(eerste)}. U hoeft nu niets te doen.`;
  }
  const plek = `U bent bij stap ${String(stap.volgnummer)} van ${String(traject.stappen.length)}: ${stap.titel}.`;
  if (stap.status === 'wacht-op-akkoord')
    return `${plek} Alle taken zijn klaar. De adviseur bekijkt de antwoorden. U hoeft nu niets te doen.`;
  const open = openTaken(traject, vandaag);
  if (open.length === 0)
    return `${plek} Er staat nu geen taak open. U krijgt een mail als er weer iets te doen is.`;
  return `${plek} ${watStaatOpen(open)}`;
}
