import type { ReactElement } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Veld } from '@maatwerktraject/domain';
import { momentInWoorden } from '../ui/datum.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { AntwoordLijst } from './antwoord-lijst.component.js';
import type { Inhoud } from './antwoorden.view-model.js';
import type { Concept } from './concept.hook.js';
import { standInWoorden, verschillen, type BewaarStand } from './concept.view-model.js';

interface BewaarRegelProps {
  concept: Concept;
  velden: readonly Veld[];
  /** What is filled in here. */
  inhoud: Inhoud;
  herlaad: () => void;
}

type Bewaard = Extract<BewaarStand, { soort: 'conflict' }>['bewaard'];

/** The answers that differ, here and there. */
function Beide({
  velden,
  inhoud,
  bewaard,
}: Pick<BewaarRegelProps, 'velden' | 'inhoud'> & { bewaard: NonNullable<Bewaard> }): ReactElement {
  const anders = verschillen(velden, inhoud, bewaard.inhoud);
  if (anders.length === 0) return <p>De antwoorden zijn gelijk. U kunt kiezen wat u wilt.</p>;
  return (
    <div className="naast-elkaar">
      <section aria-label="Wat u hier hebt ingevuld">
        <p className="melding__titel">Wat u hier hebt ingevuld</p>
        <AntwoordLijst velden={anders} inhoud={inhoud} />
      </section>
      <section aria-label="De andere antwoorden">
        <p className="melding__titel">
          De andere antwoorden
          {bewaard.bewaardOp === null ? '' : `, van ${momentInWoorden(bewaard.bewaardOp)}`}
        </p>
        <AntwoordLijst velden={anders} inhoud={bewaard.inhoud} />
      </section>
    </div>
  );
}

/** Says how the draft stands, and lets the user choose when two versions exist. */
export function BewaarRegel({ concept, velden, inhoud, herlaad }: BewaarRegelProps): ReactElement {
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
          {stand.bewaard ? <Beide velden={velden} inhoud={inhoud} bewaard={stand.bewaard} /> : null}
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
