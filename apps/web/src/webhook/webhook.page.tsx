import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { beheerVraag } from '../api/beheer.vragen.js';
import type { Webhook } from '../api/types.js';
import { Pagina } from '../shell/pagina.component.js';
import { momentKort } from '../ui/datum.js';
import { Deel } from '../ui/deel.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { useGemeld } from '../ui/gemeld.hook.js';
import { Merk } from '../ui/merk.component.js';
import { Herhalen } from './herhalen.component.js';
import { Leveringen } from './leveringen.component.js';
import { WebhookGeheim } from './webhook-geheim.component.js';
import { WebhookStand } from './webhook-stand.component.js';
import { WebhookWeg } from './webhook-weg.component.js';
import { WebhookWijzigen } from './webhook-wijzigen.component.js';
import { aangezetDoor, redenInWoorden, uitslagInWoorden, WEBHOOK_STATUS } from './webhook.view-model.js';
import { webhookVraag } from './webhook.vragen.js';

function Kenmerken({ webhook }: { webhook: Webhook }): ReactElement {
  const { url, status, tokenId, laatstePoging, wachtend } = webhook;
  const delen = [
    { naam: 'Adres', waarde: url },
    { naam: 'Stand', waarde: <Merk {...WEBHOOK_STATUS[status]} /> },
    { naam: 'Aangezet door', waarde: aangezetDoor(tokenId) },
    {
      naam: 'Laatste poging',
      waarde: `${laatstePoging ? `${momentKort(laatstePoging.op)}: ` : ''}${uitslagInWoorden(laatstePoging)}`,
    },
    { naam: 'Moet nog worden bezorgd', waarde: wachtend },
  ];
  return (
    <dl className="kenmerken">
      {delen.map(({ naam, waarde }) => (
        <div key={naam}>
          <dt>{naam}</dt>
          <dd>{waarde}</dd>
        </div>
      ))}
    </dl>
  );
}

function Herhaaldeel({ webhookId }: { webhookId: string }): ReactElement {
  const gemeld = useGemeld();
  return (
    <Deel id="herhalen" titel="Alles opnieuw sturen vanaf een dag" gemeld={gemeld}>
      <p className="utrecht-paragraph">
        Heeft het andere systeem iets gemist? Dan sturen wij alles nog eens, op volgorde. Wat het al had,
        krijgt het twee keer, met hetzelfde kenmerk.
      </p>
      <Herhalen webhookId={webhookId} begin={gemeld.wis} na={gemeld.meld} />
    </Deel>
  );
}

function Scherm({ webhook }: { webhook: Webhook }): ReactElement {
  const account = useQuery(beheerVraag.account(webhook.accountId));
  const [stand, bezorgd, wijziging, geheim] = [useGemeld(), useGemeld(), useGemeld(), useGemeld()];
  const beeindigd = webhook.status === 'beeindigd';
  return (
    <Pagina
      titel={`Webhook ${webhook.naam}`}
      kruimels={[
        { naam: 'Beheer', naar: '/beheer' },
        { naam: 'Webhooks', naar: '/beheer/webhooks' },
        { naam: account.data?.naam ?? 'De dienst', naar: `/beheer/accounts/${webhook.accountId}` },
      ]}
    >
      <Kenmerken webhook={webhook} />
      <Deel id="stand" titel="Proberen en pauzeren" gemeld={stand}>
        <p className="utrecht-paragraph">{redenInWoorden(webhook)}</p>
        <WebhookStand webhook={webhook} begin={stand.wis} na={stand.meld} />
      </Deel>
      <Deel id="bezorgd" titel="Wat is er bezorgd?" gemeld={bezorgd}>
        <p className="utrecht-paragraph">De nieuwste staat bovenaan. Wij bewaren dit 30 dagen.</p>
        <Leveringen webhook={webhook} na={bezorgd.meld} />
      </Deel>
      {webhook.status === 'actief' ? <Herhaaldeel webhookId={webhook.id} /> : null}
      {beeindigd ? null : (
        <>
          <Deel id="wijzigen" titel="Naam, adres en gebeurtenissen" gemeld={wijziging}>
            <WebhookWijzigen webhook={webhook} begin={wijziging.wis} na={wijziging.meld} />
          </Deel>
          <Deel id="geheim" titel="Het geheim" gemeld={geheim}>
            <WebhookGeheim webhook={webhook} begin={geheim.wis} na={geheim.meld} />
          </Deel>
        </>
      )}
      <Deel id="logboek" titel="In het logboek">
        <p>
          <Link className="utrecht-link" to="/beheer/logboek" search={{ onderwerp: `webhook/${webhook.id}` }}>
            Wat veranderde er aan deze webhook?
          </Link>
        </p>
      </Deel>
      <Deel id="verwijderen" titel="Verwijderen">
        <WebhookWeg webhook={webhook} />
      </Deel>
    </Pagina>
  );
}

/** One webhook, for who manages them. */
export function WebhookPage(): ReactElement {
  const { webhookId } = useParams({ from: '/beheer/webhooks/$webhookId' });
  const webhook = useQuery(webhookVraag.webhook(webhookId));
  return (
    <Gegevens heel vraag={webhook}>
      {(data) => <Scherm key={data.id} webhook={data} />}
    </Gegevens>
  );
}
