import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Pagina } from './pagina.component.js';

export function NietGevonden(): ReactElement {
  return (
    <Pagina titel="Deze pagina bestaat niet">
      <p className="utrecht-paragraph">
        Misschien is het adres niet goed overgenomen, of is de pagina weg. Hebt u op een link in een mail
        geklikt? Vraag dan uw adviseur om hulp.
      </p>
      <p className="utrecht-paragraph">
        <Link className="utrecht-link" to="/">
          Ga naar het begin
        </Link>
      </p>
    </Pagina>
  );
}
