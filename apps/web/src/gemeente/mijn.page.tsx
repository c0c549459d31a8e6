import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import type { TrajectRegel } from '../api/types.js';
import { Door } from '../shell/door.component.js';
import { Pagina } from '../shell/pagina.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Melding } from '../ui/melding.component.js';
import { Tekstveld } from '../ui/velden.component.js';
import { aantal, TRAJECT_STATUS_NAAM } from '../ui/woorden.js';

const past = (traject: TrajectRegel, zoek: string): boolean =>
  `${traject.gemeente.naam} ${traject.cohortNaam}`.toLowerCase().includes(zoek.trim().toLowerCase());

function Regel({ traject }: { traject: TrajectRegel }): ReactElement {
  return (
    <li className="kaart">
      <h2 className="utrecht-heading-3">
        <Link className="utrecht-link" to="/mijn/$trajectId" params={{ trajectId: traject.id }}>
          {traject.gemeente.naam}
          <span className="visueel-verborgen"> in {traject.cohortNaam}</span>
        </Link>
      </h2>
      <p>
        {traject.oefen ? 'Oefencohort: ' : ''}
        {traject.cohortNaam}. {TRAJECT_STATUS_NAAM[traject.status]}
        {traject.openTaken > 0 ? `, ${aantal(traject.openTaken, 'taak', 'taken')} open` : ''}
        {traject.takenTeLaat > 0 ? ` (${String(traject.takenTeLaat)} te laat)` : ''}.
      </p>
    </li>
  );
}

/** From how many trajecten on a search field helps more than it takes up. */
const VEEL = 8;

function Lijst({ items }: { items: readonly TrajectRegel[] }): ReactElement {
  const [zoek, setZoek] = useState('');
  const gevonden = items.filter((traject) => past(traject, zoek));
  return (
    <>
      {items.length > VEEL ? (
        <>
          <Tekstveld
            pad="zoek"
            label="Zoek op gemeente of cohort"
            type="search"
            autoComplete="off"
            value={zoek}
            onChange={({ target }) => setZoek(target.value)}
          />
          <p role="status" className="utrecht-paragraph">
            {aantal(gevonden.length, 'traject', 'trajecten')} gevonden.
          </p>
        </>
      ) : null}
      <ul className="kaarten">
        {gevonden.map((traject) => (
          <Regel key={traject.id} traject={traject} />
        ))}
      </ul>
    </>
  );
}

/** The trajecten of a contactpersoon; who has one goes straight on to it. */
export function MijnPage(): ReactElement {
  const trajecten = useQuery(vraag.trajecten());
  const [enige, tweede] = trajecten.data?.items ?? [];
  if (enige && !tweede) return <Door naar={`/mijn/${enige.id}`} />;
  return (
    <Pagina titel="Uw trajecten">
      <Gegevens vraag={trajecten}>
        {({ items }) =>
          items.length === 0 ? (
            <Melding soort="info" titel="Er loopt nog geen traject">
              <p>
                U krijgt een mail zodra er iets te doen is. Hebt u een vraag? Neem contact op met uw adviseur.
              </p>
            </Melding>
          ) : (
            <Lijst items={items} />
          )
        }
      </Gegevens>
    </Pagina>
  );
}
