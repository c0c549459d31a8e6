import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useRef, useState, type ReactElement } from 'react';
import { useRol } from '../aanmelden/aanmelding.context.js';
import { vraag } from '../api/vragen.js';
import type { Cohort, Toekenning } from '../api/types.js';
import { Leider } from '../contactpersoon/leider.component.js';
import { Pagina } from '../shell/pagina.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Melding } from '../ui/melding.component.js';
import { ROL_NAAM } from '../ui/woorden.js';
import { AdviseurInMail } from './adviseur-in-mail.component.js';
import { NieuweToegang } from './nieuwe-toegang.component.js';
import { gegevenInWoorden } from './nieuwe-toegang.view-model.js';
import { ToegangTabel } from './toegang-tabel.component.js';

function Scherm({ cohort }: { cohort: Cohort }): ReactElement {
  const rol = useRol();
  const toekenningen = useQuery(vraag.toekenningen(cohort.id));
  const kop = useRef<HTMLHeadingElement>(null);
  const [klaar, setKlaar] = useState('');
  // What was pressed goes away; the focus stays near it.
  const meld = (zin: string): void => {
    setKlaar(zin);
    kop.current?.focus();
  };
  const gegeven = (wie: Toekenning): void => meld(gegevenInWoorden(wie));
  return (
    <Pagina
      titel={`Toegang tot ${cohort.naam}`}
      kruimels={
        rol === 'beheerder'
          ? [{ naam: 'Beheer', naar: '/beheer' }]
          : [
              { naam: 'Cohorten', naar: '/cohorten' },
              { naam: cohort.naam, naar: `/cohorten/${cohort.id}` },
            ]
      }
    >
      <p className="utrecht-paragraph">
        Contactpersonen van gemeenten staan hier niet bij. Zij hebben toegang tot hun eigen traject.
      </p>
      <section aria-labelledby="wie">
        <h2 id="wie" ref={kop} tabIndex={-1} className="utrecht-heading-2">
          Wie heeft toegang?
        </h2>
        <div role="status">{klaar ? <Melding soort="ok">{klaar}</Melding> : null}</div>
        <Gegevens vraag={toekenningen}>
          {({ items }) => (
            <ToegangTabel
              cohortId={cohort.id}
              items={items}
              na={(wie) => meld(`${wie.naam} heeft geen toegang meer als ${ROL_NAAM[wie.rol]}.`)}
            />
          )}
        </Gegevens>
      </section>
      {cohort.status === 'afgesloten' ? null : (
        <section aria-labelledby="in-de-mail">
          <h2 id="in-de-mail" className="utrecht-heading-2">
            Wie staat er in de mail?
          </h2>
          <Gegevens vraag={toekenningen}>
            {({ items }) => (
              <AdviseurInMail
                cohortId={cohort.id}
                items={items}
                na={({ naam }) =>
                  meld(
                    `Vanaf nu staat ${naam} in de mail. Wie er eerst in stond, houdt toegang tot u die intrekt.`,
                  )
                }
              />
            )}
          </Gegevens>
        </section>
      )}
      {cohort.status === 'afgesloten' ? null : (
        <section aria-labelledby="leider">
          <h2 id="leider" className="utrecht-heading-2">
            Wie leidt het cohort?
          </h2>
          <Gegevens vraag={toekenningen}>
            {({ items }) => <Leider cohortId={cohort.id} items={items} na={meld} />}
          </Gegevens>
        </section>
      )}
      <section aria-labelledby="toevoegen">
        <h2 id="toevoegen" className="utrecht-heading-2">
          Iemand toegang geven
        </h2>
        <NieuweToegang cohortId={cohort.id} na={gegeven} />
      </section>
    </Pagina>
  );
}

/** Who works in a cohort, for who may arrange that. */
export function CohortToegangPage(): ReactElement {
  const { cohortId } = useParams({ from: '/cohorten/$cohortId/toegang' });
  const cohort = useQuery(vraag.cohort(cohortId));
  return (
    <Gegevens heel vraag={cohort}>
      {(data) => <Scherm key={data.id} cohort={data} />}
    </Gegevens>
  );
}
