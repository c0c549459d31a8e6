import { useEffect, useRef, type ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import type { Passkey } from '../api/types.js';
import { Knop } from '../ui/knop.component.js';
import { Melding } from '../ui/melding.component.js';
import { PasskeyFout } from './passkey-fout.component.js';
import { passkeyOpdracht } from './passkey.opdrachten.js';

interface PasskeyWegProps {
  passkey: Passkey;
  laatste: boolean;
  na: () => void;
  sluit: () => void;
}

/** Removes a passkey after one question. */
export function PasskeyWeg({ passkey, laatste, na, sluit }: PasskeyWegProps): ReactElement {
  const kop = useRef<HTMLHeadingElement>(null);
  const verwijder = useOpdracht(passkeyOpdracht.verwijder, na);
  useEffect(() => kop.current?.focus(), []);
  return (
    <Melding soort="warning">
      <h3 ref={kop} tabIndex={-1} className="utrecht-heading-3">
        Weet u het zeker?
      </h3>
      <p>
        U kunt zich dan niet meer aanmelden met {passkey.naam}.
        {laatste ? ' Het is uw laatste passkey. Daarna is de link uit uw mail weer genoeg.' : ''}
      </p>
      <div className="knoppen">
        <Knop soort="primary-action" bezig={verwijder.isPending} onClick={() => verwijder.mutate(passkey.id)}>
          Ja, verwijder de passkey
        </Knop>
        <Knop onClick={sluit}>Nee, laat zo</Knop>
      </div>
      {verwijder.error ? <PasskeyFout fout={verwijder.error} /> : null}
    </Melding>
  );
}
