import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Webhook } from '../api/types.js';
import { momentKort } from '../ui/datum.js';
import { Merk } from '../ui/merk.component.js';
import { Tabel } from '../ui/tabel.component.js';
import { redenInWoorden, uitslagInWoorden, WEBHOOK_STATUS } from './webhook.view-model.js';

interface WebhookTabelProps {
  items: readonly Webhook[];
  /** Names of services by their ID, where webhooks of more than one stand together. */
  diensten?: ReadonlyMap<string, string>;
}

function Dienst({ id, naam }: { id: string; naam: string }): ReactElement {
  return (
    <Link className="utrecht-link" to="/beheer/accounts/$accountId" params={{ accountId: id }}>
      {naam}
    </Link>
  );
}

function Rij({ webhook, diensten }: { webhook: Webhook } & Omit<WebhookTabelProps, 'items'>): ReactElement {
  const { id, accountId, naam, url, status, laatstePoging, wachtend } = webhook;
  const reden = redenInWoorden(webhook);
  return (
    <tr>
      <th scope="row">
        <Link className="utrecht-link" to="/beheer/webhooks/$webhookId" params={{ webhookId: id }}>
          {naam}
        </Link>
      </th>
      {diensten ? (
        <td>
          <Dienst id={accountId} naam={diensten.get(accountId) ?? 'een dienst'} />
        </td>
      ) : null}
      <td className="tabel__tekst">{url}</td>
      <td className="tabel__tekst">
        <p>
          <Merk {...WEBHOOK_STATUS[status]} />
        </p>
        {reden}
      </td>
      <td className="tabel__tekst">
        {laatstePoging ? <p>{momentKort(laatstePoging.op)}</p> : null}
        {uitslagInWoorden(laatstePoging)}
      </td>
      <td>{wachtend}</td>
    </tr>
  );
}

/** Webhooks, with how they are. */
export function WebhookTabel({ items, diensten }: WebhookTabelProps): ReactElement {
  return (
    <Tabel
      naam="Lijst van webhooks"
      koppen={['Naam', ...(diensten ? ['Dienst'] : []), 'Adres', 'Stand', 'Laatste poging', 'Moet nog']}
    >
      {items.map((webhook) => (
        <Rij key={webhook.id} webhook={webhook} {...(diensten ? { diensten } : {})} />
      ))}
    </Tabel>
  );
}
