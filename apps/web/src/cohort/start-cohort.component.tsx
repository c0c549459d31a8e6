import { datumInWoorden, eersteWerkdagVanaf } from '@maatwerktraject/domain';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import type { Cohort } from '../api/types.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { aantal } from '../ui/woorden.js';

/** Starts a cohort, after one question: there is no way back. */
export function StartCohort({ cohort }: { cohort: Cohort }): ReactElement {
  const [zeker, setZeker] = useState(false);
  const kop = useRef<HTMLHeadingElement>(null);
  const start = useOpdracht(opdracht.startCohort(cohort.id), () =>
    document.querySelector<HTMLElement>('h1')?.focus(),
  );
  useEffect(() => {
    if (zeker) kop.current?.focus();
  }, [zeker]);
  const gemeenten = aantal(cohort.aantalGemeenten, 'gemeente', 'gemeenten');
  return (
    <section aria-labelledby="start" className="start-cohort">
      <h2 id="start" ref={kop} tabIndex={-1} className="utrecht-heading-2">
        {zeker ? 'Weet u het zeker?' : 'Het cohort starten'}
      </h2>
      {cohort.aantalGemeenten === 0 ? (
        <p className="utrecht-paragraph">
          Voeg eerst minstens één gemeente toe. Daarna kunt u het cohort starten.
        </p>
      ) : null}
      {cohort.aantalGemeenten > 0 && !zeker ? (
        <>
          <p className="utrecht-paragraph">Controleer eerst de gemeenten en het plan hierboven.</p>
          <Knop soort="primary-action" onClick={() => setZeker(true)}>
            Start het cohort
          </Knop>
        </>
      ) : null}
      {zeker && cohort.aantalGemeenten > 0 ? (
        <Melding soort="warning">
          <p>
            {cohort.naam} begint dan met {gemeenten} op{' '}
            {datumInWoorden(eersteWerkdagVanaf(cohort.startdatum))}. Dat is de eerste werkdag vanaf de
            startdatum. Vanaf die dag krijgen contactpersonen mail. U kunt daarna geen gemeenten meer
            toevoegen of weghalen.
          </p>
          {cohort.oefenklok ? <p>Dit is een oefencohort: mail komt alleen in het postvak.</p> : null}
          <div className="knoppen">
            <Knop soort="primary-action" bezig={start.isPending} onClick={() => start.mutate(null)}>
              Ja, start met {gemeenten}
            </Knop>
            <Knop onClick={() => setZeker(false)}>Nee, nog niet</Knop>
          </div>
        </Melding>
      ) : null}
      {start.error ? <FoutMelding fout={start.error} /> : null}
    </section>
  );
}
