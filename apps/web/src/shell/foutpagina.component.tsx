import type { ReactElement } from 'react';
import { Pagina } from './pagina.component.js';

/** Shown when a page itself breaks. */
export function Foutpagina(): ReactElement {
  return (
    <Pagina titel="Er ging iets mis">
      <p className="utrecht-paragraph">
        Dat ligt niet aan u. Ververs de pagina. Gaat het dan nog mis? Meld het aan de beheerder, en zeg erbij
        wat u deed.
      </p>
      <p>
        <button
          type="button"
          className="utrecht-button utrecht-button--primary-action"
          onClick={() => location.reload()}
        >
          Ververs de pagina
        </button>
      </p>
    </Pagina>
  );
}
