import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Account } from '../api/types.js';
import { Bladeren, useBladeren } from '../ui/bladeren.component.js';
import { Deel } from '../ui/deel.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Melding } from '../ui/melding.component.js';
import { WebhookTabel } from './webhook-tabel.component.js';
import { webhookVraag } from './webhook.vragen.js';

/** Where a service gets events by itself. */
export function Webhooks({ account }: { account: Account }): ReactElement {
  const blader = useBladeren();
  const webhooks = useQuery(webhookVraag.webhooks({ accountId: account.id }, blader.na));
  return (
    <Deel id="webhooks" titel="Webhooks">
      <p className="utrecht-paragraph">
        Met een webhook hoort een ander systeem vanzelf dat er iets is gebeurd. Kies een webhook om te zien
        wat er is bezorgd.
      </p>
      <Gegevens vraag={webhooks}>
        {({ items, volgende }) => (
          <>
            {items.length === 0 ? (
              <Melding soort="info">
                <p>Deze dienst heeft nog geen webhook.</p>
              </Melding>
            ) : (
              <WebhookTabel items={items} />
            )}
            <Bladeren naam="webhooks" stand={blader} volgende={volgende} />
          </>
        )}
      </Gegevens>
      {account.status === 'actief' ? (
        <p>
          <Link
            className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--secondary-action"
            to="/beheer/accounts/$accountId/nieuwe-webhook"
            params={{ accountId: account.id }}
          >
            Nieuwe webhook maken
          </Link>
        </p>
      ) : null}
    </Deel>
  );
}
