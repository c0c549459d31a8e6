import type { ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import type { Traject, TrajectContact } from '../api/types.js';
import { Deel } from '../ui/deel.component.js';
import { useGemeld } from '../ui/gemeld.hook.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Vinkje } from '../ui/velden.component.js';
import { contactOpdracht } from './contactpersoon.opdrachten.js';

function Keuze({ traject, ik }: { traject: Traject; ik: TrajectContact }): ReactElement {
  const gemeld = useGemeld();
  const wijzig = useOpdracht(contactOpdracht.wijzig(traject.id, ik.id), ({ weekoverzicht }) =>
    gemeld.meld(
      weekoverzicht
        ? 'U krijgt één mail per week met al uw taken.'
        : 'U krijgt voor elke taak een eigen mail.',
    ),
  );
  return (
    <Deel id="eigen-mail" titel="Uw mail" gemeld={gemeld}>
      <p className="utrecht-paragraph">
        Met het weekoverzicht krijgt u één mail per week. Moet een taak eerder klaar zijn? Dan krijgt u
        daarover ook een eigen mail.
      </p>
      <Vinkje
        soort="checkbox"
        label="Stuur mij één mail per week met al mijn taken"
        checked={ik.weekoverzicht}
        disabled={wijzig.isPending}
        onChange={({ target }) => wijzig.mutate({ weekoverzicht: target.checked })}
      />
      {wijzig.error ? <FoutMelding fout={wijzig.error} /> : null}
    </Deel>
  );
}

/** How the reader wants his own mail about a traject; the same for each niveau on which he is there. */
export function EigenMail({ traject }: { traject: Traject }): ReactElement | null {
  const ik = traject.contactpersonen.find(({ uzelf }) => uzelf);
  return ik ? <Keuze traject={traject} ik={ik} /> : null;
}
