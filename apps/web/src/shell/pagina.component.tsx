import { Link } from '@tanstack/react-router';
import { createContext, useContext, useEffect, useRef, type ReactElement, type ReactNode } from 'react';

/** Tells that a page is shown, and answers whether one was before: only then does the new one take the focus. */
export const BezoekContext = createContext<() => boolean>(() => false);

export interface Kruimel {
  naam: string;
  naar: string;
}

interface PaginaProps {
  titel: string;
  kruimels?: readonly Kruimel[];
  voor?: ReactNode;
  children: ReactNode;
}

function Kruimelpad({ kruimels }: { kruimels: readonly Kruimel[] }): ReactElement {
  return (
    <nav aria-label="Kruimelpad" className="kruimelpad">
      <ol>
        {kruimels.map(({ naam, naar }) => (
          <li key={naar}>
            <Link className="utrecht-link" to={naar}>
              {naam}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** One page: its title in the window and as the only h1, which takes the focus after navigation. */
export function Pagina({ titel, kruimels, voor, children }: PaginaProps): ReactElement {
  const kop = useRef<HTMLHeadingElement>(null);
  const meldBezoek = useContext(BezoekContext);
  useEffect(() => {
    document.title = `${titel} – Maatwerktraject`;
  }, [titel]);
  useEffect(() => {
    if (meldBezoek()) kop.current?.focus();
  }, [meldBezoek]);
  return (
    <>
      {kruimels ? <Kruimelpad kruimels={kruimels} /> : null}
      {voor}
      <h1 ref={kop} tabIndex={-1} className="utrecht-heading-1">
        {titel}
      </h1>
      {children}
    </>
  );
}
