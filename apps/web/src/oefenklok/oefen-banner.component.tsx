import type { ReactElement, ReactNode } from 'react';
import { momentInWoorden } from '../ui/datum.js';
import { PostvakAnker, usePostvak } from './postvak.component.js';

interface OefenBannerProps {
  naam: string | undefined;
  /** The time on the oefenklok; null before it runs. */
  nu: string | null;
  children?: ReactNode;
}

/** Marks everything that belongs to an oefencohort. It is not read out as it ticks. */
export function OefenBanner({ naam, nu, children }: OefenBannerProps): ReactElement {
  const postvak = usePostvak();
  return (
    <aside aria-label="Oefencohort" className="oefen">
      <p>
        <strong>Oefencohort{naam ? `: ${naam}` : ''}.</strong>{' '}
        {nu === null
          ? 'De oefenklok begint te lopen bij de start.'
          : `Het is nu ${momentInWoorden(nu)} op de oefenklok.`}{' '}
        Mail komt alleen in het {postvak === null ? 'postvak' : <PostvakAnker url={postvak} />}.
      </p>
      {children}
    </aside>
  );
}
