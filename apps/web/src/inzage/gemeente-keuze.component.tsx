import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { beheerVraag } from '../api/beheer.vragen.js';
import type { Gemeente } from '../api/types.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Keuzelijst } from '../ui/velden.component.js';
import { keuzeZin } from './inzage.view-model.js';

interface GemeenteKeuzeProps {
  cohortId: string;
  waarde: string;
  kies: (gemeente: Gemeente | null) => void;
  fout: string | undefined;
}

/** A list to choose a gemeente from: those of the chosen cohort alone. */
export function GemeenteKeuze({ cohortId, waarde, kies, fout }: GemeenteKeuzeProps): ReactElement {
  const gekozen = cohortId !== '';
  const { data, error, refetch } = useQuery({
    ...beheerVraag.gemeentenVanCohort(cohortId),
    enabled: gekozen,
  });
  const items = gekozen ? data?.items : undefined;
  return (
    <>
      <Keuzelijst
        pad="gemeentecode"
        label="Welke gemeente?"
        fout={fout}
        value={waarde}
        onChange={({ target }) => kies(items?.find(({ code }) => code === target.value) ?? null)}
      >
        <option value="">{keuzeZin(gekozen, items?.length)}</option>
        {items?.map(({ code, naam }) => (
          <option key={code} value={code}>
            {naam}
          </option>
        ))}
      </Keuzelijst>
      {gekozen && error ? <FoutMelding fout={error} opnieuw={() => void refetch()} /> : null}
    </>
  );
}
