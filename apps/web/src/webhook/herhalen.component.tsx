import { useState, type ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Tekstveld } from '../ui/velden.component.js';
import { beginVanDag, foutenInHerhaling, herhaaldInWoorden } from './levering.view-model.js';
import { webhookOpdracht } from './webhook.opdrachten.js';

interface HerhalenProps {
  webhookId: string;
  begin: () => void;
  na: (zin: string) => void;
}

/** Sends again all that happened since a day. */
export function Herhalen({ webhookId, begin, na }: HerhalenProps): ReactElement {
  const [dag, setDag] = useState('');
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const herhaal = useOpdracht(webhookOpdracht.herhaal(webhookId), ({ aantal }) => {
    setDag('');
    na(herhaaldInWoorden(aantal));
  });
  function verstuur(): void {
    begin();
    const eigen = foutenInHerhaling(dag, Date.now());
    zetFouten(eigen);
    if (eigen.length === 0 && !herhaal.isPending) herhaal.mutate(beginVanDag(dag), { onError: vanServer });
  }
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      <Tekstveld
        type="date"
        pad="vanaf"
        label="Vanaf welke dag?"
        hulp="Ten hoogste 30 dagen terug."
        value={dag}
        fout={foutBij('vanaf')}
        onChange={({ target }) => setDag(target.value)}
      />
      {herhaal.error && fouten.length === 0 ? <FoutMelding fout={herhaal.error} /> : null}
      <Knop type="submit" bezig={herhaal.isPending}>
        Stuur alles vanaf deze dag opnieuw
      </Knop>
    </Formulier>
  );
}
