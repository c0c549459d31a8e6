import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useIk } from '../aanmelden/aanmelding.context.js';
import { beginVan } from '../aanmelden/rol.view-model.js';
import { vraag } from '../api/vragen.js';
import type { Omgeving } from '../api/types.js';
import { Door } from '../shell/door.component.js';
import { Pagina } from '../shell/pagina.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { ROL_NAAM } from '../ui/woorden.js';

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

/** The way on: to log in, or to one's own first page. */
function Verder(): ReactElement | null {
  const ik = useIk();
  if (ik === undefined) return null;
  return (
    <p>
      <Link
        className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--primary-action"
        to={ik ? beginVan(ik.rol) : '/aanmelden'}
      >
        {ik ? `Ga verder als ${ROL_NAAM[ik.rol]}` : 'Meld u aan'}
      </Link>
    </p>
  );
}

function Hulpmiddelen({ omgeving }: { omgeving: Omgeving }): ReactElement {
  const links = [
    { naar: omgeving.postvakUrl, naam: 'Postvak', uitleg: 'alle mail die het oefenen oplevert' },
    { naar: omgeving.temporalUrl, naam: 'Verloop in Temporal', uitleg: 'hoe elk traject technisch loopt' },
    { naar: omgeving.apiDocumentatieUrl, naam: 'Documentatie van de API', uitleg: 'voor ontwikkelaars' },
  ];
  return (
    <section aria-labelledby="hulpmiddelen">
      <h2 id="hulpmiddelen" className="utrecht-heading-2">
        Wat draait er nog meer?
      </h2>
      <ul className="utrecht-unordered-list">
        {links.map(({ naar, naam, uitleg }) =>
          naar === null ? null : (
            <li key={naam} className="utrecht-unordered-list__item">
              <a className="utrecht-link" href={naar}>
                {naam}
              </a>
              : {uitleg}
            </li>
          ),
        )}
      </ul>
      <p className="utrecht-paragraph utrecht-paragraph--small">Versie {omgeving.versie}</p>
    </section>
  );
}

/** What this is, for whom, and where to begin. */
export function OverPage(): ReactElement {
  const omgeving = useQuery(vraag.omgeving());
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
      <Verder />
      <Rollen />
      <Gegevens vraag={omgeving}>
        {(data) => (
          <>
            {data.oefenen ? (
              <p className="utrecht-paragraph">
                Wilt u oefenen? Begin als adviseur en maak een oefencohort. De tijd loopt dan sneller, en de
                mail komt alleen in het postvak.
              </p>
            ) : null}
            <Hulpmiddelen omgeving={data} />
          </>
        )}
      </Gegevens>
    </Pagina>
  );
}

/** The first page: one's own work for who is signed in, and for others what this is. */
export function StartPage(): ReactElement {
  const ik = useIk();
  return ik ? <Door naar={beginVan(ik.rol)} /> : <OverPage />;
}
