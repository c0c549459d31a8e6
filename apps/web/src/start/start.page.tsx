import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { GeenAanmelding, Oefenrol } from '../aanmelden/oefenrollen.component.js';
import { vraag } from '../api/vragen.js';
import type { Omgeving, Rol } from '../api/types.js';
import { Pagina } from '../shell/pagina.component.js';
import { Gegevens } from '../ui/gegevens.component.js';

const ROLLEN: readonly {
  rol: Rol;
  naar: '/cohorten' | '/mijn' | '/onderzoek';
  titel: string;
  uitleg: string;
}[] = [
  {
    rol: 'adviseur',
    naar: '/cohorten',
    titel: 'Adviseur',
    uitleg:
      'U begeleidt gemeenten. U zet een cohort klaar, ziet wie achterloopt, voert gesprekken en keurt stappen goed.',
  },
  {
    rol: 'gemeente',
    naar: '/mijn',
    titel: 'Gemeente',
    uitleg:
      'U werkt bij een gemeente. U ziet waar u staat, wat er nu van u wordt gevraagd en hoeveel tijd het kost.',
  },
  {
    rol: 'onderzoeker',
    naar: '/onderzoek',
    titel: 'Onderzoeker',
    uitleg: 'U volgt cohorten. U ziet de resultaten in een tabel en een grafiek, en haalt de gegevens op.',
  },
];

function Rollen({ omgeving }: { omgeving: Omgeving }): ReactElement {
  const navigate = useNavigate();
  return (
    <section aria-labelledby="rollen">
      <h2 id="rollen" className="utrecht-heading-2">
        Drie rollen
      </h2>
      {omgeving.ontwikkelsleutels ? null : <GeenAanmelding />}
      <ul className="kaarten">
        {ROLLEN.map(({ rol, naar, titel, uitleg }) => (
          <li key={rol} className="kaart">
            <h3 className="utrecht-heading-3">{titel}</h3>
            <p className="utrecht-paragraph">{uitleg}</p>
            {omgeving.ontwikkelsleutels ? (
              <Oefenrol rol={rol} tekst={`Oefen als ${rol}`} na={() => void navigate({ to: naar })} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
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
export function StartPage(): ReactElement {
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
      <Gegevens vraag={omgeving}>
        {(data) => (
          <>
            <Rollen omgeving={data} />
            {data.oefenen ? (
              <p className="utrecht-paragraph">
                Nieuw hier? Begin als adviseur en maak een oefencohort. De tijd loopt dan sneller, en de mail
                komt alleen in het postvak.
              </p>
            ) : null}
            <Hulpmiddelen omgeving={data} />
          </>
        )}
      </Gegevens>
    </Pagina>
  );
}
