import { datumInWoorden } from '@maatwerktraject/domain';
import type { ReactElement } from 'react';
import type { CheckIn, Traject, TrajectStap } from '../api/types.js';
import { dagKort, dagVan } from '../ui/datum.js';
import { Merk } from '../ui/merk.component.js';
import { STAP_STATUS_NAAM } from '../ui/woorden.js';
import { STAP_MERK } from './stappen-balk.component.js';
import { TaakTabel } from './taak-tabel.component.js';
import { opVolgorde } from './traject.view-model.js';

function standVan(checkIn: CheckIn): string {
  if (checkIn.status === 'gepland') return `gepland in de week van ${dagKort(checkIn.weekVan)}`;
  const dag = checkIn.datum ? ` op ${dagKort(checkIn.datum)}` : '';
  return checkIn.status === 'gehouden' ? `gehouden${dag}` : `niet gehouden${dag}`;
}

function Dagen({ stap }: { stap: TrajectStap }): ReactElement {
  const gepland = `Gepland: ${dagKort(stap.geplandOp)} tot en met ${dagKort(stap.geplandEindigtOp)}.`;
  const delen = [
    stap.geopendOp ? `Begonnen op ${datumInWoorden(dagVan(stap.geopendOp))}.` : '',
    stap.ingeleverdOp ? `Alles ingediend op ${datumInWoorden(dagVan(stap.ingeleverdOp))}.` : '',
    stap.goedgekeurdOp ? `Goedgekeurd op ${datumInWoorden(dagVan(stap.goedgekeurdOp))}.` : '',
  ].filter(Boolean);
  return <p className="utrecht-paragraph">{[gepland, ...delen].join(' ')}</p>;
}

/** One stap of a traject: its days, taken and conversations. The one under way is open. */
export function StapDetail({ traject, stap }: { traject: Traject; stap: TrajectStap }): ReactElement {
  return (
    <details className="uitklap" open={stap.sleutel === traject.stap}>
      <summary>
        <span className="uitklap__titel">
          {stap.volgnummer}. {stap.titel}
        </span>{' '}
        <Merk soort={STAP_MERK[stap.status]} tekst={STAP_STATUS_NAAM[stap.status]} />
      </summary>
      <p className="utrecht-paragraph">{stap.uitleg}</p>
      <Dagen stap={stap} />
      <TaakTabel
        naam={`Taken van ${stap.titel}`}
        taken={opVolgorde(stap.taken)}
        vandaag={dagVan(traject.nu)}
      />
      <h3 className="utrecht-heading-4">Gesprekken</h3>
      <ul className="utrecht-unordered-list">
        {stap.checkIns.map((checkIn) => (
          <li key={checkIn.sleutel} className="utrecht-unordered-list__item">
            {checkIn.titel}: {standVan(checkIn)}.
            {checkIn.verslag ? <span className="verslag">{checkIn.verslag}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
