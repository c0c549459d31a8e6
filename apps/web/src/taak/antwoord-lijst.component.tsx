import { datumInWoorden } from '@maatwerktraject/domain';
import type { ReactElement, ReactNode } from 'react';
import type { EnkelVeld, MatrixVeld, Optie, Veld } from '@maatwerktraject/domain';

import { TabelRand } from '../ui/tabel.component.js';
import { lees, type Inhoud } from './antwoorden.view-model.js';

const labelVan = (opties: readonly Optie[], waarde: unknown): string =>
  opties.find((optie) => optie.waarde === waarde)?.label ?? '–';

function enkelAntwoord(veld: EnkelVeld, waarde: unknown): string {
  if (waarde === undefined || waarde === null || waarde === '') return '–';
  switch (veld.soort) {
    case 'keuze':
      return labelVan(veld.opties, waarde);
    case 'meerkeuze':
      return Array.isArray(waarde)
        ? waarde.map((deel) => labelVan(veld.opties, deel)).join('; ') || '–'
        : '–';
    case 'datum':
      return typeof waarde === 'string' ? datumInWoorden(waarde) : '–';
    case 'getal':
      return typeof waarde === 'number'
        ? `${String(waarde).replace('.', ',')} ${veld.eenheid ?? ''}`.trim()
        : '–';
    case 'tekst':
    case 'lange-tekst':
      return typeof waarde === 'string' ? waarde : '–';
  }
}

function MatrixAntwoord({ veld, waarde }: { veld: MatrixVeld; waarde: unknown }): ReactElement {
  return (
    <TabelRand naam={veld.label}>
      <table className="utrecht-table utrecht-table--html-table tabel">
        <thead>
          <tr>
            <th scope="col">Onderdeel</th>
            {veld.kolommen.map((kolom) => (
              <th key={kolom.waarde} scope="col">
                {kolom.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {veld.rijen.map((rij) => (
            <tr key={rij.waarde}>
              <th scope="row">{rij.label}</th>
              {veld.kolommen.map((kolom) => (
                <td key={kolom.waarde}>{labelVan(veld.schaal, lees(waarde, [rij.waarde, kolom.waarde]))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TabelRand>
  );
}

function antwoord(veld: Veld, waarde: unknown): ReactNode {
  if (veld.soort === 'matrix') return <MatrixAntwoord veld={veld} waarde={waarde} />;
  if (veld.soort !== 'lijst') return enkelAntwoord(veld, waarde);
  const items: unknown[] = Array.isArray(waarde) ? waarde : [];
  if (items.length === 0) return '–';
  return (
    <ol className="antwoorden__items">
      {items.map((item, nummer) => (
        <li key={String(nummer)}>
          <dl className="antwoorden">
            {veld.velden.map((deel) => (
              <div key={deel.sleutel}>
                <dt>{deel.label}</dt>
                <dd>{enkelAntwoord(deel, lees(item, [deel.sleutel]))}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}

/** Answers to read, with the questions they belong to. */
export function AntwoordLijst({ velden, inhoud }: { velden: readonly Veld[]; inhoud: Inhoud }): ReactElement {
  return (
    <dl className="antwoorden">
      {velden.map((veld) => (
        <div key={veld.sleutel}>
          <dt>{veld.label}</dt>
          <dd>{antwoord(veld, inhoud[veld.sleutel])}</dd>
        </div>
      ))}
    </dl>
  );
}
