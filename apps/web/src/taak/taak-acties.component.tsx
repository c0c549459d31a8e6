import type { ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import { verandering } from '../api/verandering.opdrachten.js';
import type { Taak } from '../api/types.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { MetReden } from '../ui/met-reden.component.js';

interface Deel {
  taak: Taak;
  na: (zin: string) => void;
}

function Akkoord({ taak, na }: Deel): ReactElement {
  const geef = useOpdracht(verandering.geefAkkoord(taak.id), () => na('U hebt akkoord gegeven.'));
  return (
    <>
      <p className="utrecht-paragraph">
        <Knop soort="primary-action" bezig={geef.isPending} onClick={() => geef.mutate(null)}>
          Geef akkoord
        </Knop>
      </p>
      {geef.error ? <FoutMelding fout={geef.error} /> : null}
    </>
  );
}

function Terug({ taak, na }: Deel): ReactElement {
  const stuur = useOpdracht(verandering.stuurTerug(taak.id), () => na('De taak is teruggestuurd.'));
  return (
    <MetReden
      naam="terug"
      titel="Stuur de taak terug"
      uitleg="De taak gaat weer open. De antwoorden blijven staan, zodat niemand iets dubbel hoeft te typen."
      vraag="Wat is er nog nodig? De gemeente leest dit."
      leeg="Schrijf op wat er nog nodig is."
      knop="Stuur terug"
      opdracht={stuur}
      invoer={(toelichting) => ({ toelichting })}
    />
  );
}

function Verval({ taak, na }: Deel): ReactElement {
  const laat = useOpdracht(verandering.laatVervallen(taak.id), () => na('De taak is vervallen.'));
  return (
    <MetReden
      naam="verval"
      titel="Laat de taak vervallen"
      uitleg="Niemand hoeft deze taak dan nog te doen. Dit kunt u niet terugdraaien."
      vraag="Waarom is de taak niet meer nodig? De gemeente leest dit niet."
      leeg="Schrijf op waarom de taak niet meer nodig is."
      knop="Laat vervallen"
      opdracht={laat}
      invoer={(toelichting) => ({ toelichting })}
    />
  );
}

/** What the reader can do with a taak besides filling it in; nothing for most. */
export function TaakActies({ taak, na }: Deel): ReactElement | null {
  const { magAkkoordGeven, magTerugsturen, magVervallen } = taak;
  if (!magAkkoordGeven && !magTerugsturen && !magVervallen) return null;
  return (
    <section aria-labelledby="acties">
      <h2 id="acties" className="utrecht-heading-2">
        {magAkkoordGeven ? 'Uw akkoord' : 'Iets veranderen'}
      </h2>
      {magAkkoordGeven ? <Akkoord taak={taak} na={na} /> : null}
      {magTerugsturen ? <Terug taak={taak} na={na} /> : null}
      {magVervallen ? <Verval taak={taak} na={na} /> : null}
    </section>
  );
}
