import type { Request } from 'express';
import { ProblemException } from '../http/problem.js';

const VEILIG = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something comes from a page of our own. Browsers say so themselves, and no page can
 * say it for them (Fetch Metadata); older ones only name the page's origin.
 */
export function isVanOnszelf(request: Request, eigen: string): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  return request.get('Origin') === eigen;
}

/** Refuses a change on the strength of a cookie that another site's page could have caused. */
export function weigerVreemdeHerkomst(request: Request, eigen: string): void {
  if (VEILIG.has(request.method) || isVanOnszelf(request, eigen)) return;
  throw new ProblemException(
    403,
    'Dit verzoek komt niet van onze eigen website. Ga naar de website en doe het daar opnieuw.',
    { code: 'vreemde-herkomst' },
  );
}
