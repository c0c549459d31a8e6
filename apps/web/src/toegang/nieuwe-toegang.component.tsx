import { useState, type ReactElement } from 'react';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import type { Toekenning } from '../api/types.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Groep, Tekstveld, veldId, Vinkje } from '../ui/velden.component.js';
import { foutenIn, LEEG, verzoekVan, vraagtReden, type ToegangInvoer } from './nieuwe-toegang.view-model.js';

const ROLLEN = [
  { rol: 'onderzoeker', label: 'Onderzoeker: ziet resultaten en haalt de export op' },
  { rol: 'adviseur', label: 'Adviseur: begeleidt de gemeenten en ziet hun antwoorden' },
] as const;

/** Gives somebody a part in this cohort. */
export function NieuweToegang({
  cohortId,
  na,
}: {
  cohortId: string;
  na: (wie: Toekenning) => void;
}): ReactElement {
  const [invoer, setInvoer] = useState(LEEG);
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const geef = useOpdracht(opdracht.geefToegang(cohortId), (wie) => {
    setInvoer(LEEG);
    na(wie);
  });
  const zet = (deel: Partial<ToegangInvoer>): void => setInvoer((oud) => ({ ...oud, ...deel }));
  function verstuur(): void {
    const eigen = foutenIn(invoer);
    zetFouten(eigen);
    if (eigen.length === 0 && !geef.isPending) geef.mutate(verzoekVan(invoer), { onError: vanServer });
  }
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      <Tekstveld
        pad="naam"
        label="Naam"
        value={invoer.naam}
        fout={foutBij('naam')}
        onChange={({ target }) => zet({ naam: target.value })}
      />
      <Tekstveld
        type="email"
        pad="email"
        label="E-mailadres"
        hulp="Het adres van het account waarmee deze persoon zich aanmeldt."
        value={invoer.email}
        fout={foutBij('email')}
        onChange={({ target }) => zet({ email: target.value })}
      />
      <Groep pad="rol" legenda="In welke rol?" fout={foutBij('rol')}>
        {ROLLEN.map(({ rol, label }, nummer) => (
          <Vinkje
            key={rol}
            soort="radio"
            name="rol"
            id={nummer === 0 ? veldId('rol') : `${veldId('rol')}-${rol}`}
            label={label}
            checked={invoer.rol === rol}
            onChange={() => zet({ rol })}
          />
        ))}
      </Groep>
      {invoer.rol === 'onderzoeker' ? (
        <Groep
          pad="identiteiten"
          legenda="Namen van gemeenten"
          hulp="Zonder dit vinkje ziet de onderzoeker een kenmerk in plaats van een naam. Wie namen mag zien, wordt vastgelegd. Dat staat ook in de mail aan deze persoon."
          fout={foutBij('identiteiten')}
        >
          <Vinkje
            soort="checkbox"
            id={veldId('identiteiten')}
            label="Deze persoon mag de namen van gemeenten zien"
            checked={invoer.identiteiten}
            onChange={({ target }) => zet({ identiteiten: target.checked })}
          />
        </Groep>
      ) : null}
      {vraagtReden(invoer) ? (
        <Tekstveld
          pad="reden"
          label="Waarom zijn de namen nodig?"
          hulp="Ten minste 10 tekens. Deze reden wordt bewaard."
          value={invoer.reden}
          fout={foutBij('reden')}
          onChange={({ target }) => zet({ reden: target.value })}
        />
      ) : null}
      {vraagtReden(invoer) ? (
        <Tekstveld
          inputMode="numeric"
          pad="geldigDagen"
          label="Voor hoeveel dagen?"
          hulp="Daarna ziet deze persoon de namen niet meer."
          value={invoer.dagen}
          fout={foutBij('geldigDagen')}
          onChange={({ target }) => zet({ dagen: target.value })}
        />
      ) : null}
      {geef.error && fouten.length === 0 ? <FoutMelding fout={geef.error} /> : null}
      <Knop type="submit" soort="primary-action" bezig={geef.isPending}>
        Geef toegang
      </Knop>
    </Formulier>
  );
}
