import { useState, type ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import type { NieuwGeheim, Webhook } from '../api/types.js';
import { momentInWoorden } from '../ui/datum.js';
import { Knop } from '../ui/knop.component.js';
import { Zeker } from '../ui/zeker.component.js';
import { GeheimEenmaal } from './geheim-eenmaal.component.js';
import { webhookOpdracht } from './webhook.opdrachten.js';

interface WebhookGeheimProps {
  webhook: Webhook;
  begin: () => void;
  na: (zin: string) => void;
}

function Vervang({
  webhook,
  na,
  sluit,
}: {
  webhook: Webhook;
  na: (nieuw: NieuwGeheim) => void;
  sluit: () => void;
}): ReactElement {
  const vernieuw = useOpdracht(webhookOpdracht.vernieuwGeheim(webhook.id), na);
  return (
    <Zeker
      ja="Ja, maak een nieuw geheim"
      bezig={vernieuw.isPending}
      fout={vernieuw.error}
      doe={() => vernieuw.mutate(null)}
      sluit={sluit}
    >
      <p>
        Zorg dat iemand het nieuwe geheim binnen 24 uur in het andere systeem kan zetten. Daarna werkt het
        oude niet meer.
      </p>
    </Zeker>
  );
}

/** Another secret for a webhook; for a day the one before it works as well. */
export function WebhookGeheim({ webhook, begin, na }: WebhookGeheimProps): ReactElement {
  const [zeker, setZeker] = useState(false);
  const [nieuw, setNieuw] = useState<NieuwGeheim | null>(null);
  return (
    <>
      <p className="utrecht-paragraph">
        Is het geheim kwijt, of kent iemand het die dat niet hoort? Maak dan een nieuw. Wij ondertekenen 24
        uur lang met het nieuwe en het vorige geheim. Zo mist het andere systeem niets. Is het oude uitgelekt?
        Maak dan twee keer een nieuw geheim: dan werkt het oude meteen niet meer.
      </p>
      {webhook.overlapTotOp === null ? null : (
        <p className="utrecht-paragraph">
          Het vorige geheim werkt nog tot {momentInWoorden(webhook.overlapTotOp)}.
        </p>
      )}
      {nieuw ? (
        <GeheimEenmaal
          key={nieuw.geheim}
          naam={webhook.naam}
          geheim={nieuw.geheim}
          sluit={() => {
            setNieuw(null);
            na('Er is een nieuw geheim. U ziet het niet meer terug.');
          }}
        />
      ) : null}
      {zeker ? (
        <Vervang
          webhook={webhook}
          sluit={() => setZeker(false)}
          na={(gegeven) => {
            setZeker(false);
            setNieuw(gegeven);
          }}
        />
      ) : (
        <Knop
          onClick={() => {
            begin();
            setZeker(true);
          }}
        >
          Maak een nieuw geheim
        </Knop>
      )}
    </>
  );
}
