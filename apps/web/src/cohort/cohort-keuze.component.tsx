import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Keuzelijst } from '../ui/velden.component.js';

/** A list to choose one cohort from. */
export function CohortKeuze({
  waarde,
  kies,
  fout,
}: {
  waarde: string;
  kies: (id: string) => void;
  fout: string | undefined;
}): ReactElement {
  const cohorten = useQuery(vraag.cohorten());
  return (
    <Gegevens vraag={cohorten}>
      {({ items }) => (
        <Keuzelijst
          pad="cohortId"
          label="Welk cohort?"
          fout={fout}
          value={waarde}
          onChange={({ target }) => kies(target.value)}
        >
          <option value="">Kies een cohort</option>
          {items.map(({ id, naam }) => (
            <option key={id} value={id}>
              {naam}
            </option>
          ))}
        </Keuzelijst>
      )}
    </Gegevens>
  );
}
