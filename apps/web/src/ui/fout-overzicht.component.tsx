import { useEffect, useRef, type ReactElement } from 'react';
import type { Fout } from '../api/types.js';
import { veldId } from './velden.component.js';

export interface FoutOverzichtProps {
  fouten: readonly Fout[];
  /** Another object each time that the form was refused, so that the summary takes the focus again. */
  poging: unknown;
}

function naarVeld(pad: string): void {
  const veld =
    document.getElementById(veldId(pad)) ??
    document.querySelector<HTMLElement>(`[id^="${CSS.escape(veldId(pad))}"]`);
  veld?.scrollIntoView({ block: 'center' });
  veld?.focus();
}

/** All faults of a form together, each a link to its field. */
export function FoutOverzicht({ fouten, poging }: FoutOverzichtProps): ReactElement | null {
  const kader = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fouten.length > 0) kader.current?.focus();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a fault that goes away while typing must not move the focus
  }, [poging]);
  if (fouten.length === 0) return null;
  return (
    <div
      ref={kader}
      tabIndex={-1}
      role="alert"
      aria-labelledby="fout-overzicht"
      className="utrecht-alert utrecht-alert--error melding"
    >
      <div className="utrecht-alert__content">
        <h2 id="fout-overzicht" className="utrecht-heading-3">
          {fouten.length === 1
            ? 'Er is nog 1 ding te doen'
            : `Er zijn nog ${String(fouten.length)} dingen te doen`}
        </h2>
        <ul className="fout-lijst">
          {fouten.map(({ pad, zin }) => (
            <li key={pad + zin}>
              {pad === '' ? (
                zin
              ) : (
                <a
                  className="utrecht-link"
                  href={`#${veldId(pad)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    naarVeld(pad);
                  }}
                >
                  {zin}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
