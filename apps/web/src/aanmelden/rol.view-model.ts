import type { Ik, Rol } from '../api/types.js';

type Pad = '/cohorten' | '/sjablonen' | '/mijn' | '/onderzoek' | '/beheer';

/** The pages that the menu of a role leads to; the first is where it begins. */
export const MENU: Readonly<Record<Rol, readonly [MenuLink, ...MenuLink[]]>> = {
  adviseur: [
    { naar: '/cohorten', naam: 'Cohorten' },
    { naar: '/sjablonen', naam: 'Sjablonen' },
    { naar: '/onderzoek', naam: 'Resultaten' },
  ],
  gemeente: [{ naar: '/mijn', naam: 'Mijn traject' }],
  onderzoeker: [{ naar: '/onderzoek', naam: 'Resultaten' }],
  beheerder: [{ naar: '/beheer', naam: 'Beheer' }],
};

interface MenuLink {
  readonly naar: Pad;
  readonly naam: string;
}

export const beginVan = (rol: Rol): Pad => MENU[rol][0].naar;

/** The roles that somebody can change to. */
export const andereRollen = ({ rol, rollen }: Pick<Ik, 'rol' | 'rollen'>): Rol[] =>
  rollen.filter((een) => een !== rol);

/** The roles that somebody could take to see a page that is for `voor`. */
export const rollenVoorPagina = ({ rollen }: Pick<Ik, 'rollen'>, voor: readonly Rol[]): Rol[] =>
  rollen.filter((een) => voor.includes(een));
