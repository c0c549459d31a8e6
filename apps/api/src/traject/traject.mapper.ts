import type { CheckIn, Rol, Traject, TrajectContact, TrajectStap } from '@maatwerktraject/contracts';
import type { Instant, Sjabloon, SjabloonStap, Uitvoerder } from '@maatwerktraject/domain';
import { inhoudVan, taakRegel } from '../taak/taak.mapper.js';
import type { TrajectDelen } from './traject.gepland.js';
import type { CheckInRij, StapRij, TrajectRij } from './traject.query.js';

export interface TrajectGegevens extends TrajectDelen {
  readonly rij: TrajectRij;
  /** Readable, in the order in which they are shown. */
  readonly personen: readonly TrajectContact[];
  readonly eigenUitvoerders: readonly Uitvoerder[];
  readonly adviseur: Traject['adviseur'];
  readonly sjabloon: Sjabloon;
  readonly nu: Instant;
}

const iso = (tijd: Date | null): string | null => tijd?.toISOString() ?? null;

function checkIn(rij: CheckInRij, stap: SjabloonStap, open: boolean, rol: Rol): CheckIn {
  return {
    sleutel: rij.sleutel,
    stap: rij.stap,
    titel: stap.checkIns.find(({ sleutel }) => sleutel === rij.sleutel)?.titel ?? rij.sleutel,
    status: rij.status,
    weekVan: rij.week_van ?? rij.gepland_week_van,
    datum: rij.datum,
    // The adviseur's own notes.
    verslag: rol === 'adviseur' ? rij.verslag : null,
    openVoorVerslag: open && rij.status === 'gepland',
  };
}

function trajectStap(
  rij: StapRij,
  volgnummer: number,
  { rij: traject, stappen, taken, checkIns, sjabloon, nu }: TrajectGegevens,
  rol: Rol,
): TrajectStap {
  const inhoud = sjabloon.stappen.find(({ sleutel }) => sleutel === rij.sleutel);
  if (!inhoud) throw new Error(`sjabloon ${sjabloon.sleutel} zonder stap ${rij.sleutel}`);
  // What the sjabloon does not have, such as an extra taak, comes last.
  const nummer = (sleutel: string, lijst: readonly { readonly sleutel: string }[]): number => {
    const plaats = lijst.findIndex((item) => item.sleutel === sleutel);
    return plaats < 0 ? lijst.length : plaats;
  };
  const loopt = traject.status === 'lopend';
  const open = rij.status !== 'gepland' && loopt;
  return {
    sleutel: rij.sleutel,
    volgnummer,
    titel: inhoud.titel,
    uitleg: inhoud.uitleg,
    status: rij.status,
    geplandOp: rij.gepland_op,
    geplandEindigtOp: rij.gepland_eindigt_op,
    opentOp: rij.opent_op,
    eindigtOp: rij.eindigt_op,
    geopendOp: iso(rij.geopend_op),
    ingeleverdOp: iso(rij.ingeleverd_op),
    goedgekeurdOp: iso(rij.goedgekeurd_op),
    vraagtUitkomst: inhoud.vraagtUitkomst,
    magHeropenen:
      loopt && rol === 'adviseur' && rij.status === 'afgerond' && stappen[volgnummer]?.status === 'gepland',
    taken: taken
      .filter(({ stap }) => stap === rij.sleutel)
      .map((taak) => taakRegel(taak, inhoudVan(sjabloon, taak).taak, nu, loopt))
      .sort(
        (a, b) =>
          nummer(a.sleutel, inhoud.taken) - nummer(b.sleutel, inhoud.taken) ||
          (a.uitvoerder < b.uitvoerder ? -1 : 1),
      ),
    checkIns: checkIns
      .filter(({ stap }) => stap === rij.sleutel)
      .map((rij) => checkIn(rij, inhoud, open, rol))
      .sort((a, b) => nummer(a.sleutel, inhoud.checkIns) - nummer(b.sleutel, inhoud.checkIns)),
  };
}

const onderbreking = (rij: TrajectRij, sinds: string, rol: Rol): Traject['onderbreking'] => ({
  sinds,
  tot: rij.hervat_op,
  toelichting: rol === 'adviseur' ? rij.onderbreking_toelichting : null,
});

/** A traject as this role may see it: people and notes only for those who work with them. */
export function alsTraject(gegevens: TrajectGegevens, rol: Rol): Traject {
  const { rij, personen, adviseur, nu } = gegevens;
  return {
    id: rij.id,
    cohortId: rij.cohort_id,
    cohortNaam: rij.cohort_naam,
    oefen: rij.oefen,
    nu: new Date(nu).toISOString(),
    gemeente: { code: rij.code, naam: rij.gemeente },
    // Of accounts only who arranges things needs the ID.
    adviseur: { ...adviseur, accountId: rol === 'adviseur' ? adviseur.accountId : null },
    status: rij.status,
    onderbreking: rij.onderbroken_op === null ? null : onderbreking(rij, rij.onderbroken_op, rol),
    stap: rij.stap,
    stappen: gegevens.stappen.map((stap, index) => trajectStap(stap, index + 1, gegevens, rol)),
    uitkomst:
      rij.uitkomst && rij.uitkomst_op
        ? {
            klasse: rij.uitkomst,
            toelichting: rol === 'gemeente' ? null : (rij.uitkomst_toelichting ?? ''),
            vastgelegdOp: rij.uitkomst_op.toISOString(),
          }
        : null,
    contactpersonen: [...personen],
    eigenUitvoerders: [...gegevens.eigenUitvoerders],
  };
}
