import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import type { Webhook } from '../api/types.js';
import { Knop } from '../ui/knop.component.js';
import { Zeker } from '../ui/zeker.component.js';
import { webhookOpdracht } from './webhook.opdrachten.js';

/** Removes a webhook for good, after one question. */
export function WebhookWeg({ webhook }: { webhook: Webhook }): ReactElement {
  const navigate = useNavigate();
  const [zeker, setZeker] = useState(false);
  const verwijder = useOpdracht(webhookOpdracht.verwijder(webhook.id), () => {
    void navigate({
      to: '/beheer/accounts/$accountId',
      params: { accountId: webhook.accountId },
      replace: true,
    });
  });
  if (!zeker) return <Knop onClick={() => setZeker(true)}>Verwijder deze webhook</Knop>;
  return (
    <Zeker
      ja="Ja, verwijder de webhook"
      bezig={verwijder.isPending}
      fout={verwijder.error}
      doe={() => verwijder.mutate(null)}
      sluit={() => setZeker(false)}
    >
      <p>
        Er wordt dan meteen niets meer bezorgd. De lijst van wat er is bezorgd, gaat ook weg. U kunt dit niet
        terugdraaien. Wilt u alleen even stoppen? Pauzeer de webhook dan.
      </p>
    </Zeker>
  );
}
