import { Link, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Pagina } from '../shell/pagina.component.js';
import { veiligPad } from './naar.js';

/** The end of a login in a second window, for who was at work in the first. */
export function KlaarPage(): ReactElement {
  const naar = veiligPad(useSearch({ from: '/aanmelden/klaar' }).naar);
  return (
    <Pagina titel="U bent weer aangemeld">
      <p className="utrecht-paragraph utrecht-paragraph--lead">
        Sluit dit tabblad. Ga terug naar het tabblad waarin u bezig was, en kies daar{' '}
        <strong>Probeer opnieuw</strong>.
      </p>
      {naar === '/' ? null : (
        <p className="utrecht-paragraph">
          Hebt u dat tabblad niet meer?{' '}
          <Link className="utrecht-link" to={naar}>
            Ga naar de pagina waar u was
          </Link>
        </p>
      )}
    </Pagina>
  );
}
