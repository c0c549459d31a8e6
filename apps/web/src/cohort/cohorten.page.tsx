import { datumInWoorden } from '@maatwerktraject/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import type { CohortRegel } from '../api/types.js';
import { Pagina } from '../shell/pagina.component.js';
import { momentInWoorden } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Melding } from '../ui/melding.component.js';
import { Merk } from '../ui/merk.component.js';
import { aantal, COHORT_STATUS_NAAM } from '../ui/woorden.js';

const MERK = { concept: 'rust', lopend: 'bezig', afgesloten: 'goed' } as const;

function Kaart({ cohort }: { cohort: CohortRegel }): ReactElement {
  return (
    <li className="kaart">
      <h2 className="utrecht-heading-3">
        <Link className="utrecht-link" to="/cohorten/$cohortId" params={{ cohortId: cohort.id }}>
          {cohort.naam}
        </Link>
      </h2>
      <p>
        <Merk soort={MERK[cohort.status]} tekst={COHORT_STATUS_NAAM[cohort.status]} />
        {cohort.oefenklok ? <span className="oefen-merk">Oefencohort</span> : null}
      </p>
      <p>
        {aantal(cohort.aantalGemeenten, 'gemeente', 'gemeenten')}
        {cohort.status === 'concept' ? '' : `, ${String(cohort.aantalAfgerond)} afgerond`}. Start:{' '}
        {datumInWoorden(cohort.startdatum)}.
      </p>
      {cohort.oefenklok?.nu ? <p>Oefenklok: {momentInWoorden(cohort.oefenklok.nu)}.</p> : null}
      {cohort.adviseur ? <p>Adviseur: {cohort.adviseur.naam}.</p> : null}
    </li>
  );
}

export function CohortenPage(): ReactElement {
  const cohorten = useQuery(vraag.cohorten());
  return (
    <Pagina titel="Cohorten">
      <p>
        <Link
          className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--primary-action"
          to="/cohorten/nieuw"
        >
          Nieuw cohort maken
        </Link>
      </p>
      <Gegevens vraag={cohorten}>
        {({ items }) =>
          items.length === 0 ? (
            <Melding soort="info" titel="Er zijn nog geen cohorten">
              <p>Maak eerst een cohort. Wilt u rustig kennismaken? Kies dan voor een oefencohort.</p>
            </Melding>
          ) : (
            <ul className="kaarten">
              {items.map((cohort) => (
                <Kaart key={cohort.id} cohort={cohort} />
              ))}
            </ul>
          )
        }
      </Gegevens>
    </Pagina>
  );
}
