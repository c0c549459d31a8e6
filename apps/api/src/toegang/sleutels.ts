import { createHash, timingSafeEqual } from 'node:crypto';
import { Rol, type Ontwikkelsleutels } from '@maatwerktraject/contracts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The role of a development token. Takes as long for a wrong token as for a right one. */
export function rolVan(sleutel: string, sleutels: Ontwikkelsleutels): Rol | undefined {
  const gegeven = digest(sleutel);
  const passend = Rol.options.filter((rol) => timingSafeEqual(digest(sleutels[rol]), gegeven));
  return passend[0];
}

/** Whether a Host header names this computer, so that no page elsewhere can ask for the tokens by a name of its own. */
export function isDezeComputer(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host);
}
