import type { ReactElement } from 'react';
import type { TrajectContact } from '../api/types.js';
import { Keuzelijst, Tekstveld } from '../ui/velden.component.js';
import { UITVOERDER_NAAM } from '../ui/woorden.js';

export interface ContactInvoer {
  readonly naam: string;
  readonly email: string;
  readonly niveau: TrajectContact['niveau'];
}

const NIVEAUS = ['bestuur', 'beleid', 'uitvoering'] as const;

/** Who somebody is and for which niveau he does the taken. */
export function ContactVelden({
  invoer,
  foutBij,
  zet,
}: {
  invoer: ContactInvoer;
  foutBij: (pad: string) => string | undefined;
  zet: (deel: Partial<ContactInvoer>) => void;
}): ReactElement {
  return (
    <>
      <Tekstveld
        pad="naam"
        label="Naam"
        autoComplete="off"
        value={invoer.naam}
        fout={foutBij('naam')}
        onChange={({ target }) => zet({ naam: target.value })}
      />
      <Tekstveld
        type="email"
        pad="email"
        label="E-mailadres"
        autoComplete="off"
        value={invoer.email}
        fout={foutBij('email')}
        onChange={({ target }) => zet({ email: target.value })}
      />
      <Keuzelijst
        pad="niveau"
        label="Niveau"
        hulp="De taken voor dit niveau zijn voor deze persoon."
        value={invoer.niveau}
        fout={foutBij('niveau')}
        onChange={({ target }) => zet({ niveau: target.value as ContactInvoer['niveau'] })}
      >
        {NIVEAUS.map((niveau) => (
          <option key={niveau} value={niveau}>
            {UITVOERDER_NAAM[niveau]}
          </option>
        ))}
      </Keuzelijst>
    </>
  );
}
