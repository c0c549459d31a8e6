import { useMutation } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useAanmelding, useIk } from '../aanmelden/aanmelding.context.js';
import { andereRollen, MENU } from '../aanmelden/rol.view-model.js';
import { RolKnop } from '../aanmelden/rol-knop.component.js';
import type { Ik } from '../api/types.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { ROL_NAAM } from '../ui/woorden.js';

/** Other roles of the same person, behind one button. */
function Rollen({ ik }: { ik: Ik }): ReactElement | null {
  const navigate = useNavigate();
  const rollen = andereRollen(ik);
  if (rollen.length === 0) return null;
  return (
    <details key={ik.rol} className="kop__rollen">
      <summary>Andere rol kiezen</summary>
      <div className="kop__keuzes">
        {rollen.map((rol) => (
          <RolKnop key={rol} rol={rol} na={() => void navigate({ to: '/' })} />
        ))}
      </div>
    </details>
  );
}

function Persoon({ ik }: { ik: Ik }): ReactElement {
  const { meldAf } = useAanmelding();
  const af = useMutation({ mutationFn: meldAf });
  return (
    <div className="kop__persoon">
      <p>
        {ik.naam}, {ROL_NAAM[ik.rol]}
      </p>
      <Rollen ik={ik} />
      <Link to="/gegevens" className="kop__link">
        Uw gegevens
      </Link>
      <Link to="/sessies" className="kop__link">
        Uw sessies
      </Link>
      <Knop soort="subtle" bezig={af.isPending} onClick={() => af.mutate()}>
        Afmelden
      </Knop>
      {af.error ? <FoutMelding fout={af.error} /> : null}
    </div>
  );
}

/** On every page: where one can go, and who one is. */
export function Kop(): ReactElement {
  const ik = useIk();
  const { pathname } = useLocation();
  return (
    <header className="kop">
      <div className="kop__inhoud">
        <Link to="/" className="kop__naam">
          Maatwerktraject
        </Link>
        {ik ? (
          <nav aria-label="Hoofdmenu" className="kop__menu">
            <ul>
              {MENU[ik.rol].map(({ naar, naam }) => (
                <li key={naar}>
                  <Link to={naar} className="kop__link">
                    {naam}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        {ik ? <Persoon ik={ik} /> : null}
        {ik === null && !pathname.startsWith('/aanmelden') ? (
          <p className="kop__persoon">
            <Link to="/aanmelden" className="kop__link">
              Aanmelden
            </Link>
          </p>
        ) : null}
      </div>
    </header>
  );
}
