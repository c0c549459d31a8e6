import { useState, type ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import type { TrajectContact } from '../api/types.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Keuzelijst, Tekstveld } from '../ui/velden.component.js';
import { contactOpdracht } from './contactpersoon.opdrachten.js';
import { foutenInVervanging } from './contactpersonen.view-model.js';

interface VervangingProps {
  trajectId: string;
  persoon: TrajectContact;
  /** Who can stand in. */
  collegas: readonly TrajectContact[];
  sluit: () => void;
  na: (zin: string) => void;
}

/** Who stands in for somebody, from and to and including which day; or nobody any more. */
export function VervangingFormulier({
  trajectId,
  persoon,
  collegas,
  sluit,
  na,
}: VervangingProps): ReactElement {
  const [invoer, setInvoer] = useState(persoon.vervanging ?? { vervangerId: '', van: '', tot: '' });
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const vervang = useOpdracht(contactOpdracht.vervang(trajectId, persoon.id), () =>
    na(`De vervanging van ${persoon.naam} is bewaard.`),
  );
  const niet = useOpdracht(contactOpdracht.vervangNiet(trajectId, persoon.id), () =>
    na(`${persoon.naam} wordt niet meer vervangen.`),
  );
  const zet = (deel: Partial<typeof invoer>): void => setInvoer((oud) => ({ ...oud, ...deel }));
  function verstuur(): void {
    const eigen = foutenInVervanging(invoer);
    zetFouten(eigen);
    if (eigen.length === 0 && !vervang.isPending) vervang.mutate(invoer, { onError: vanServer });
  }
  const fout = vervang.error ?? niet.error;
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      <p className="utrecht-paragraph">
        In deze tijd gaat de mail naar de vervanger. De vervanger en {persoon.uzelf ? 'u' : persoon.naam}{' '}
        kunnen dan allebei de taken doen. Daarna stopt het vanzelf.
      </p>
      <Keuzelijst
        pad="vervangerId"
        label="Wie vervangt?"
        value={invoer.vervangerId}
        fout={foutBij('vervangerId')}
        onChange={({ target }) => zet({ vervangerId: target.value })}
      >
        <option value="">Kies een collega</option>
        {collegas.map(({ id, naam }) => (
          <option key={id} value={id}>
            {naam}
          </option>
        ))}
      </Keuzelijst>
      <Tekstveld
        type="date"
        pad="van"
        label="Eerste dag"
        value={invoer.van}
        fout={foutBij('van')}
        onChange={({ target }) => zet({ van: target.value })}
      />
      <Tekstveld
        type="date"
        pad="tot"
        label="Laatste dag"
        hulp="Ten hoogste 26 weken na de eerste dag."
        value={invoer.tot}
        fout={foutBij('tot')}
        onChange={({ target }) => zet({ tot: target.value })}
      />
      {fout && fouten.length === 0 ? <FoutMelding fout={fout} /> : null}
      <div className="knoppen">
        <Knop type="submit" soort="primary-action" bezig={vervang.isPending}>
          Bewaar
        </Knop>
        {persoon.vervanging ? (
          <Knop bezig={niet.isPending} onClick={() => niet.mutate(null)}>
            Geen vervanger meer
          </Knop>
        ) : null}
        <Knop onClick={sluit}>Toch niet</Knop>
      </div>
    </Formulier>
  );
}
