import { useState, type ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import type { Webhook } from '../api/types.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { VersieFout } from '../ui/versie-fout.component.js';
import { WebhookVelden } from './webhook-velden.component.js';
import { webhookOpdracht } from './webhook.opdrachten.js';
import { foutenInWebhook, webhookVerzoek, type WebhookInvoer } from './webhook.view-model.js';

interface WebhookWijzigenProps {
  webhook: Webhook;
  begin: () => void;
  na: (zin: string) => void;
}

/** Changes the name, the address and the types of a webhook. */
export function WebhookWijzigen({ webhook, begin, na }: WebhookWijzigenProps): ReactElement {
  // Until something is typed it follows the webhook, also when somebody else changes that.
  const [getypt, setGetypt] = useState<Partial<WebhookInvoer>>({});
  const { naam, url, typen } = webhook;
  const invoer: WebhookInvoer = { naam, url, typen, ...getypt };
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const wijzig = useOpdracht(webhookOpdracht.wijzig(webhook), () => {
    setGetypt({});
    na('De wijziging is opgeslagen.');
  });
  function verstuur(): void {
    begin();
    const eigen = foutenInWebhook(invoer);
    zetFouten(eigen);
    if (eigen.length > 0 || wijzig.isPending) return;
    const verzoek = webhookVerzoek(invoer);
    // Another address begins anew; the same one, sent along, would do so too.
    const { url: adres, ...rest } = verzoek;
    wijzig.mutate(adres === url ? rest : verzoek, { onError: vanServer });
  }
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      <WebhookVelden
        invoer={invoer}
        foutBij={foutBij}
        zet={(deel) => setGetypt((oud) => ({ ...oud, ...deel }))}
      />
      {wijzig.error && fouten.length === 0 ? (
        <VersieFout
          fout={wijzig.error}
          wat="deze webhook"
          sleutel="webhooks"
          na={() => {
            setGetypt({});
            wijzig.reset();
          }}
        />
      ) : null}
      <Knop type="submit" bezig={wijzig.isPending}>
        Wijzig de webhook
      </Knop>
    </Formulier>
  );
}
