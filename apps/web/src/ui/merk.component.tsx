import type { ReactElement } from 'react';
import { Icoon, type IcoonNaam } from './icoon.component.js';

export type MerkSoort = 'goed' | 'bezig' | 'let-op' | 'fout' | 'rust';

const ICONEN: Readonly<Record<MerkSoort, IcoonNaam>> = {
  goed: 'klaar',
  bezig: 'bezig',
  'let-op': 'wacht',
  fout: 'telaat',
  rust: 'later',
};

/** A status in words, with an icon and a colour that only repeat them. */
export function Merk({ soort, tekst }: { soort: MerkSoort; tekst: string }): ReactElement {
  return (
    <span className={`merk merk--${soort}`}>
      <Icoon naam={ICONEN[soort]} />
      <span>{tekst}</span>
    </span>
  );
}
