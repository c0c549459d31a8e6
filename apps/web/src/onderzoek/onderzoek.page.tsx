import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import { Pagina } from '../shell/pagina.component.js';
import { dagKort } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Melding } from '../ui/melding.component.js';
import { TabelRand } from '../ui/tabel.component.js';
import { COHORT_STATUS_NAAM } from '../ui/woorden.js';

export function OnderzoekPage(): ReactElement {
  const cohorten = useQuery(vraag.cohorten());
  return (
    <Pagina titel="Resultaten per cohort">
      <Gegevens vraag={cohorten}>
        {({ items }) =>
          items.length === 0 ? (
            <Melding soort="info" titel="Er zijn nog geen cohorten">
              <p>Zodra een adviseur een cohort maakt, ziet u het hier.</p>
            </Melding>
          ) : (
            <TabelRand naam="Cohorten">
              <table className="utrecht-table utrecht-table--html-table tabel">
                <thead>
                  <tr>
                    <th scope="col">Cohort</th>
                    <th scope="col">Stand</th>
                    <th scope="col">Start</th>
                    <th scope="col">Gemeenten</th>
                    <th scope="col">Afgerond</th>
                    <th scope="col">Soort</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((cohort) => (
                    <tr key={cohort.id}>
                      <th scope="row">
                        <Link
                          className="utrecht-link"
                          to="/onderzoek/$cohortId"
                          params={{ cohortId: cohort.id }}
                        >
                          {cohort.naam}
                        </Link>
                      </th>
                      <td>{COHORT_STATUS_NAAM[cohort.status]}</td>
                      <td className="tabel__dag">{dagKort(cohort.startdatum)}</td>
                      <td>{cohort.aantalGemeenten}</td>
                      <td>{cohort.aantalAfgerond}</td>
                      <td>{cohort.oefenklok ? 'Oefencohort' : 'Echt cohort'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TabelRand>
          )
        }
      </Gegevens>
    </Pagina>
  );
}
