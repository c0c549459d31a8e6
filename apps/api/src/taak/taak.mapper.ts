import type { TaakRegel } from '@maatwerktraject/contracts';
import {
  extraTaak,
  type Instant,
  type Sjabloon,
  type SjabloonStap,
  type SjabloonTaak,
} from '@maatwerktraject/domain';
import { isTeLaat } from '../cohort/klok.js';
import type { TaakRij } from './taak.query.js';

/** The texts of a taak and its stap. @throws Error when the sjabloon has no such taak, and it is no extra one. */
export function inhoudVan(
  sjabloon: Sjabloon,
  { stap, taak, uitvoerder, opdracht_id, opdracht }: TaakRij,
): { stap: SjabloonStap; taak: SjabloonTaak } {
  const stapInhoud = sjabloon.stappen.find(({ sleutel }) => sleutel === stap);
  const taakInhoud =
    opdracht_id === null
      ? stapInhoud?.taken.find(({ sleutel }) => sleutel === taak)
      : extraTaak(taak, uitvoerder, opdracht ?? {});
  if (!stapInhoud || !taakInhoud) throw new Error(`sjabloon ${sjabloon.sleutel} zonder taak ${stap}.${taak}`);
  return { stap: stapInhoud, taak: taakInhoud };
}

/** Late: still open after its due day, or handed in after it. `nu` is the domain's time, of a traject that runs. */
export function taakIsTeLaat(
  rij: Pick<TaakRij, 'status' | 'vervalt_op' | 'ingediend_op'>,
  nu: Instant,
): boolean {
  if (rij.vervalt_op === null || rij.status === 'gepland' || rij.status === 'vervallen') return false;
  if (rij.status === 'open') return isTeLaat(rij.vervalt_op, nu);
  return rij.ingediend_op !== null && isTeLaat(rij.vervalt_op, rij.ingediend_op.getTime());
}

/** `loopt`: whether the traject does; while it stands still nothing that is open becomes late. */
export function taakRegel(rij: TaakRij, taak: SjabloonTaak, nu: Instant, loopt: boolean): TaakRegel {
  return {
    id: rij.id,
    sleutel: rij.taak,
    stap: rij.stap,
    titel: taak.titel,
    uitvoerder: rij.uitvoerder,
    status: rij.status,
    minuten: taak.minuten[rij.uitvoerder] ?? 0,
    geplandOpenOp: rij.gepland_open_op,
    geplandVervaltOp: rij.gepland_vervalt_op,
    opentOp: rij.opent_op,
    vervaltOp: rij.vervalt_op,
    geopendOp: rij.geopend_op?.toISOString() ?? null,
    ingediendOp: rij.ingediend_op?.toISOString() ?? null,
    teLaat: (loopt || rij.status !== 'open') && taakIsTeLaat(rij, nu),
    extra: rij.opdracht_id !== null,
    akkoordDoor: rij.akkoord_door,
    akkoordOp: rij.akkoord_op?.toISOString() ?? null,
    teruggestuurdOp: rij.teruggestuurd_op?.toISOString() ?? null,
  };
}
