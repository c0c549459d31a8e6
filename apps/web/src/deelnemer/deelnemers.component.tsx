import { useQuery } from '@tanstack/react-query';
import { useRef, type ReactElement } from 'react';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import { vraag } from '../api/vragen.js';
import type { Deelnemer } from '../api/types.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { TabelRand } from '../ui/tabel.component.js';
import { UITVOERDER_NAAM } from '../ui/woorden.js';
import { CsvInvoer } from './csv-invoer.component.js';
import { NieuweDeelnemer } from './nieuwe-deelnemer.component.js';

interface TabelProps {
  items: readonly Deelnemer[];
  haalWeg: (trajectId: string) => void;
  bezig: boolean;
}

function Tabel({ items, haalWeg, bezig }: TabelProps): ReactElement {
  return (
    <TabelRand naam="Gemeenten in dit cohort">
      <table className="utrecht-table utrecht-table--html-table tabel">
        <thead>
          <tr>
            <th scope="col">Gemeente</th>
            <th scope="col">Contactpersonen</th>
            <th scope="col">Weghalen</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ trajectId, gemeente, contactpersonen }) => (
            <tr key={trajectId}>
              <th scope="row">{gemeente.naam}</th>
              <td>
                <ul className="tabel__mails">
                  {contactpersonen.map((persoon) => (
                    <li key={persoon.email + persoon.niveau}>
                      {persoon.naam}, {UITVOERDER_NAAM[persoon.niveau].toLowerCase()}
                      {persoon.hoofdcontact ? ' (hoofdcontact)' : ''}: {persoon.email}
                    </li>
                  ))}
                </ul>
              </td>
              <td>
                <Knop soort="subtle" bezig={bezig} onClick={() => haalWeg(trajectId)}>
                  Haal <span className="visueel-verborgen">{gemeente.naam} </span>weg
                </Knop>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TabelRand>
  );
}

/** The gemeenten of a cohort in preparation: the list, and two ways to add to it. */
export function Deelnemers({ cohortId }: { cohortId: string }): ReactElement {
  const kop = useRef<HTMLHeadingElement>(null);
  const deelnemers = useQuery(vraag.deelnemers(cohortId));
  const weg = useOpdracht(opdracht.haalDeelnemerWeg(cohortId));
  const items = deelnemers.data?.items ?? [];
  return (
    <section aria-labelledby="gemeenten">
      <h2 id="gemeenten" ref={kop} tabIndex={-1} className="utrecht-heading-2">
        Gemeenten
      </h2>
      <Gegevens vraag={deelnemers}>
        {(data) =>
          data.items.length === 0 ? (
            <p className="utrecht-paragraph">Er doen nog geen gemeenten mee. Voeg ze hieronder toe.</p>
          ) : (
            <Tabel
              items={data.items}
              bezig={weg.isPending}
              haalWeg={(trajectId) => weg.mutate(trajectId, { onSuccess: () => kop.current?.focus() })}
            />
          )
        }
      </Gegevens>
      {weg.error ? <FoutMelding fout={weg.error} /> : null}
      <details className="uitklap">
        <summary>Een gemeente toevoegen</summary>
        <NieuweDeelnemer cohortId={cohortId} alErin={new Set(items.map(({ gemeente }) => gemeente.code))} />
      </details>
      <details className="uitklap">
        <summary>Veel gemeenten toevoegen met een CSV-bestand</summary>
        <CsvInvoer cohortId={cohortId} />
      </details>
    </section>
  );
}
