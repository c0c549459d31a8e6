import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { TaakRegel } from '../api/types.js';
import { dagKort, dagVan } from '../ui/datum.js';
import { Merk } from '../ui/merk.component.js';
import { TabelRand } from '../ui/tabel.component.js';
import { UITVOERDER_NAAM } from '../ui/woorden.js';
import { taakMerk } from './traject.view-model.js';

interface TaakTabelProps {
  naam: string;
  taken: readonly TaakRegel[];
  vandaag: string;
}

export function TaakTabel({ naam, taken, vandaag }: TaakTabelProps): ReactElement {
  return (
    <TabelRand naam={naam}>
      <table className="utrecht-table utrecht-table--html-table tabel">
        <thead>
          <tr>
            <th scope="col">Taak</th>
            <th scope="col">Voor</th>
            <th scope="col">Stand</th>
            <th scope="col">Open vanaf</th>
            <th scope="col">Klaar op</th>
            <th scope="col">Ingediend</th>
          </tr>
        </thead>
        <tbody>
          {taken.map((taak) => (
            <tr key={taak.id}>
              <th scope="row">
                <Link className="utrecht-link" to="/taken/$taakId" params={{ taakId: taak.id }}>
                  {taak.titel}
                  <span className="visueel-verborgen"> voor {UITVOERDER_NAAM[taak.uitvoerder]}</span>
                </Link>
              </th>
              <td>{UITVOERDER_NAAM[taak.uitvoerder]}</td>
              <td>
                <Merk {...taakMerk(taak, vandaag)} />
              </td>
              <td className="tabel__dag">{dagKort(taak.opentOp ?? taak.geplandOpenOp)}</td>
              <td className="tabel__dag">{dagKort(taak.vervaltOp ?? taak.geplandVervaltOp)}</td>
              <td className="tabel__dag">{taak.ingediendOp ? dagKort(dagVan(taak.ingediendOp)) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TabelRand>
  );
}
