import { Link, Outlet } from '@tanstack/react-router';
import { useCallback, useRef, type ReactElement } from 'react';
import { Verlopen } from '../aanmelden/verlopen.component.js';
import { GemaaktMelding } from './gemaakt.context.js';
import { PostvakAnker, usePostvak } from '../oefenklok/postvak.component.js';
import { Kop } from './kop.component.js';
import { BezoekContext } from './pagina.component.js';

export function Layout(): ReactElement {
  const postvak = usePostvak();
  const bezocht = useRef(false);
  const meldBezoek = useCallback(() => {
    const eerder = bezocht.current;
    bezocht.current = true;
    return eerder;
  }, []);
  return (
    <BezoekContext value={meldBezoek}>
      <a
        className="utrecht-skip-link utrecht-skip-link--visible-on-focus"
        href="#inhoud"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('inhoud')?.focus();
        }}
      >
        Ga naar de inhoud
      </a>
      <Kop />
      <main id="inhoud" tabIndex={-1} className="inhoud">
        <GemaaktMelding>
          <Outlet />
        </GemaaktMelding>
      </main>
      <Verlopen />
      <footer className="voet">
        <p>
          <Link className="utrecht-link" to="/over">
            Over deze website
          </Link>
        </p>
        {postvak === null ? null : (
          <p>
            <PostvakAnker url={postvak} tekst="Postvak om te oefenen" />
          </p>
        )}
        <p>Maatwerktraject basisvaardigheden. Vrije software onder de licentie EUPL-1.2.</p>
      </footer>
    </BezoekContext>
  );
}
