import type { ReactElement } from 'react';
import type { GegevenDiensttoken } from '../api/types.js';
import { momentInWoorden } from '../ui/datum.js';
import { Eenmaal } from '../ui/eenmaal.component.js';

/** The secret of a new token. */
export function TokenEenmaal({
  token,
  sluit,
}: {
  token: GegevenDiensttoken;
  sluit: () => void;
}): ReactElement {
  return (
    <Eenmaal wat="token" label={`Token voor ${token.naam}`} waarde={token.token} sluit={sluit}>
      <p>
        U ziet het token alleen nu. Wij bewaren het niet en kunnen het niet opnieuw laten zien. Bewaar het op
        een veilige plek. Stuur het niet per mail: wie het token heeft, werkt als deze dienst.
      </p>
      <p>Het token werkt tot {momentInWoorden(token.vervaltOp)}.</p>
    </Eenmaal>
  );
}
