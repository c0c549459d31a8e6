import type { ReactElement } from 'react';
import type { Veld } from '@maatwerktraject/domain';
import { lees, type Inhoud, type Pad } from './antwoorden.view-model.js';
import { EnkelVeldInvoer } from './enkel-veld.component.js';
import { LijstVeldInvoer } from './lijst-veld.component.js';
import { MatrixVeldInvoer } from './matrix-veld.component.js';

interface VeldProps {
  veld: Veld;
  inhoud: Inhoud;
  foutBij: (pad: string) => string | undefined;
  zet: (pad: Pad, waarde: unknown) => void;
}

export function VeldInvoer({ veld, inhoud, foutBij, zet }: VeldProps): ReactElement {
  const waarde = lees(inhoud, [veld.sleutel]);
  if (veld.soort === 'matrix')
    return (
      <MatrixVeldInvoer
        veld={veld}
        waarde={waarde}
        foutBij={foutBij}
        zet={(rij, kolom, nieuw) => zet([veld.sleutel, rij, kolom], nieuw)}
      />
    );
  if (veld.soort === 'lijst')
    return <LijstVeldInvoer veld={veld} waarde={waarde} foutBij={foutBij} zet={zet} />;
  return (
    <EnkelVeldInvoer
      veld={veld}
      pad={veld.sleutel}
      waarde={waarde}
      fout={foutBij(veld.sleutel)}
      zet={(nieuw) => zet([veld.sleutel], nieuw)}
    />
  );
}
