import type { ReactElement } from 'react';
import type { Traject } from '../api/types.js';
import { dagVan } from '../ui/datum.js';
import { STAP_STATUS_NAAM } from '../ui/woorden.js';
import { TaakTabel } from './taak-tabel.component.js';
import { opVolgorde, stapNu } from './traject.view-model.js';

/** Where a traject stands, for who only reads it. */
export function NuLezen({ traject }: { traject: Traject }): ReactElement {
  const stap = stapNu(traject);
  const open = opVolgorde((stap?.taken ?? []).filter(({ status }) => status === 'open'));
  return (
    <section aria-labelledby="nu">
      <h2 id="nu" className="utrecht-heading-2">
        Nu
      </h2>
      <p className="utrecht-paragraph">
        {stap
          ? `Stap ${String(stap.volgnummer)}: ${stap.titel}. ${STAP_STATUS_NAAM[stap.status]}.`
          : 'Dit traject is nog niet begonnen.'}
      </p>
      {open.length > 0 ? <TaakTabel naam="Open taken" taken={open} vandaag={dagVan(traject.nu)} /> : null}
    </section>
  );
}
