import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useIk } from '../aanmelden/aanmelding.context.js';
import { beginVan } from '../aanmelden/rol.view-model.js';
import { vraag } from '../api/vragen.js';
import { PostvakAnker } from '../oefenklok/postvak.component.js';
import { Door } from '../shell/door.component.js';
import { Pagina } from '../shell/pagina.component.js';

const ROLLEN = [
  {
    titel: 'Gemeente',
    uitleg:
      'U werkt bij een gemeente. U ziet waar u staat, wat er nu van u wordt gevraagd en hoeveel tijd het kost.',
  },
  {
    titel: 'Adviseur',
    uitleg:
      'U begeleidt gemeenten. U zet een cohort klaar, ziet wie achterloopt, voert gesprekken en keurt stappen goed.',
  },
  {
    titel: 'Onderzoeker',
    uitleg: 'U volgt cohorten. U ziet de resultaten in een tabel en een grafiek, en haalt de gegevens op.',
  },
  { titel: 'Beheerder', uitleg: 'U regelt wie er met deze website mag werken.' },
] as const;

function Rollen(): ReactElement {
  return (
    <section aria-labelledby="rollen">
      <h2 id="rollen" className="utrecht-heading-2">
        Voor wie is deze website?
      </h2>
      <ul className="kaarten">
        {ROLLEN.map(({ titel, uitleg }) => (
          <li key={titel} className="kaart">
            <h3 className="utrecht-heading-3">{titel}</h3>
            <p className="utrecht-paragraph">{uitleg}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** For who wants to try it: how, and where the mail comes. */
function Oefenen(): ReactElement | null {
  const omgeving = useQuery(vraag.omgeving()).data;
  if (omgeving?.oefenen !== true) return null;
  return (
    <section aria-labelledby="oefenen">
      <h2 id="oefenen" className="utrecht-heading-2">
        Wilt u oefenen?
      </h2>
      <p className="utrecht-paragraph">
        Begin als adviseur en maak een oefencohort. De tijd loopt dan sneller, en de mail komt alleen in het{' '}
        {omgeving.postvakUrl === null ? 'postvak' : <PostvakAnker url={omgeving.postvakUrl} />}.
      </p>
    </section>
  );
}

/** The first page: one's own work for who is signed in, and for others what this is and where to begin. */
export function StartPage(): ReactElement {
  const ik = useIk();
  if (ik) return <Door naar={beginVan(ik.rol)} />;
  return (
    <Pagina titel="Maatwerktraject basisvaardigheden">
      <p className="utrecht-paragraph utrecht-paragraph--lead">
        Taal, rekenen en digitale vaardigheden horen bij meer dan één afdeling. Met het Maatwerktraject
        verbindt een gemeente ze met haar beleid, in vijf stappen en ongeveer tien maanden. Een adviseur helpt
        daarbij.
      </p>
      <ol className="stappenrij">
        {['Inventariseren', 'Prioriteren', 'Verbeteracties', 'Uitvoeren', 'Evalueren'].map((stap) => (
          <li key={stap}>{stap}</li>
        ))}
      </ol>
      {ik === null ? (
        <p>
          <Link
            className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--primary-action"
            to="/aanmelden"
          >
            Meld u aan
          </Link>
        </p>
      ) : null}
      <Rollen />
      <Oefenen />
    </Pagina>
  );
}
