import { useState, type ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import type { BerichtBesluit, BerichtDetail } from '../api/types.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Groep, Tekstveld, Vinkje } from '../ui/velden.component.js';
import { bezorgingOpdracht } from './bezorging.vragen.js';
import { foutenInBesluit } from './besluit.view-model.js';

type Besluit = BerichtBesluit['besluit'];

const KEUZES: Readonly<Record<Besluit, string>> = {
  aangekomen: 'De mail is aangekomen',
  opnieuw: 'De mail is niet aangekomen: stuur hem opnieuw',
};

const KLAAR: Readonly<Record<Besluit, string>> = {
  aangekomen: 'Vastgelegd: de mail is aangekomen.',
  opnieuw: 'De mail gaat opnieuw weg.',
};

/** Somebody asked at the other side, and says what became of this mail. */
export function BesluitFormulier({
  bericht,
  na,
}: {
  bericht: BerichtDetail;
  na: (zin: string) => void;
}): ReactElement {
  const enige = bericht.besluiten.length === 1 ? bericht.besluiten[0] : undefined;
  const [besluit, setBesluit] = useState<Besluit | undefined>(enige);
  const [reden, setReden] = useState('');
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const vastleggen = useOpdracht(bezorgingOpdracht.besluit(bericht.trajectId, bericht.id), () =>
    na(besluit === undefined ? '' : KLAAR[besluit]),
  );
  function verstuur(): void {
    const eigen = foutenInBesluit(besluit, reden);
    zetFouten(eigen);
    if (eigen.length === 0 && besluit !== undefined && !vastleggen.isPending)
      vastleggen.mutate({ besluit, reden: reden.trim() }, { onError: vanServer });
  }
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      <Groep pad="besluit" legenda="Wat is er met de mail gebeurd?" fout={foutBij('besluit')}>
        {bericht.besluiten.map((waarde, nummer) => (
          <Vinkje
            key={waarde}
            soort="radio"
            name="besluit"
            {...(nummer === 0 ? { id: 'veld-besluit' } : {})}
            label={KEUZES[waarde]}
            checked={besluit === waarde}
            onChange={() => setBesluit(waarde)}
          />
        ))}
      </Groep>
      <Tekstveld
        pad="reden"
        label="Hoe weet u dat?"
        hulp="Ten minste 10 tekens. Dit blijft in het logboek staan. Schrijf er geen namen van personen in."
        autoComplete="off"
        value={reden}
        fout={foutBij('reden')}
        onChange={({ target }) => setReden(target.value)}
      />
      {vastleggen.error && fouten.length === 0 ? <FoutMelding fout={vastleggen.error} /> : null}
      <Knop type="submit" soort="primary-action" bezig={vastleggen.isPending}>
        Leg dit vast
      </Knop>
    </Formulier>
  );
}
