import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { vraag } from '../api/vragen.js';
import type { Ik, Rol } from '../api/types.js';
import { Door } from '../shell/door.component.js';
import { Pagina } from '../shell/pagina.component.js';
import { Laden } from '../ui/gegevens.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { ROL_NAAM } from '../ui/woorden.js';
import { RolKnop } from './rol-knop.component.js';
import { rollenVoorPagina } from './rol.view-model.js';

function AndereRol({ ik, rollen }: { ik: Ik; rollen: readonly Rol[] }): ReactElement {
  const namen = rollen.map((rol) => ROL_NAAM[rol]).join(' of ');
  const mogelijk = rollenVoorPagina(ik, rollen);
  return (
    <Pagina titel="Deze pagina is voor een andere rol">
      <p className="utrecht-paragraph">
        U werkt nu in de rol {ROL_NAAM[ik.rol]}. Deze pagina is voor: {namen}.
      </p>
      {mogelijk.length > 0 ? (
        <div className="knoppen">
          {mogelijk.map((rol) => (
            <RolKnop key={rol} rol={rol} />
          ))}
        </div>
      ) : (
        <p className="utrecht-paragraph">
          Die rol hoort niet bij deze aanmelding. Hebt u nog een ander account? Meld u dan eerst af, en daarna
          met dat account aan.
        </p>
      )}
      <p className="utrecht-paragraph">
        <Link className="utrecht-link" to="/">
          Ga naar uw eigen begin
        </Link>
      </p>
    </Pagina>
  );
}

/** Shows a page to these roles only; who is not signed in does that first. The API guards the data itself. */
export function Toegang({ rollen, children }: { rollen: readonly Rol[]; children: ReactNode }): ReactElement {
  const { data, error, refetch } = useQuery(vraag.ik());
  const { pathname, searchStr } = useLocation();
  if (data === undefined)
    return error ? (
      <Pagina titel="Deze pagina is nu niet te laden">
        <FoutMelding fout={error} opnieuw={() => void refetch()} />
      </Pagina>
    ) : (
      <Laden />
    );
  if (data === null) return <Door naar={`/aanmelden?naar=${encodeURIComponent(pathname + searchStr)}`} />;
  if (!rollen.includes(data.rol)) return <AndereRol ik={data} rollen={rollen} />;
  return <>{children}</>;
}
