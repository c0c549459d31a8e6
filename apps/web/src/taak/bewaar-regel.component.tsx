import type { ReactElement } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import type { Concept } from './concept.hook.js';
import { standInWoorden } from './concept.view-model.js';

/** Says how the draft stands, and lets the user choose when two versions exist. */
export function BewaarRegel({ concept, herlaad }: { concept: Concept; herlaad: () => void }): ReactElement {
  const { stand, overschrijf } = concept;
  const mijn = useMutation({ mutationFn: overschrijf });
  const rustig = stand.soort === 'rust' || stand.soort === 'bewaard';
  return (
    <>
      <p role="status" className={rustig ? 'bewaard' : 'bewaard bewaard--let-op'}>
        {standInWoorden(stand)}
      </p>
      {stand.soort === 'conflict' ? (
        <Melding soort="warning" titel="Welke antwoorden wilt u houden?" rol="alert">
          <p>Een collega, of uzelf in een ander venster, heeft deze taak ook gewijzigd.</p>
          <div className="knoppen">
            <Knop soort="primary-action" bezig={mijn.isPending} onClick={() => mijn.mutate()}>
              Houd wat ik hier heb ingevuld
            </Knop>
            <Knop onClick={herlaad}>Neem de andere antwoorden</Knop>
          </div>
          {mijn.error ? <FoutMelding fout={mijn.error} /> : null}
        </Melding>
      ) : null}
    </>
  );
}
