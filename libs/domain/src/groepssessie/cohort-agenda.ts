import { lokaleTijd, type Instant } from '../kalender/amsterdam.js';
import { ochtendVan } from '../kalender/verzendtijd.js';
import { plusWerkdagen } from '../kalender/werkdagen.js';
import type { ProcesSjabloon } from '../sjabloon/sjabloon.js';
import type { Weigering } from '../traject/commando/regel.js';
import {
  foutInVoorwaarden,
  momentVanVoorwaarde,
  weeg,
  type Meting,
  type Peilstand,
  type Voorwaarde,
} from '../voorwaarde/voorwaarde.js';
import { wijziging, type AgendaFeitInhoud, type CohortCommando, type Sessie } from './groepssessie.js';

/** Something that falls due on the agenda of a cohort: a reminder of a groepssessie (its ID), or a condition (its key). */
export interface CohortMoment {
  readonly soort: 'sessie-herinnering' | 'voorwaarde';
  readonly onderwerp: string;
  readonly op: Instant;
}

/** The groepssessies and conditions of a cohort, and what is due of them, sorted. Cancelled sessions are not in it. */
export interface CohortAgenda {
  readonly sessies: readonly Sessie[];
  readonly voorwaarden: readonly Voorwaarde[];
  readonly momenten: readonly CohortMoment[];
}

/** What of a cohort does not change while it runs. */
export interface CohortKader {
  readonly sjabloon: ProcesSjabloon;
  readonly startdatum: string;
}

export const LEGE_AGENDA: CohortAgenda = { sessies: [], voorwaarden: [], momenten: [] };

const sessieVan = ({ sessies }: CohortAgenda, id: string): Sessie | undefined =>
  sessies.find((sessie) => sessie.id === id);

const peilstand = (agenda: CohortAgenda, kader: CohortKader): Peilstand => ({
  ...kader,
  beginVan: (id) => sessieVan(agenda, id)?.beginOp,
});

const weigering = (code: string, zin: string): Weigering => ({ code, zin });

function controleerSessie(
  agenda: CohortAgenda,
  commando: Extract<CohortCommando, { versie: number }>,
  nu: Instant,
): Weigering | undefined {
  const sessie = sessieVan(agenda, commando.sessie);
  if (!sessie) return weigering('groepssessie-weg', 'Deze groepssessie is afgezegd. Plan een nieuwe.');
  if (sessie.versie !== commando.versie)
    return weigering(
      'andere-versie',
      'Iemand anders heeft deze groepssessie intussen gewijzigd. Haal haar opnieuw op.',
    );
  if (sessie.beginOp <= nu)
    return weigering('groepssessie-begonnen', 'Deze groepssessie is al begonnen. Leg vast wie er waren.');
  return undefined;
}

/** Why a command cannot be carried out at the domain's time `nu`; undefined when it can. */
export function controleerCohort(
  agenda: CohortAgenda,
  commando: CohortCommando,
  kader: CohortKader,
  nu: Instant,
): Weigering | undefined {
  if ('versie' in commando) {
    const nee = controleerSessie(agenda, commando, nu);
    if (nee) return nee;
  }
  if ('plan' in commando) {
    const { beginOp, eindOp } = commando.plan;
    if (beginOp <= nu)
      return weigering('begin-voorbij', 'Dit tijdstip is voorbij. Kies een tijdstip later dan nu.');
    if (eindOp <= beginOp)
      return weigering('eind-voor-begin', 'De sessie eindigt voor zij begint. Kies een later einde.');
  }
  switch (commando.soort) {
    case 'plan-groepssessie':
      return sessieVan(agenda, commando.sessie)
        ? weigering('al-gepland', 'Deze groepssessie is al gepland.')
        : undefined;
    case 'zet-voorwaarden': {
      const fout = foutInVoorwaarden(commando.voorwaarden, peilstand(agenda, kader));
      return fout === undefined ? undefined : weigering('voorwaarde-klopt-niet', fout);
    }
    case 'laat-toe':
      return commando.startdatum < lokaleTijd(nu).datum
        ? weigering('startdatum-voorbij', 'Deze startdatum is voorbij. Kies vandaag of een latere dag.')
        : undefined;
    default:
      return undefined;
  }
}

/** The fact that a command brings. @throws Error for a session that is not there: check first. */
export function besluitCohort(agenda: CohortAgenda, commando: CohortCommando): AgendaFeitInhoud {
  const bestaand = (id: string): Sessie => {
    const sessie = sessieVan(agenda, id);
    if (!sessie) throw new Error(`geen groepssessie ${id}`);
    return sessie;
  };
  switch (commando.soort) {
    case 'plan-groepssessie':
      return {
        soort: 'groepssessie-gepland',
        sessie: commando.sessie,
        versie: 1,
        volgnummer: 0,
        plan: commando.plan,
      };
    case 'wijzig-groepssessie':
      return wijziging(bestaand(commando.sessie), commando.plan);
    case 'zeg-groepssessie-af': {
      const { id, versie, volgnummer, genodigden } = bestaand(commando.sessie);
      return {
        soort: 'groepssessie-afgezegd',
        sessie: id,
        versie: versie + 1,
        volgnummer: volgnummer + 1,
        genodigden,
      };
    }
    case 'zet-voorwaarden':
      return { soort: 'voorwaarden-gezet', voorwaarden: commando.voorwaarden };
    case 'laat-toe':
      return { soort: 'traject-toegelaten', trajectId: commando.trajectId, startdatum: commando.startdatum };
  }
}

function herinneringVan({ id, beginOp, herinneringWerkdagen }: Sessie): CohortMoment[] {
  if (herinneringWerkdagen === null) return [];
  const dag = plusWerkdagen(lokaleTijd(beginOp).datum, -herinneringWerkdagen);
  return [{ soort: 'sessie-herinnering', onderwerp: id, op: ochtendVan(dag) }];
}

