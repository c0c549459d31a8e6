import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import type { CohortRegel } from '../api/types.js';
import { Pagina } from '../shell/pagina.component.js';
import { dagKort } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Melding } from '../ui/melding.component.js';
import { COHORT_STATUS_NAAM } from '../ui/woorden.js';

function Tabel({ items }: { items: readonly CohortRegel[] }): ReactElement {
  return (
    <div className="tabel-rand" role="region" aria-label="Cohorten" tabIndex={0}>
      <table className="utrecht-table utrecht-table--html-table tabel">
        <thead>
          <tr>
            <th scope="col">Cohort</th>
            <th scope="col">Stand</th>
            <th scope="col">Start</th>
            <th scope="col">Adviseur</th>
            <th scope="col">Toegang</th>
          </tr>
        </thead>
        <tbody>
          {items.map((cohort) => (
            <tr key={cohort.id}>
              <th scope="row">{cohort.naam}</th>
              <td>{COHORT_STATUS_NAAM[cohort.status]}</td>
              <td className="tabel__dag">{dagKort(cohort.startdatum)}</td>
              <td>{cohort.adviseur?.naam ?? '–'}</td>
              <td>
                <Link
                  className="utrecht-link"
                  to="/cohorten/$cohortId/toegang"
                  params={{ cohortId: cohort.id }}
                >
                  Regel toegang<span className="visueel-verborgen"> tot {cohort.naam}</span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where a beheerder begins: what can be done, and the cohorten with who works in them. */
export function BeheerPage(): ReactElement {
  const cohorten = useQuery(vraag.cohorten());
  return (
    <Pagina titel="Beheer">
      <p className="utrecht-paragraph utrecht-paragraph--lead">
        Hier regelt u wie er in een cohort werkt: adviseurs en onderzoekers. Antwoorden van gemeenten ziet u
        niet.
      </p>
      <h2 className="utrecht-heading-2">Cohorten</h2>
      <Gegevens vraag={cohorten}>
        {({ items }) =>
          items.length === 0 ? (
            <Melding soort="info" titel="Er zijn nog geen cohorten">
              <p>Zodra een adviseur een cohort maakt, ziet u het hier.</p>
            </Melding>
          ) : (
            <Tabel items={items} />
          )
        }
      </Gegevens>
    </Pagina>
  );
}
