import type { Datum } from '@maatwerktraject/domain';
import type { Fout, Rol, TrajectContact, VervangingInvoer } from '../api/types.js';
import { dagKort } from '../ui/datum.js';
import { UITNODIGING_NAAM } from '../ui/woorden.js';

export const isWeg = ({ vertrektOp }: Pick<TrajectContact, 'vertrektOp'>, vandaag: Datum): boolean =>
  vertrektOp !== null && vertrektOp <= vandaag;

/** Who is there now or will be; those who left come apart. */
export const aanwezigen = (personen: readonly TrajectContact[], vandaag: Datum): TrajectContact[] =>
  personen.filter((persoon) => !isWeg(persoon, vandaag));

/** What there is to know of somebody besides who he is, a sentence each. */
export function standVan(
  persoon: TrajectContact,
  personen: readonly TrajectContact[],
  vandaag: Datum,
): string[] {
  const { vertrektOp, vervanging, weekoverzicht, uitnodiging } = persoon;
  const door = personen.find(({ id }) => id === vervanging?.vervangerId)?.naam ?? 'Een collega';
  return [
    ...(vertrektOp === null
      ? []
      : [
          isWeg(persoon, vandaag)
            ? `Is er niet meer bij sinds ${dagKort(vertrektOp)}.`
            : `Is er niet meer bij vanaf ${dagKort(vertrektOp)}.`,
        ]),
    ...(vervanging === null || vervanging.tot < vandaag
      ? []
      : [`${door} vervangt van ${dagKort(vervanging.van)} tot en met ${dagKort(vervanging.tot)}.`]),
    ...(weekoverzicht ? [] : ['Krijgt voor elke taak een eigen mail.']),
    ...(uitnodiging === null ? [] : [`Mail met uitleg: ${UITNODIGING_NAAM[uitnodiging].toLowerCase()}.`]),
  ];
}

export type Actie = 'wijzigen' | 'vervanger' | 'hoofdcontact';

/** What the reader may change of somebody, as the API decides it too. */
export function actiesVoor(
  persoon: TrajectContact,
  personen: readonly TrajectContact[],
  rol: Rol,
  vandaag: Datum,
): Actie[] {
  const begeleidt = rol === 'adviseur';
  const isHoofd = rol === 'gemeente' && personen.some(({ uzelf, hoofdcontact }) => uzelf && hoofdcontact);
  const ander = aanwezigen(personen, vandaag).some(({ id }) => id !== persoon.id);
  const weg = isWeg(persoon, vandaag);
  return [
    ...(begeleidt ? (['wijzigen'] as const) : []),
    ...(!weg && ander && (begeleidt || isHoofd || persoon.uzelf) ? (['vervanger'] as const) : []),
    ...((begeleidt || isHoofd) && !persoon.hoofdcontact && persoon.vertrektOp === null
      ? (['hoofdcontact'] as const)
      : []),
  ];
}

export const magToevoegen = (personen: readonly TrajectContact[], rol: Rol): boolean =>
  rol === 'adviseur' ||
  (rol === 'gemeente' && personen.some(({ uzelf, hoofdcontact }) => uzelf && hoofdcontact));

/** Who can stand in for somebody: another one who is there. */
export const mogelijkeVervangers = (
  { id }: TrajectContact,
  personen: readonly TrajectContact[],
  vandaag: Datum,
): TrajectContact[] => aanwezigen(personen, vandaag).filter((een) => een.id !== id);

/** What is missing in a form before it is sent; the rest the API says. */
export const foutenInVervanging = ({ vervangerId, van, tot }: VervangingInvoer): Fout[] => [
  ...(vervangerId === '' ? [{ pad: 'vervangerId', zin: 'Kies wie vervangt.' }] : []),
  ...(van === '' ? [{ pad: 'van', zin: 'Vul de eerste dag in.' }] : []),
  ...(tot === '' ? [{ pad: 'tot', zin: 'Vul de laatste dag in.' }] : []),
];

export const foutenInContact = ({
  naam,
  email,
}: {
  readonly naam: string;
  readonly email: string;
}): Fout[] => [
  ...(naam.trim() === '' ? [{ pad: 'naam', zin: 'Vul een naam in.' }] : []),
  ...(email.trim() === '' ? [{ pad: 'email', zin: 'Vul een e-mailadres in.' }] : []),
];

/** The fields that are other than they were. */
export function wijzigingVan<T extends object>(oud: T, nieuw: T): Partial<T> {
  const sleutels = Object.keys(nieuw) as (keyof T)[];
  return Object.fromEntries(
    sleutels.filter((sleutel) => oud[sleutel] !== nieuw[sleutel]).map((sleutel) => [sleutel, nieuw[sleutel]]),
  ) as Partial<T>;
}
