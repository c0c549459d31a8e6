import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useIk } from '../aanmelden/aanmelding.context.js';
import type { Inzage } from '../api/types.js';
import { momentKort } from '../ui/datum.js';
import { Knop } from '../ui/knop.component.js';
import { Merk } from '../ui/merk.component.js';
import { Tabel } from '../ui/tabel.component.js';

interface RijProps {
  inzage: Inzage;
  bezig: boolean;
  stop: () => void;
}

function Rij({ inzage, bezig, stop }: RijProps): ReactElement {
  const ik = useIk();
  const eigen = inzage.actief && inzage.accountId === ik?.accountId;
  return (
    <tr>
      <th scope="row">
        {eigen ? (
          <Link className="utrecht-link" to="/trajecten/$trajectId" params={{ trajectId: inzage.trajectId }}>
            Lees het traject van {inzage.gemeente.naam}
          </Link>
        ) : (
          inzage.gemeente.naam
        )}
        <br />
        {inzage.cohort.naam}
      </th>
      <td>{inzage.naam}</td>
      <td className="tabel__tekst">{inzage.reden}</td>
      <td className="tabel__dag">{momentKort(inzage.begintOp)}</td>
      <td className="tabel__dag">{momentKort(inzage.vervaltOp)}</td>
      <td>
        <Merk soort={inzage.actief ? 'bezig' : 'rust'} tekst={inzage.actief ? 'Loopt' : 'Voorbij'} />
      </td>
      <td className="tabel__dag">
        {eigen ? (
          <Knop
            soort="subtle"
            bezig={bezig}
            onClick={stop}
            aria-label={`Stop de inzage bij ${inzage.gemeente.naam}`}
          >
            Stop
          </Knop>
        ) : null}
      </td>
    </tr>
  );
}

interface InzageTabelProps {
  items: readonly Inzage[];
  bezig: boolean;
  stop: (id: string) => void;
}

/** Who reads or read which traject, and why. */
export function InzageTabel({ items, bezig, stop }: InzageTabelProps): ReactElement {
  return (
    <Tabel naam="Inzagen" koppen={['Traject', 'Wie', 'Reden', 'Begon op', 'Tot', 'Stand', 'Stoppen']}>
      {items.map((inzage) => (
        <Rij key={inzage.id} inzage={inzage} bezig={bezig} stop={() => stop(inzage.id)} />
      ))}
    </Tabel>
  );
}
