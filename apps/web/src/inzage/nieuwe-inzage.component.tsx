import { useState, type ReactElement } from 'react';
import { beheerOpdracht } from '../api/beheer.opdrachten.js';
import { useOpdracht } from '../api/opdrachten.js';
import type { Inzage } from '../api/types.js';
import { CohortKeuze } from '../cohort/cohort-keuze.component.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Keuzelijst, Tekstveld } from '../ui/velden.component.js';
import { aantal } from '../ui/woorden.js';
import { GemeenteKeuze } from './gemeente-keuze.component.js';
import { foutenIn, LEEG, UREN, verzoekVan, type InzageInvoer } from './inzage.view-model.js';

/** Asks to read one traject, for a reason and some hours. */
export function NieuweInzage({ na }: { na: (inzage: Inzage) => void }): ReactElement {
  const [invoer, setInvoer] = useState(LEEG);
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const vraagAan = useOpdracht(beheerOpdracht.vraagInzage, (inzage) => {
    setInvoer(LEEG);
    na(inzage);
  });
  const zet = (deel: Partial<InzageInvoer>): void => setInvoer((oud) => ({ ...oud, ...deel }));
  function verstuur(): void {
    const eigen = foutenIn(invoer);
    zetFouten(eigen);
    if (eigen.length === 0 && !vraagAan.isPending)
      vraagAan.mutate(verzoekVan(invoer), { onError: vanServer });
  }
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      <CohortKeuze
        waarde={invoer.cohortId}
        kies={(cohortId) => zet({ cohortId, gemeente: null })}
        fout={foutBij('cohortId')}
      />
      <GemeenteKeuze
        cohortId={invoer.cohortId}
        waarde={invoer.gemeente?.code ?? ''}
        kies={(gemeente) => zet({ gemeente })}
        fout={foutBij('gemeentecode')}
      />
      <Tekstveld
        pad="reden"
        label="Waarom moet u dit traject lezen?"
        hulp="Ten minste 10 tekens. Deze reden blijft in het logboek staan. Schrijf er geen namen van personen in."
        autoComplete="off"
        value={invoer.reden}
        fout={foutBij('reden')}
        onChange={({ target }) => zet({ reden: target.value })}
      />
      <Keuzelijst
        pad="uren"
        label="Hoe lang?"
        fout={foutBij('uren')}
        value={invoer.uren}
        onChange={({ target }) => zet({ uren: Number(target.value) })}
      >
        {UREN.map((uren) => (
          <option key={uren} value={uren}>
            {aantal(uren, 'uur', 'uur')}
          </option>
        ))}
      </Keuzelijst>
      {vraagAan.error && fouten.length === 0 ? <FoutMelding fout={vraagAan.error} /> : null}
      <Knop type="submit" soort="primary-action" bezig={vraagAan.isPending}>
        Begin de inzage
      </Knop>
    </Formulier>
  );
}
