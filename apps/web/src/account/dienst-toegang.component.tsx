import { useState, type ReactElement } from 'react';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import type { Account } from '../api/types.js';
import { CohortKeuze } from '../cohort/cohort-keuze.component.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Groep, veldId, Vinkje } from '../ui/velden.component.js';

const ROLLEN = [
  { rol: 'adviseur', label: 'Adviseur: trajecten en gebeurtenissen, zoals een adviseur ze ziet' },
  { rol: 'onderzoeker', label: 'Onderzoeker: resultaten en export, zonder namen van gemeenten' },
] as const;

/** Lets a service into a cohort: it has no address, so it is not found at the cohort itself. */
export function DienstToegang({
  account,
  na,
}: {
  account: Account;
  na: (tekst: string) => void;
}): ReactElement {
  const [cohortId, setCohortId] = useState('');
  const [rol, setRol] = useState<(typeof ROLLEN)[number]['rol']>('adviseur');
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const geef = useOpdracht(opdracht.geefToegang(cohortId), () => {
    setCohortId('');
    na('De dienst heeft toegang tot het cohort.');
  });
  function verstuur(): void {
    const eigen = cohortId === '' ? [{ pad: 'cohortId', zin: 'Kies een cohort.' }] : [];
    zetFouten(eigen);
    if (eigen.length === 0 && !geef.isPending)
      geef.mutate(
        { accountId: account.id, rol, identiteiten: false, reden: null, geldigDagen: null },
        { onError: vanServer },
      );
  }
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      <CohortKeuze waarde={cohortId} kies={setCohortId} fout={foutBij('cohortId')} />
      <Groep pad="toegangRol" legenda="In welke rol?" fout={foutBij('rol')}>
        {ROLLEN.map((een, nummer) => (
          <Vinkje
            key={een.rol}
            soort="radio"
            name="toegangRol"
            id={nummer === 0 ? veldId('toegangRol') : `${veldId('toegangRol')}-${een.rol}`}
            label={een.label}
            checked={rol === een.rol}
            onChange={() => setRol(een.rol)}
          />
        ))}
      </Groep>
      {geef.error && fouten.length === 0 ? <FoutMelding fout={geef.error} /> : null}
      <Knop type="submit" soort="primary-action" bezig={geef.isPending}>
        Geef toegang
      </Knop>
    </Formulier>
  );
}
