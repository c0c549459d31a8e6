import { Link, Outlet } from '@tanstack/react-router';
import { useCallback, useRef, type ReactElement } from 'react';
import { useAanmelding, useRol } from '../aanmelden/aanmelding.context.js';
import type { Rol } from '../api/types.js';
import { ROL_NAAM } from '../ui/woorden.js';
import { BezoekContext } from './pagina.component.js';

const LINKS: Readonly<Record<Rol, readonly { naar: '/cohorten' | '/mijn' | '/onderzoek'; naam: string }[]>> =
  {
    adviseur: [
      { naar: '/cohorten', naam: 'Cohorten' },
      { naar: '/onderzoek', naam: 'Resultaten' },
    ],
    gemeente: [{ naar: '/mijn', naam: 'Mijn traject' }],
    onderzoeker: [{ naar: '/onderzoek', naam: 'Resultaten' }],
  };

function Kop(): ReactElement {
  const { sleutel, meldAf } = useAanmelding();
  const rol = useRol();
  return (
    <header className="kop">
      <div className="kop__inhoud">
        <Link to="/" className="kop__naam">
          Maatwerktraject
        </Link>
        {rol ? (
          <nav aria-label="Hoofdmenu" className="kop__menu">
            <ul>
              {LINKS[rol].map(({ naar, naam }) => (
                <li key={naar}>
                  <Link to={naar} className="kop__link">
                    {naam}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        {sleutel === null ? null : (
          <p className="kop__rol">
            {rol ? <span>U bent {ROL_NAAM[rol]}.</span> : null}
            <Link to="/" className="kop__link" onClick={meldAf}>
              Andere rol kiezen
            </Link>
          </p>
        )}
      </div>
    </header>
  );
}

export function Layout(): ReactElement {
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
        <Outlet />
      </main>
      <footer className="voet">
        <p>Maatwerktraject basisvaardigheden. Vrije software onder de licentie EUPL-1.2.</p>
      </footer>
    </BezoekContext>
  );
}
