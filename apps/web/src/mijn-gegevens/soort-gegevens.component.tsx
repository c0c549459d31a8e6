import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { Knop } from '../ui/knop.component.js';
import { Tabel } from '../ui/tabel.component.js';
import { VEEL, type GegevensRij, type GegevensSoort } from './soort.js';

function Rij({ rij: { cellen, lijst, taakId } }: { rij: GegevensRij }): ReactElement {
  return (
    <tr>
      {cellen.map((tekst, nummer) => (
        <td key={nummer} className={nummer === 0 ? 'tabel__dag' : undefined}>
          {tekst}
        </td>
      ))}
      {lijst === undefined ? null : (
        <td className="tabel__tekst">
          {lijst.map((regel, nummer) => (
            <p key={nummer}>{regel}</p>
          ))}
          {taakId === undefined ? null : (
            <p>
              <Link className="utrecht-link" to="/taken/$taakId" params={{ taakId }}>
                Lees bij de taak
              </Link>
            </p>
          )}
        </td>
      )}
    </tr>
  );
}

/** What is kept of one kind, folded away; of a long list the first lines. */
export function SoortGegevens({ soort }: { soort: GegevensSoort }): ReactElement {
  const [alles, setAlles] = useState(false);
  const { titel, uitleg, koppen, rijen } = soort;
  const getoond = alles ? rijen : rijen.slice(0, VEEL);
  return (
    <details className="uitklap">
      <summary>
        <h3 className="uitklap__titel">{titel}</h3> <span className="uitklap__naast">({rijen.length})</span>
      </summary>
      {uitleg === undefined ? null : <p className="utrecht-paragraph">{uitleg}</p>}
      <Tabel naam={titel} koppen={koppen}>
        {getoond.map((rij) => (
          <Rij key={rij.id} rij={rij} />
        ))}
      </Tabel>
      {getoond.length < rijen.length ? (
        <Knop onClick={() => setAlles(true)}>Toon alle {rijen.length} regels</Knop>
      ) : null}
    </details>
  );
}
