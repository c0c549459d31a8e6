import type { BerichtBesluit, Fout } from '../api/types.js';

const KORTSTE_REDEN = 10;

export const foutenInReden = (reden: string): Fout[] =>
  reden.trim().length < KORTSTE_REDEN
    ? [{ pad: 'reden', zin: 'Schrijf in ten minste 10 tekens op waarom.' }]
    : [];

export const foutenInBesluit = (besluit: BerichtBesluit['besluit'] | undefined, reden: string): Fout[] => [
  ...(besluit === undefined ? [{ pad: 'besluit', zin: 'Kies wat er met de mail is gebeurd.' }] : []),
  ...foutenInReden(reden),
];
