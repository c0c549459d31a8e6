import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { Knop } from './knop.component.js';
import { FoutMelding, Melding } from './melding.component.js';

interface ZekerProps {
  /** What happens then. */
  children: ReactNode;
  ja: string;
  nee?: string;
  bezig: boolean;
  fout: unknown;
  doe: () => void;
  sluit: () => void;
}

/** One question before something that cannot be undone; it takes the focus. */
export function Zeker({
  children,
  ja,
  nee = 'Nee, laat zo',
  bezig,
  fout,
  doe,
  sluit,
}: ZekerProps): ReactElement {
  const kop = useRef<HTMLHeadingElement>(null);
  useEffect(() => kop.current?.focus(), []);
  return (
    <Melding soort="warning">
      <h3 ref={kop} tabIndex={-1} className="utrecht-heading-3">
        Weet u het zeker?
      </h3>
      {children}
      <div className="knoppen">
        <Knop soort="primary-action" bezig={bezig} onClick={doe}>
          {ja}
        </Knop>
        <Knop onClick={sluit}>{nee}</Knop>
      </div>
      {fout ? <FoutMelding fout={fout} /> : null}
    </Melding>
  );
}
