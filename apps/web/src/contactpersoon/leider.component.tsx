import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import type { CohortLeider, Toekenning } from '../api/types.js';
import { vraag } from '../api/vragen.js';
import { andereAdviseurs } from '../toegang/adviseur-in-mail.view-model.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { contactOpdracht } from './contactpersoon.opdrachten.js';

interface LeiderProps {
  cohortId: string;
  items: readonly Toekenning[];
  na: (zin: string) => void;
}

function Keuze({ leider, cohortId, items, na }: LeiderProps & { leider: CohortLeider }): ReactElement {
  const kies = useOpdracht(contactOpdracht.kiesLeider(cohortId), ({ naam }) =>
    na(naam === null ? 'Dit cohort heeft geen leider meer.' : `${naam} is nu de leider van dit cohort.`),
  );
  return (
    <>
      <p className="utrecht-paragraph">
        {leider.naam === null || leider.email === null
          ? 'Er is geen leider. Blijft een taak lang te laat? Dan krijgt de adviseur die mail.'
          : `${leider.naam} (${leider.email}) krijgt mail als een taak lang te laat blijft.`}
      </p>
      <div className="knoppen">
        {andereAdviseurs(items, leider).map(({ id, accountId, naam }) => (
          <Knop key={id} bezig={kies.isPending} onClick={() => kies.mutate(accountId)}>
            Maak {naam} leider
          </Knop>
        ))}
        {leider.accountId === null ? null : (
          <Knop bezig={kies.isPending} onClick={() => kies.mutate(null)}>
            Geen leider meer
          </Knop>
        )}
      </div>
      {kies.error ? <FoutMelding fout={kies.error} /> : null}
    </>
  );
}

/** Who hears of what stays too late for too long, and choosing somebody for it. */
export function Leider(props: LeiderProps): ReactElement {
  const leider = useQuery(vraag.leider(props.cohortId));
  return <Gegevens vraag={leider}>{(data) => <Keuze {...props} leider={data} />}</Gegevens>;
}
