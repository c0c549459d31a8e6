import type { SessieRegel } from '../api/types.js';

const VIA_NAAM: Readonly<Record<SessieRegel['via'], string>> = {
  oidc: 'Account van uw organisatie',
  link: 'Link uit een mail',
};

/** With what somebody logged in, in words. */
export const viaNaam = ({ via, meerdereFactoren }: Pick<SessieRegel, 'via' | 'meerdereFactoren'>): string =>
  via === 'link' && meerdereFactoren ? `${VIA_NAAM.link}, en een passkey` : VIA_NAAM[via];

/** The sessions in the order of a list: this one first, then the ones used last. */
export const opGebruik = (items: readonly SessieRegel[]): SessieRegel[] =>
  [...items].sort(
    (een, ander) =>
      Number(ander.huidig) - Number(een.huidig) || ander.gebruiktOp.localeCompare(een.gebruiktOp),
  );

export const andereSessies = (items: readonly SessieRegel[]): SessieRegel[] =>
  items.filter(({ huidig }) => !huidig);
