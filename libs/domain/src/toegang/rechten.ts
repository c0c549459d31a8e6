/** Who somebody is while they use the system. A person may have several, and acts in one at a time (ADR 0013). */
export const ROLLEN = ['adviseur', 'gemeente', 'onderzoeker', 'beheerder'] as const;
export type Rol = (typeof ROLLEN)[number];

/** What a route asks for. Which rows one then sees is decided by the database, per cohort, gemeente and niveau. */
export const RECHTEN = [
  'ik',
  'sjablonen.lezen',
  'sjablonen.beheren',
  'gemeenten.lezen',
  'cohorten.lezen',
  'cohorten.beheren',
  'deelnemers.lezen',
  'deelnemers.beheren',
  'trajecten.lezen',
  'trajecten.begeleiden',
  'contactpersonen.beheren',
  'taken.lezen',
  'taken.invullen',
  'logboek.lezen',
  'resultaten.lezen',
  'export.lezen',
  'bijeenkomsten.lezen',
  'bijeenkomsten.plannen',
  'bijeenkomsten.leiden',
  'toegang.beheren',
  'accounts.beheren',
  'inzage.vragen',
  'audit.lezen',
  'gebeurtenissen.lezen',
  'webhooks.beheren',
  'retourmeldingen.melden',
] as const;
export type Recht = (typeof RECHTEN)[number];

/**
 * Of people in person, and never of a service with a token: who may do what, and looking into what others did. The table
 * of tokens refuses them too.
 */
export const RECHTEN_VAN_MENSEN: readonly Recht[] = [
  'toegang.beheren',
  'accounts.beheren',
  'inzage.vragen',
  'audit.lezen',
];

const IEDEREEN: readonly Recht[] = ['ik', 'sjablonen.lezen', 'gemeenten.lezen'];

/** The permissions of a role. A role that is not the one you act in gives nothing. */
export const RECHTEN_VAN_ROL: Readonly<Record<Rol, readonly Recht[]>> = {
  adviseur: [
    ...IEDEREEN,
    'sjablonen.beheren',
    'cohorten.lezen',
    'cohorten.beheren',
    'deelnemers.lezen',
    'deelnemers.beheren',
    'trajecten.lezen',
    'trajecten.begeleiden',
    'contactpersonen.beheren',
    'taken.lezen',
    'taken.invullen',
    'logboek.lezen',
    'resultaten.lezen',
    'export.lezen',
    'bijeenkomsten.lezen',
    'bijeenkomsten.plannen',
    'bijeenkomsten.leiden',
    'toegang.beheren',
  ],
  gemeente: [
    ...IEDEREEN,
    'trajecten.lezen',
    'taken.lezen',
    'taken.invullen',
    'bijeenkomsten.lezen',
    'contactpersonen.beheren',
  ],
  onderzoeker: [
    ...IEDEREEN,
    'cohorten.lezen',
    'resultaten.lezen',
    'export.lezen',
    'bijeenkomsten.lezen',
    'bijeenkomsten.leiden',
  ],
  // Trajecten and taken only for as long as a reason is on record.
  beheerder: [
    ...IEDEREEN,
    'cohorten.lezen',
    'trajecten.lezen',
    'taken.lezen',
    'toegang.beheren',
    'accounts.beheren',
    'inzage.vragen',
    'audit.lezen',
    'webhooks.beheren',
  ],
};

const zonderDieVanMensen = (rol: Rol): readonly Recht[] =>
  RECHTEN_VAN_ROL[rol].filter((recht) => !RECHTEN_VAN_MENSEN.includes(recht));

/**
 * What the token of a service may hold in a role. A system follows what happens, and arranges where it hears of it; an
 * adviseur reads the log of a traject. A mail server reports what it could not deliver.
 */
export const RECHTEN_VAN_DIENST: Readonly<Record<'adviseur' | 'onderzoeker', readonly Recht[]>> = {
  adviseur: [
    ...zonderDieVanMensen('adviseur'),
    'gebeurtenissen.lezen',
    'webhooks.beheren',
    'retourmeldingen.melden',
  ],
  onderzoeker: zonderDieVanMensen('onderzoeker'),
};

export const heeftRecht = (rol: Rol, recht: Recht): boolean => RECHTEN_VAN_ROL[rol].includes(recht);
