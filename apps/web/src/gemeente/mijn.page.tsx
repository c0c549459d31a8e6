import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import type { TrajectRegel } from '../api/types.js';
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

/** Which gemeente are you? For practising, where one token stands for all gemeenten. */
export function MijnPage(): ReactElement {
  const [zoek, setZoek] = useState('');
  const trajecten = useQuery(vraag.trajecten());
  return (
    <Pagina titel="Kies uw gemeente">
      <p className="utrecht-paragraph utrecht-paragraph--lead">
        Bij het oefenen kunt u de plek van elke gemeente innemen. Kies er een.
      </p>
      <Gegevens vraag={trajecten}>
        {({ items }) => {
          const gevonden = items.filter((traject) => past(traject, zoek));
          if (items.length === 0)
            return (
              <Melding soort="info" titel="Er loopt nog geen traject">
                <p>
                  Een adviseur moet eerst een cohort maken en starten. Kies een andere rol om dat te doen.
                </p>
              </Melding>
            );
          return (
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
                {aantal(gevonden.length, 'gemeente', 'gemeenten')} gevonden.
              </p>
              <ul className="kaarten">
                {gevonden.map((traject) => (
                  <Regel key={traject.id} traject={traject} />
                ))}
              </ul>
            </>
          );
        }}
      </Gegevens>
    </Pagina>
  );
}
