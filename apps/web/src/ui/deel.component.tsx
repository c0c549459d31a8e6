import type { ReactElement, ReactNode } from 'react';
import type { Gemeld } from './gemeld.hook.js';
import { Melding } from './melding.component.js';

interface DeelProps {
  id: string;
  titel: string;
  gemeld?: Gemeld;
  children: ReactNode;
}

/** A part of a page under its own heading, with what was just done in it. */
export function Deel({ id, titel, gemeld, children }: DeelProps): ReactElement {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} ref={gemeld?.kop} tabIndex={-1} className="utrecht-heading-2">
        {titel}
      </h2>
      {gemeld ? (
        <div role="status">{gemeld.zin ? <Melding soort="ok">{gemeld.zin}</Melding> : null}</div>
      ) : null}
      {children}
    </section>
  );
}
