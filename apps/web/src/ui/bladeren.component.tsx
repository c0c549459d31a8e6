import type { ReactElement } from 'react';
import { Knop } from './knop.component.js';

interface BladerenProps {
  naam: string;
  pagina: number;
  totaal: number;
  paginaGrootte: number;
  naar: (pagina: number) => void;
}

export function Bladeren({ naam, pagina, totaal, paginaGrootte, naar }: BladerenProps): ReactElement | null {
  const paginas = Math.ceil(totaal / paginaGrootte);
  if (paginas <= 1) return null;
  return (
    <nav aria-label={`Bladeren door ${naam}`} className="knoppen">
      {pagina > 1 ? <Knop onClick={() => naar(pagina - 1)}>Vorige</Knop> : null}
      <span>
        Pagina {pagina} van {paginas}
      </span>
      {pagina < paginas ? <Knop onClick={() => naar(pagina + 1)}>Volgende</Knop> : null}
    </nav>
  );
}
