import type { ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import type { Webhook } from '../api/types.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { VersieFout } from '../ui/versie-fout.component.js';
import { webhookOpdracht } from './webhook.opdrachten.js';

interface WebhookStandProps {
  webhook: Webhook;
  begin: () => void;
  na: (zin: string) => void;
}

function Pauze({ webhook, begin, na }: WebhookStandProps): ReactElement {
  const actief = webhook.status === 'actief';
  const zet = useOpdracht(webhookOpdracht.wijzig(webhook), ({ status }) =>
    na(
      status === 'actief'
        ? 'De webhook werkt weer. Wat wachtte, gaat nu weg.'
        : 'De webhook is gepauzeerd. Wij sturen niets meer.',
    ),
  );
  return (
    <>
      <p className="utrecht-paragraph">
        {actief
          ? 'Is het andere systeem een tijd uit? Pauzeer de webhook dan. Wat nu wacht, blijft wachten. Wat er tijdens de pauze gebeurt, komt er niet bij. Dat kunt u na de pauze opnieuw laten sturen.'
          : 'Wij sturen nu niets. Is het andere systeem weer in orde? Laat de webhook dan weer werken. Wat tijdens de pauze gebeurde, kunt u daarna opnieuw laten sturen.'}
      </p>
      {zet.error ? (
        <VersieFout fout={zet.error} wat="deze webhook" sleutel="webhooks" na={() => zet.reset()} />
      ) : null}
      <Knop
        bezig={zet.isPending}
        onClick={() => {
          begin();
          zet.mutate({ status: actief ? 'gepauzeerd' : 'actief' });
        }}
      >
        {actief ? 'Pauzeer de webhook' : 'Laat de webhook weer werken'}
      </Knop>
    </>
  );
}

function Proef({ webhook, begin, na }: WebhookStandProps): ReactElement {
  const stuur = useOpdracht(webhookOpdracht.test(webhook.id), () =>
    na('Het proefbericht is onderweg. Onder “Wat is er bezorgd?” ziet u hoe het ging.'),
  );
  return (
    <>
      <p className="utrecht-paragraph">
        Wilt u weten of het andere systeem ons hoort? Stuur dan een proefbericht. Het gaat nergens over.
      </p>
      {stuur.error ? <FoutMelding fout={stuur.error} /> : null}
      <Knop
        bezig={stuur.isPending}
        onClick={() => {
          begin();
          stuur.mutate(null);
        }}
      >
        Stuur een proefbericht
      </Knop>
    </>
  );
}

/** Pauses a webhook, lets it go on, and tries it. One that ended stays so. */
export function WebhookStand(props: WebhookStandProps): ReactElement {
  const { status } = props.webhook;
  if (status === 'beeindigd')
    return (
      <p className="utrecht-paragraph">
        Deze webhook is beëindigd: het andere systeem antwoordde dat het niets meer wil. Moet het weer
        berichten krijgen? Maak dan een nieuwe webhook.
      </p>
    );
  return (
    <>
      {status === 'actief' ? <Proef {...props} /> : null}
      <Pauze {...props} />
    </>
  );
}
