import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { beheerVraag } from '../api/beheer.vragen.js';
import { Pagina } from '../shell/pagina.component.js';
import { Bladeren, useBladeren } from '../ui/bladeren.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Knop } from '../ui/knop.component.js';
import { Melding } from '../ui/melding.component.js';
import { Keuzelijst } from '../ui/velden.component.js';
import { aantal } from '../ui/woorden.js';
import { WebhookTabel } from './webhook-tabel.component.js';
import { WEBHOOK_STATUS, webhookFilter } from './webhook.view-model.js';
import { webhookVraag, type WebhookFilter } from './webhook.vragen.js';

function Filter({ filter }: { filter: WebhookFilter }): ReactElement {
  const navigate = useNavigate();
  const [status, setStatus] = useState<string>(filter.status ?? '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: '/beheer/webhooks', search: webhookFilter({ status }), replace: true });
      }}
    >
      <div className="filter">
        <Keuzelijst
          pad="status"
          label="Stand"
          value={status}
          onChange={({ target }) => setStatus(target.value)}
        >
          <option value="">Alle</option>
          {Object.entries(WEBHOOK_STATUS).map(([waarde, { tekst }]) => (
            <option key={waarde} value={waarde}>
              {tekst}
            </option>
          ))}
        </Keuzelijst>
      </div>
      <Knop type="submit">Toon deze webhooks</Knop>
    </form>
  );
}

function Lijst({ filter }: { filter: WebhookFilter }): ReactElement {
  const stand = useBladeren();
  const webhooks = useQuery(webhookVraag.webhooks(filter, stand.na));
  const diensten = useQuery(beheerVraag.accounts({ soort: 'dienst', limiet: 500 }, undefined));
  const namen = new Map(diensten.data?.items.map(({ id, naam }) => [id, naam]));
  return (
    <Gegevens vraag={webhooks}>
      {({ items, volgende, totaal }) => (
        <>
          <p role="status" className="utrecht-paragraph">
            {aantal(totaal, 'webhook', 'webhooks')} gevonden. De oudste staat bovenaan.
          </p>
          {items.length === 0 ? (
            <Melding soort="info">
              <p>Er is geen webhook die bij deze keuze past.</p>
            </Melding>
          ) : (
            <WebhookTabel items={items} diensten={namen} />
          )}
          <Bladeren naam="webhooks" stand={stand} volgende={volgende} />
        </>
      )}
    </Gegevens>
  );
}

/** The webhooks of all services, above all to see which stand still. */
export function WebhooksPage(): ReactElement {
  const filter = useSearch({ from: '/beheer/webhooks' });
  return (
    <Pagina titel="Webhooks" kruimels={[{ naam: 'Beheer', naar: '/beheer' }]}>
      <p className="utrecht-paragraph">
        Via een webhook hoort een ander systeem vanzelf dat er iets is gebeurd. Een nieuwe webhook maakt u bij
        het account van de dienst. Staat er een stil? Open hem en kijk wat er misging.
      </p>
      {/* Also another filter that comes from a link. */}
      <Filter key={filter.status ?? ''} filter={filter} />
      <Lijst key={`lijst ${filter.status ?? ''}`} filter={filter} />
    </Pagina>
  );
}
