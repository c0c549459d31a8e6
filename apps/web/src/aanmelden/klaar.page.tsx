import type { ReactElement } from 'react';
import { Pagina } from '../shell/pagina.component.js';

/** The end of a login in a second window, for who was at work in the first. */
export function KlaarPage(): ReactElement {
  return (
    <Pagina titel="U bent weer aangemeld">
      <p className="utrecht-paragraph utrecht-paragraph--lead">
        Sluit dit tabblad. Ga terug naar het tabblad waarin u bezig was, en kies daar{' '}
        <strong>Probeer opnieuw</strong>.
      </p>
    </Pagina>
  );
}
