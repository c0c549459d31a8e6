import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { komende, wanneer } from './groepssessie.view-model.js';
import { sessieVraag } from './groepssessie.vragen.js';

/** The meetings to which a gemeente is invited, a line each; nothing where there are none. */
export function KomendeBijeenkomsten({ cohortId }: { cohortId: string }): ReactElement | null {
  const items = komende(useQuery(sessieVraag.mijn()).data?.items ?? [], cohortId);
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="bijeenkomsten">
      <h2 id="bijeenkomsten" className="utrecht-heading-2">
        Welke bijeenkomsten komen eraan?
      </h2>
      <ul className="utrecht-unordered-list">
        {items.map((een) => (
          <li key={een.id} className="utrecht-unordered-list__item">
            <strong>{een.onderwerp}</strong>: {wanneer(een)}.
            {een.plaats === '' ? '' : ` Plaats: ${een.plaats}.`}
            {een.link === null ? null : (
              <>
                {' '}
                <a className="utrecht-link" href={een.link} rel="noreferrer">
                  Online meedoen
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
