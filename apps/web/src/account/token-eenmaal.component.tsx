import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { GegevenDiensttoken } from '../api/types.js';
import { momentInWoorden } from '../ui/datum.js';
import { Knop } from '../ui/knop.component.js';
import { Melding } from '../ui/melding.component.js';

const VELD = 'token-waarde';

/** The secret of a new token, once: after this it is nowhere to be found. */
export function TokenEenmaal({
  token,
  sluit,
}: {
  token: GegevenDiensttoken;
  sluit: () => void;
}): ReactElement {
  const kop = useRef<HTMLHeadingElement>(null);
  const veld = useRef<HTMLInputElement>(null);
  const [stand, setStand] = useState('');
  useEffect(() => kop.current?.focus(), []);
  async function kopieer(): Promise<void> {
    veld.current?.select();
    try {
      // Absent on a page without a secure connection.
      await navigator.clipboard.writeText(token.token);
      setStand('Het token is gekopieerd.');
    } catch {
      setStand(
        'Kopiëren lukt hier niet vanzelf. Het token is geselecteerd: kopieer het met het toetsenbord.',
      );
    }
  }
  return (
    <Melding soort="warning">
      <h3 ref={kop} tabIndex={-1} className="utrecht-heading-3">
        Kopieer dit token nu
      </h3>
      <p>
        U ziet het token alleen nu. Wij bewaren het niet en kunnen het niet opnieuw laten zien. Bewaar het op
        een veilige plek. Stuur het niet per mail: wie het token heeft, werkt als deze dienst.
      </p>
      <p>
        <label htmlFor={VELD} className="utrecht-form-label">
          Token voor {token.naam}
        </label>
        <input
          ref={veld}
          id={VELD}
          readOnly
          spellCheck={false}
          autoComplete="off"
          className="utrecht-textbox utrecht-textbox--html-input token"
          value={token.token}
          onFocus={({ target }) => target.select()}
        />
      </p>
      <p>Het token werkt tot {momentInWoorden(token.vervaltOp)}.</p>
      <div className="knoppen">
        <Knop soort="primary-action" onClick={() => void kopieer()}>
          Kopieer het token
        </Knop>
        <Knop onClick={sluit}>Ik heb het bewaard</Knop>
      </div>
      <p role="status">{stand}</p>
    </Melding>
  );
}
