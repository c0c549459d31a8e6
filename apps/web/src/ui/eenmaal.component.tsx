import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Knop } from './knop.component.js';
import { Melding } from './melding.component.js';

interface EenmaalProps {
  wat: 'token' | 'geheim';
  /** Over the field. */
  label: string;
  waarde: string;
  /** What somebody must know of it. */
  children: ReactNode;
  sluit: () => void;
}

/** A secret, once: after this it is nowhere to be found. */
export function Eenmaal({ wat, label, waarde, children, sluit }: EenmaalProps): ReactElement {
  const kop = useRef<HTMLHeadingElement>(null);
  const veld = useRef<HTMLInputElement>(null);
  const [stand, setStand] = useState('');
  const id = `${wat}-waarde`;
  useEffect(() => kop.current?.focus(), []);
  async function kopieer(): Promise<void> {
    veld.current?.select();
    try {
      // Absent on a page without a secure connection.
      await navigator.clipboard.writeText(waarde);
      setStand(`Het ${wat} is gekopieerd.`);
    } catch {
      setStand(
        `Kopiëren lukt hier niet vanzelf. Het ${wat} is geselecteerd: kopieer het met het toetsenbord.`,
      );
    }
  }
  return (
    <Melding soort="warning">
      <h3 ref={kop} tabIndex={-1} className="utrecht-heading-3">
        Kopieer dit {wat} nu
      </h3>
      {children}
      <p>
        <label htmlFor={id} className="utrecht-form-label">
          {label}
        </label>
        <input
          ref={veld}
          id={id}
          readOnly
          spellCheck={false}
          autoComplete="off"
          className="utrecht-textbox utrecht-textbox--html-input token"
          value={waarde}
          onFocus={({ target }) => target.select()}
        />
      </p>
      <div className="knoppen">
        <Knop soort="primary-action" onClick={() => void kopieer()}>
          Kopieer het {wat}
        </Knop>
        <Knop onClick={sluit}>Ik heb het bewaard</Knop>
      </div>
      <p role="status">{stand}</p>
    </Melding>
  );
}
