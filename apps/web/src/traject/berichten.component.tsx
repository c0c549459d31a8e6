import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import type { BerichtRegel } from '../api/types.js';
import { Bladeren, useBladeren } from '../ui/bladeren.component.js';
import { momentKort } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Merk, type MerkSoort } from '../ui/merk.component.js';
import { TabelRand } from '../ui/tabel.component.js';
import { BERICHT_REDEN, BERICHT_STATUS_NAAM } from '../ui/woorden.js';

const MERK: Readonly<Record<BerichtRegel['status'], MerkSoort>> = {
  wacht: 'rust',
  bezig: 'bezig',
  verzonden: 'goed',
  mislukt: 'fout',
  onbekend: 'let-op',
  vervallen: 'rust',
  overgeslagen: 'rust',
  samengevoegd: 'rust',
  aangehouden: 'let-op',
};

function Tabel({ trajectId, items }: { trajectId: string; items: readonly BerichtRegel[] }): ReactElement {
  return (
    <TabelRand naam="Mails">
      <table className="utrecht-table utrecht-table--html-table tabel">
        <thead>
          <tr>
            <th scope="col">Moment</th>
            <th scope="col">Mail</th>
            <th scope="col">Waarom</th>
            <th scope="col">Aan</th>
            <th scope="col">Stand</th>
            <th scope="col">Toelichting</th>
          </tr>
        </thead>
        <tbody>
          {items.map((bericht) => (
            <tr key={bericht.id}>
              <td className="tabel__dag">{momentKort(bericht.op)}</td>
              <td>
                <Link
                  className="utrecht-link"
                  to="/trajecten/$trajectId/mails/$berichtId"
                  params={{ trajectId, berichtId: bericht.id }}
                >
                  {bericht.titel}
                </Link>
              </td>
              <td>{BERICHT_REDEN[bericht.soort]}</td>
              <td>
                {bericht.aan ? `${bericht.aan.naam} (${bericht.aan.email})` : '–'}
                {bericht.namens === null ? '' : `, in plaats van ${bericht.namens}`}
              </td>
              <td>
                <Merk soort={MERK[bericht.status]} tekst={BERICHT_STATUS_NAAM[bericht.status]} />
              </td>
              <td>{bericht.toelichting ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TabelRand>
  );
}

function Inhoud({ trajectId }: { trajectId: string }): ReactElement {
  const stand = useBladeren();
  const berichten = useQuery(vraag.berichten(trajectId, stand.na));
  return (
    <Gegevens vraag={berichten}>
      {({ items, volgende }) => (
        <>
          {items.length === 0 ? (
            <p className="utrecht-paragraph">Er zijn nog geen mails.</p>
          ) : (
            <Tabel trajectId={trajectId} items={items} />
          )}
          <Bladeren naam="mails" stand={stand} volgende={volgende} />
        </>
      )}
    </Gegevens>
  );
}

/** Every mail of a traject, sent or not, and why. It is asked for when it is opened. */
export function Berichten({ trajectId }: { trajectId: string }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <details className="uitklap" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2 className="uitklap__titel">Mails</h2>
      </summary>
      {open ? <Inhoud trajectId={trajectId} /> : null}
    </details>
  );
}
