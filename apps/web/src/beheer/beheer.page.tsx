import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import type { CohortRegel } from '../api/types.js';
import { Pagina } from '../shell/pagina.component.js';
import { dagKort } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Melding } from '../ui/melding.component.js';
import { Merk } from '../ui/merk.component.js';
import { Tabel } from '../ui/tabel.component.js';
import { COHORT_STATUS_NAAM } from '../ui/woorden.js';
import { pauzesInWoorden } from '../webhook/webhook.view-model.js';
import { webhookVraag } from '../webhook/webhook.vragen.js';

const ONDERDELEN = [
  {
    naar: '/beheer/accounts',
    naam: 'Accounts',
    uitleg: 'Wie hier mag werken, met welke rol. Ook diensten en hun tokens.',
  },
  {
    naar: '/beheer/inzagen',
    naam: 'Inzage',
    uitleg: 'Een traject lezen als dat echt nodig is: met een reden, voor een paar uur.',
  },
  {
    naar: '/beheer/webhooks',
    naam: 'Webhooks',
    uitleg: 'Waar andere systemen vanzelf horen wat er gebeurt, en of dat lukt.',
  },
  { naar: '/beheer/logboek', naam: 'Logboek', uitleg: 'Wie deed wat, wanneer en waarom.' },
  {
    naar: '/beheer/verzoeken',
    naam: 'Verzoeken om te wissen',
    uitleg: 'Mensen die vragen om hun gegevens weg te halen.',
  },
] as const;

/** That somebody must look at a webhook; what goes wrong there is seen nowhere else. */
function Pauzes(): ReactElement | null {
  const zin = pauzesInWoorden(useQuery(webhookVraag.gepauzeerd()).data?.totaal ?? 0);
  if (zin === null) return null;
  return (
    <p>
      <Merk soort="let-op" tekst="Let op" />{' '}
      <Link className="utrecht-link" to="/beheer/webhooks" search={{ status: 'gepauzeerd' }}>
        {zin}
      </Link>
    </p>
  );
}

function Onderdelen(): ReactElement {
  return (
    <ul className="kaarten">
      {ONDERDELEN.map(({ naar, naam, uitleg }) => (
        <li key={naar} className="kaart">
          <h2 className="utrecht-heading-3">
            <Link className="utrecht-link" to={naar}>
              {naam}
            </Link>
          </h2>
          <p>{uitleg}</p>
          {naar === '/beheer/webhooks' ? <Pauzes /> : null}
        </li>
      ))}
    </ul>
  );
}

function Cohorten({ items }: { items: readonly CohortRegel[] }): ReactElement {
  return (
    <Tabel naam="Cohorten" koppen={['Cohort', 'Stand', 'Start', 'Adviseur', 'Toegang']}>
      {items.map((cohort) => (
        <tr key={cohort.id}>
          <th scope="row">{cohort.naam}</th>
          <td>{COHORT_STATUS_NAAM[cohort.status]}</td>
          <td className="tabel__dag">{dagKort(cohort.startdatum)}</td>
          <td>{cohort.adviseur?.naam ?? '–'}</td>
          <td>
            <Link className="utrecht-link" to="/cohorten/$cohortId/toegang" params={{ cohortId: cohort.id }}>
              Regel toegang<span className="visueel-verborgen"> tot {cohort.naam}</span>
            </Link>
          </td>
        </tr>
      ))}
    </Tabel>
  );
}

/** Where a beheerder begins: what can be done, and the cohorten with who works in them. */
export function BeheerPage(): ReactElement {
  const cohorten = useQuery(vraag.cohorten());
  return (
    <Pagina titel="Beheer">
      <p className="utrecht-paragraph utrecht-paragraph--lead">
        Hier regelt u wie er met deze website mag werken. Antwoorden van gemeenten ziet u niet, behalve met
        inzage.
      </p>
      <Onderdelen />
      <h2 className="utrecht-heading-2">Cohorten</h2>
      <Gegevens vraag={cohorten}>
        {({ items }) =>
          items.length === 0 ? (
            <Melding soort="info" titel="Er zijn nog geen cohorten">
              <p>Zodra een adviseur een cohort maakt, ziet u het hier.</p>
            </Melding>
          ) : (
            <Cohorten items={items} />
          )
        }
      </Gegevens>
    </Pagina>
  );
}
