import { useState, type ReactElement } from 'react';
import { Knop } from './knop.component.js';

/** A walk through a list by its cursors: the way back is the cursors that came before. */
export interface Bladerstand {
  /** The cursor of the part that is shown; undefined for the first. */
  readonly na: string | undefined;
  readonly pagina: number;
  readonly vorige: () => void;
  readonly verder: (volgende: string) => void;
}

export function useBladeren(): Bladerstand {
  const [weg, setWeg] = useState<readonly string[]>([]);
  return {
    na: weg.at(-1),
    pagina: weg.length + 1,
    vorige: () => setWeg((eerder) => eerder.slice(0, -1)),
    // A second click while the next part is being read is about the same part.
    verder: (volgende) => setWeg((eerder) => (eerder.at(-1) === volgende ? eerder : [...eerder, volgende])),
  };
}

interface BladerenProps {
  naam: string;
  stand: Bladerstand;
  volgende: string | null;
}

export function Bladeren({ naam, stand, volgende }: BladerenProps): ReactElement | null {
  const { pagina, vorige, verder } = stand;
  if (pagina === 1 && volgende === null) return null;
  return (
    <nav aria-label={`Bladeren door ${naam}`} className="knoppen">
      {pagina > 1 ? <Knop onClick={vorige}>Vorige</Knop> : null}
      <span>Pagina {pagina}</span>
      {volgende === null ? null : <Knop onClick={() => verder(volgende)}>Volgende</Knop>}
    </nav>
  );
}
