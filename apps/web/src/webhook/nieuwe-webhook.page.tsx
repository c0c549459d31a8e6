import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { beheerVraag } from '../api/beheer.vragen.js';
import { useOpdracht } from '../api/opdrachten.js';
import type { Account, GegevenWebhook } from '../api/types.js';
import { useMeldOp } from '../shell/gemaakt.context.js';
import { Pagina } from '../shell/pagina.component.js';
import { Deel } from '../ui/deel.component.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { GeheimEenmaal } from './geheim-eenmaal.component.js';
import { WebhookVelden } from './webhook-velden.component.js';
import { webhookOpdracht } from './webhook.opdrachten.js';
import { foutenInWebhook, LEGE_WEBHOOK, webhookVerzoek } from './webhook.view-model.js';

function WebhookFormulier({
  accountId,
  na,
}: {
  accountId: string;
  na: (webhook: GegevenWebhook) => void;
}): ReactElement {
  const [invoer, setInvoer] = useState(LEGE_WEBHOOK);
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const maak = useOpdracht(webhookOpdracht.maak, na);
  function verstuur(): void {
    const eigen = foutenInWebhook(invoer);
    zetFouten(eigen);
    if (eigen.length === 0 && !maak.isPending)
      maak.mutate({ ...webhookVerzoek(invoer), accountId }, { onError: vanServer });
  }
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      <WebhookVelden
        invoer={invoer}
        foutBij={foutBij}
        zet={(deel) => setInvoer((oud) => ({ ...oud, ...deel }))}
      />
      {maak.error && fouten.length === 0 ? <FoutMelding fout={maak.error} /> : null}
      <Knop type="submit" soort="primary-action" bezig={maak.isPending}>
        Maak de webhook
      </Knop>
    </Formulier>
  );
}

function Scherm({ account }: { account: Account }): ReactElement {
  const navigate = useNavigate();
  const meldOp = useMeldOp();
  const [nieuw, setNieuw] = useState<GegevenWebhook | null>(null);
  return (
    <Pagina
      titel="Nieuwe webhook maken"
      kruimels={[
        { naam: 'Beheer', naar: '/beheer' },
        { naam: 'Accounts', naar: '/beheer/accounts' },
        { naam: account.naam, naar: `/beheer/accounts/${account.id}` },
      ]}
    >
      {nieuw ? (
        <Deel id="geheim" titel="Het geheim">
          <GeheimEenmaal
            naam={nieuw.naam}
            geheim={nieuw.geheim}
            sluit={() => {
              meldOp(
                `/beheer/webhooks/${nieuw.id}`,
                `De webhook ${nieuw.naam} is gemaakt. Kijk met een proefbericht of het werkt.`,
              );
              void navigate({
                to: '/beheer/webhooks/$webhookId',
                params: { webhookId: nieuw.id },
                replace: true,
              });
            }}
          />
        </Deel>
      ) : (
        <>
          <p className="utrecht-paragraph">
            Wij sturen gebeurtenissen naar het systeem achter {account.naam}. Alleen van cohorten waarin deze
            dienst als adviseur toegang heeft. Er staan geen namen of antwoorden in.
          </p>
          <WebhookFormulier accountId={account.id} na={setNieuw} />
        </>
      )}
    </Pagina>
  );
}

/** Makes a webhook for a service, and shows its secret. */
export function NieuweWebhookPage(): ReactElement {
  const { accountId } = useParams({ from: '/beheer/accounts/$accountId/nieuwe-webhook' });
  const account = useQuery(beheerVraag.account(accountId));
  return (
    <Gegevens heel vraag={account}>
      {(data) => <Scherm key={data.id} account={data} />}
    </Gegevens>
  );
}
