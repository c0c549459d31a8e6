import type { ReactElement, ReactNode } from 'react';
import { zinVan } from '../api/fout.js';

type Soort = 'info' | 'ok' | 'warning' | 'error';

interface MeldingProps {
  soort: Soort;
  titel?: string;
  children: ReactNode;
  /** `status` is read out when it suits, `alert` at once; without it the message is just part of the page. */
  rol?: 'status' | 'alert';
}

export function Melding({ soort, titel, children, rol }: MeldingProps): ReactElement {
  return (
    <div className={`utrecht-alert utrecht-alert--${soort} melding`} role={rol}>
      <div className="utrecht-alert__content">
        {titel === undefined ? null : <p className="melding__titel">{titel}</p>}
        <div className="utrecht-alert__message">{children}</div>
      </div>
    </div>
  );
}

/** Says what went wrong with a request, and offers to try it again. */
export function FoutMelding({ fout, opnieuw }: { fout: unknown; opnieuw?: () => void }): ReactElement {
  return (
    <Melding soort="error" rol="alert">
      <p>{zinVan(fout)}</p>
      {opnieuw ? (
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={opnieuw}>
          Probeer opnieuw
        </button>
      ) : null}
    </Melding>
  );
}