function momentVan(voorwaarde: Voorwaarde, stand: Peilstand): CohortMoment[] {
  const op = momentVanVoorwaarde(voorwaarde, stand);
  return op === undefined ? [] : [{ soort: 'voorwaarde', onderwerp: voorwaarde.sleutel, op }];
}

const vergelijk = (a: CohortMoment, b: CohortMoment): number =>
  a.op - b.op || (`${a.soort} ${a.onderwerp}` < `${b.soort} ${b.onderwerp}` ? -1 : 1);

/** The moments of what has changed, anew; those that lie behind are not made up for. Of the rest they stay as they are. */
function plan(
  agenda: CohortAgenda,
  kader: CohortKader,
  nu: Instant,
  geraakt: (moment: CohortMoment) => boolean,
): CohortAgenda {
  const stand = peilstand(agenda, kader);
  const alle = [
    ...agenda.sessies.flatMap(herinneringVan),
    ...agenda.voorwaarden.flatMap((voorwaarde) => momentVan(voorwaarde, stand)),
  ];
  const nieuw = alle.filter((moment) => geraakt(moment) && moment.op > nu);
  return {
    ...agenda,
    momenten: [...agenda.momenten.filter((moment) => !geraakt(moment)), ...nieuw].sort(vergelijk),
  };
}

const bijSessie =
  ({ voorwaarden }: CohortAgenda, id: string) =>
  ({ soort, onderwerp }: CohortMoment): boolean => {
    if (soort === 'sessie-herinnering') return onderwerp === id;
    const peil = voorwaarden.find(({ sleutel }) => sleutel === onderwerp)?.peil;
    return peil !== undefined && 'groepssessie' in peil && peil.groepssessie === id;
  };

const zonder = (agenda: CohortAgenda, soort: CohortMoment['soort'], onderwerp: string): CohortAgenda => ({
  ...agenda,
  momenten: agenda.momenten.filter((moment) => moment.soort !== soort || moment.onderwerp !== onderwerp),
});

/** The agenda after a fact, which happened at `op`. Pure; it never refuses a fact that was decided on this same agenda. */
export function pasAgendaToe(
  agenda: CohortAgenda,
  feit: AgendaFeitInhoud,
  kader: CohortKader,
  op: Instant,
): CohortAgenda {
  switch (feit.soort) {
    case 'groepssessie-gepland':
    case 'groepssessie-gewijzigd': {
      const { sessie: id, versie, volgnummer } = feit;
      const sessies = [
        ...agenda.sessies.filter((een) => een.id !== id),
        { ...feit.plan, id, versie, volgnummer },
      ];
      // The old agenda too: of a session that moved, the moment of before goes.
      return plan({ ...agenda, sessies }, kader, op, bijSessie(agenda, id));
    }
    case 'groepssessie-afgezegd': {
      const sessies = agenda.sessies.filter(({ id }) => id !== feit.sessie);
      return plan({ ...agenda, sessies }, kader, op, bijSessie(agenda, feit.sessie));
    }
    case 'groepssessie-herinnerd':
      return zonder(agenda, 'sessie-herinnering', feit.sessie);
    case 'voorwaarden-gezet':
      return plan(
        { ...agenda, voorwaarden: feit.voorwaarden },
        kader,
        op,
        ({ soort }) => soort === 'voorwaarde',
      );
    case 'voorwaarde-getoetst':
      return zonder(agenda, 'voorwaarde', feit.sleutel);
    case 'traject-toegelaten':
      return agenda;
  }
}

/** What is due next; undefined when nothing is planned. */
export const volgendCohortMoment = ({ momenten }: CohortAgenda): CohortMoment | undefined => momenten[0];

/** The agenda without a moment of which nothing came: its session had begun when the system came to it. */
export const laatVervallen = (agenda: CohortAgenda, { soort, onderwerp }: CohortMoment): CohortAgenda =>
  zonder(agenda, soort, onderwerp);

/** The reminder of a moment; undefined when its session has begun at `nu`, or is not there. */
export function herinner(
  agenda: CohortAgenda,
  { onderwerp }: CohortMoment,
  nu: Instant,
): AgendaFeitInhoud | undefined {
  const sessie = sessieVan(agenda, onderwerp);
  if (!sessie || sessie.beginOp <= nu) return undefined;
  const { id, volgnummer, genodigden } = sessie;
  return { soort: 'groepssessie-herinnerd', sessie: id, volgnummer, genodigden };
}

/** The condition of a moment, as long as it makes sense to test it at `nu`: before its session. */
export function teToetsen(
  agenda: CohortAgenda,
  { onderwerp }: CohortMoment,
  nu: Instant,
): Voorwaarde | undefined {
  const voorwaarde = agenda.voorwaarden.find(({ sleutel }) => sleutel === onderwerp);
  if (!voorwaarde || 'stap' in voorwaarde.peil) return voorwaarde;
  const { groepssessie, werkdagen } = voorwaarde.peil;
  const begin = sessieVan(agenda, groepssessie)?.beginOp;
  if (begin === undefined) return undefined;
  return werkdagen >= 0 || begin > nu ? voorwaarde : undefined;
}

export const getoetst = (voorwaarde: Voorwaarde, meting: Meting): AgendaFeitInhoud => ({
  soort: 'voorwaarde-getoetst',
  sleutel: voorwaarde.sleutel,
  ...weeg(voorwaarde, meting),
  achter: meting.achter,
});

/** Whether a session is still to end: a cohort is not closed before it. */
export const wachtOpSessie = ({ sessies }: CohortAgenda, nu: Instant): boolean =>
  sessies.some(({ eindOp }) => eindOp > nu);
