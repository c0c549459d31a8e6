import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { Taak, Traject } from '../api/types.js';
import { openTaken } from '../gemeente/mijn-traject.view-model.js';
import { Pagina, type Kruimel } from '../shell/pagina.component.js';
import { dagVan } from '../ui/datum.js';
import { Melding } from '../ui/melding.component.js';
import { aantal, UITVOERDER_NAAM } from '../ui/woorden.js';

interface BevestigingProps {
  taak: Taak;
  traject: Traject | undefined;
  terug: Kruimel;
  voor: ReactNode;
}

/** Shown after handing in: that it worked, and what happens next. */
export function Bevestiging({ taak, traject, terug, voor }: BevestigingProps): ReactElement {
  const stap = traject?.stappen.find(({ sleutel }) => sleutel === taak.stap);
  const open = (traject ? openTaken(traject, dagVan(traject.nu)) : []).filter(({ id }) => id !== taak.id);
  const wacht = stap?.status === 'wacht-op-akkoord' || stap?.status === 'afgerond';
  const akkoordDoor = taak.akkoordDoor && UITVOERDER_NAAM[taak.akkoordDoor].toLowerCase();
  return (
    <Pagina titel="Uw antwoorden zijn ingediend" kruimels={[terug]} voor={voor}>
      <Melding soort="ok" rol="status">
        <p>
          Bedankt. De taak <strong>{taak.titel}</strong> is klaar. U hoeft hier niets meer aan te doen.
        </p>
      </Melding>
      <h2 className="utrecht-heading-2">Wat gebeurt er nu?</h2>
      {akkoordDoor ? (
        <p className="utrecht-paragraph">
          Iemand anders van uw gemeente kijkt uw antwoorden na en geeft akkoord: {akkoordDoor}. Moet er nog
          iets anders? Dan krijgt u daarover een mail.
        </p>
      ) : null}
      {wacht ? (
        <p className="utrecht-paragraph">
          Alle taken van de stap {taak.stapTitel} zijn klaar. De adviseur bekijkt de antwoorden. Na het
          akkoord begint de volgende stap. Uw gemeente krijgt dan een mail.
        </p>
      ) : (
        <p className="utrecht-paragraph">
          De adviseur kan uw antwoorden nu lezen. De stap {taak.stapTitel} is klaar als alle taken zijn
          ingediend.
        </p>
      )}
      {open.length > 0 ? (
        <>
          <p className="utrecht-paragraph">
            Er {open.length === 1 ? 'staat' : 'staan'} nog {aantal(open.length, 'taak', 'taken')} open bij uw
            gemeente:
          </p>
          <ul className="utrecht-unordered-list">
            {open.map(({ id, titel, voorWie }) => (
              <li key={id} className="utrecht-unordered-list__item">
                <Link className="utrecht-link" to="/taken/$taakId" params={{ taakId: id }}>
                  {titel}
                </Link>{' '}
                ({voorWie})
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="utrecht-paragraph">
        <Link className="utrecht-link" to={terug.naar}>
          Naar het traject
        </Link>
      </p>
    </Pagina>
  );
}
