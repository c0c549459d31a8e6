import type { ReactElement, ReactNode } from 'react';
import { useAanmelding } from '../aanmelden/aanmelding.context.js';
import { isNietAangemeld, zinVan } from '../api/fout.js';

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

function Opnieuw({ opnieuw }: { opnieuw: () => void }): ReactElement {
  return (
    <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={opnieuw}>
      Probeer opnieuw
    </button>
  );
}

/** Says what went wrong with a request, and offers to try it again. */
export function FoutMelding({ fout, opnieuw }: { fout: unknown; opnieuw?: () => void }): ReactElement {
  const { verlopen } = useAanmelding();
  // The bar over the page says how to log in; after that the fault of before is no fault any more.
  if (isNietAangemeld(fout) && !verlopen)
    return (
      <Melding soort="info" rol="status">
        <p>U bent weer aangemeld. Probeer het nu opnieuw.</p>
        {opnieuw ? <Opnieuw opnieuw={opnieuw} /> : null}
      </Melding>
    );
  return (
    <Melding soort="error" rol="alert">
      <p>{zinVan(fout)}</p>
      {opnieuw ? <Opnieuw opnieuw={opnieuw} /> : null}
    </Melding>
  );
}
