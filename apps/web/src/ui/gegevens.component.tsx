import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { ApiFout, zinVan } from '../api/fout.js';
import { Pagina } from '../shell/pagina.component.js';
import { NietGevonden } from '../shell/niet-gevonden.component.js';
import { FoutMelding, Melding } from './melding.component.js';
import { tijdVan } from './datum.js';

export function Laden({ wat = 'gegevens' }: { wat?: string }): ReactElement {
  return (
    <p role="status" className="laden">
      Even wachten: de {wat} komen eraan…
    </p>
  );
}

interface GegevensProps<T> {
  vraag: UseQueryResult<T>;
  /** Whether the whole page depends on it: then a fault is a page of its own, with a heading. */
  heel?: boolean;
  children: (data: T) => ReactNode;
}

/** Shows what was asked for, or that it is on its way, absent or out of reach. Old data stays visible when a refresh fails. */
export function Gegevens<T>({ vraag, heel = false, children }: GegevensProps<T>): ReactElement {
  const { data, error, refetch, dataUpdatedAt } = vraag;
  if (data === undefined) {
    if (!error) return <Laden />;
    // An address with an ID of the wrong form is refused with 400; for a reader that is the same as absent.
    const weg = error instanceof ApiFout && (error.status === 404 || (heel && error.status === 400));
    if (weg) return <NietGevonden />;
    const melding = <FoutMelding fout={error} opnieuw={() => void refetch()} />;
    return heel ? <Pagina titel="Deze pagina is nu niet te laden">{melding}</Pagina> : melding;
  }
  return (
    <>
      {error ? (
        <Melding soort="warning" rol="status">
          <p>
            {zinVan(error)} U ziet de stand van {tijdVan(new Date(dataUpdatedAt).toISOString())} uur.
          </p>
        </Melding>
      ) : null}
      {children(data)}
    </>
  );
}
