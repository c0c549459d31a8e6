import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { ApiFout } from '../api/fout.js';
import { vraag } from '../api/vragen.js';
import type { Rol } from '../api/types.js';
import { Pagina } from '../shell/pagina.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Laden } from '../ui/gegevens.component.js';
import { ROL_NAAM } from '../ui/woorden.js';
import { useAanmelding } from './aanmelding.context.js';
import { GeenAanmelding, Oefenrol, useOefenen } from './oefenrollen.component.js';

function Weg({
  rollen,
  uitleg,
  titel,
}: {
  rollen: readonly Rol[];
  uitleg: string;
  titel: string;
}): ReactElement {
  const oefenen = useOefenen();
  return (
    <Pagina titel={titel}>
      <p className="utrecht-paragraph">{uitleg}</p>
      {oefenen === false ? <GeenAanmelding /> : null}
      {oefenen ? (
        <div className="knoppen">
          {rollen.map((rol) => (
            <Oefenrol key={rol} rol={rol} tekst={`Verder als ${ROL_NAAM[rol]}`} />
          ))}
        </div>
      ) : null}
    </Pagina>
  );
}

/** Shows a page to these roles only, and tells all others what they can do. The API guards the data itself. */
export function Toegang({ rollen, children }: { rollen: readonly Rol[]; children: ReactNode }): ReactElement {
  const { sleutel } = useAanmelding();
  const { data, error, refetch } = useQuery(vraag.ik(sleutel));
  const namen = rollen.map((rol) => ROL_NAAM[rol]).join(' of ');
  if (sleutel === null)
    return (
      <Weg
        rollen={rollen}
        titel="Wie bent u?"
        uitleg={`Deze pagina is voor: ${namen}. Kies eerst hoe u verder wilt.`}
      />
    );
  if (error instanceof ApiFout && error.status === 401)
    return (
      <Weg
        rollen={rollen}
        titel="Uw sleutel werkt niet meer"
        uitleg={`Kies opnieuw. Deze pagina is voor: ${namen}.`}
      />
    );
  if (error && !data)
    return (
      <Pagina titel="Deze pagina is nu niet te laden">
        <FoutMelding fout={error} opnieuw={() => void refetch()} />
      </Pagina>
    );
  if (!data) return <Laden />;
  if (!rollen.includes(data.rol))
    return (
      <Weg
        rollen={rollen}
        titel="Deze pagina is voor een andere rol"
        uitleg={`U bent nu ${ROL_NAAM[data.rol]}. Deze pagina is voor: ${namen}.`}
      />
    );
  return <>{children}</>;
}
