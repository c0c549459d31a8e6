import type { CookieOptions, Request, Response } from 'express';
import { parse } from 'cookie';

/** Ties a login with a provider to the browser in which it began. */
export const POGING_COOKIE = '__Host-mwt-poging';

/** Of who has shown a link and not yet his passkey. It opens nothing but that step. */
export const TWEEDE_FACTOR_COOKIE = '__Host-mwt-tweede';

const OPTIONS: CookieOptions = { secure: true, httpOnly: true, sameSite: 'lax', path: '/' };

export const leesCookie = (request: Request, naam: string): string | undefined =>
  parse(request.headers.cookie ?? '')[naam];

/** Without an end: the browser forgets it when it closes, and the server earlier. */
export const zetCookie = (response: Response, naam: string, waarde: string): void => {
  response.cookie(naam, waarde, OPTIONS);
};

export const wisCookie = (response: Response, naam: string): void => {
  response.clearCookie(naam, OPTIONS);
};
