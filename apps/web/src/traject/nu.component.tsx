import { useRef, useState, type ReactElement } from 'react';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import type { Traject } from '../api/types.js';
import { dagVan } from '../ui/datum.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { CheckInFormulier } from './check-in.component.js';
import { TaakTabel } from './taak-tabel.component.js';
import { goedkeuring, openGesprekken, opVolgorde, stapNu } from './traject.view-model.js';

/** What the adviseur can do now: look at what is open, put a conversation on record, approve. */
export function Nu({ traject }: { traject: Traject }): ReactElement {
  const kop = useRef<HTMLHeadingElement>(null);
  const [klaar, setKlaar] = useState('');
  // What was just pressed goes away; the focus stays near it.
  const meld = (zin: string): void => {
    setKlaar(zin);
    kop.current?.focus();
  };
  const keurGoed = useOpdracht(opdracht.keurStapGoed(traject.id), () => meld('De stap is goedgekeurd.'));
  const stap = stapNu(traject);
  const { mag, zin } = goedkeuring(traject);
  const vandaag = dagVan(traject.nu);
  const open = opVolgorde(
    (stap?.taken ?? []).filter(({ status }) => status === 'open' || status === 'wacht-op-akkoord'),
  );
  return (
    <section aria-labelledby="nu">
      <h2 id="nu" ref={kop} tabIndex={-1} className="utrecht-heading-2">
        Nu
      </h2>
      <div role="status">{klaar ? <Melding soort="ok">{klaar}</Melding> : null}</div>
      <p className="utrecht-paragraph">
        {stap && traject.status === 'lopend' ? (
          <strong>{`Stap ${String(stap.volgnummer)}: ${stap.titel}. `}</strong>
        ) : null}
        {zin}
      </p>
      {open.length > 0 ? <TaakTabel naam="Open taken" taken={open} vandaag={vandaag} /> : null}
      {mag && stap ? (
        <Knop soort="primary-action" bezig={keurGoed.isPending} onClick={() => keurGoed.mutate(stap.sleutel)}>
          Keur {stap.titel} goed
        </Knop>
      ) : null}
      {keurGoed.error ? <FoutMelding fout={keurGoed.error} /> : null}
      {openGesprekken(traject).map((checkIn) => (
        <CheckInFormulier
          key={checkIn.sleutel}
          traject={traject}
          checkIn={checkIn}
          na={() => meld(`Het ${checkIn.titel.toLowerCase()} is vastgelegd.`)}
        />
      ))}
    </section>
  );
}
