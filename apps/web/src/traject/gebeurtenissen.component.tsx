import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import { Bladeren, useBladeren } from '../ui/bladeren.component.js';
import { momentKort } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { TabelRand } from '../ui/tabel.component.js';

function Inhoud({ trajectId }: { trajectId: string }): ReactElement {
  const stand = useBladeren();
  const gebeurtenissen = useQuery(vraag.gebeurtenissen(trajectId, stand.na));
  return (
    <Gegevens vraag={gebeurtenissen}>
      {({ items, volgende }) => (
        <>
          <TabelRand naam="Gebeurtenissen">
            <table className="utrecht-table utrecht-table--html-table tabel">
              <thead>
                <tr>
                  <th scope="col">Nummer</th>
                  <th scope="col">Moment</th>
                  <th scope="col">Wat gebeurde er?</th>
                  <th scope="col">Door</th>
                </tr>
              </thead>
              <tbody>
                {items.map((gebeurtenis) => (
                  <tr key={gebeurtenis.volgnummer}>
                    <td>{gebeurtenis.volgnummer}</td>
                    <td className="tabel__dag">{momentKort(gebeurtenis.op)}</td>
                    <td>{gebeurtenis.zin}</td>
                    <td>{gebeurtenis.door}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TabelRand>
          <Bladeren naam="gebeurtenissen" stand={stand} volgende={volgende} />
        </>
      )}
    </Gegevens>
  );
}

/** Who did what, and when. It is asked for when it is opened. */
export function Gebeurtenissen({ trajectId }: { trajectId: string }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <details className="uitklap" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2 className="uitklap__titel">Gebeurtenissen</h2>
      </summary>
      {open ? <Inhoud trajectId={trajectId} /> : null}
    </details>
  );
}
