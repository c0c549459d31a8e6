import { datumInWoorden } from '@maatwerktraject/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import { vraag } from '../api/vragen.js';
import type { Cohort } from '../api/types.js';
import { Bord } from '../bord/bord.component.js';
import { Deelnemers } from '../deelnemer/deelnemers.component.js';
import { Groepssessies } from '../groepssessie/groepssessies.component.js';
import { OefenBanner } from '../oefenklok/oefen-banner.component.js';
import { snelheidInWoorden } from '../oefenklok/snelheid.js';
import { Plan } from '../plan/plan.component.js';
import { Pagina } from '../shell/pagina.component.js';
import { momentInWoorden } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { aantal, COHORT_STATUS_NAAM } from '../ui/woorden.js';
import { mailsDieAandachtVragen } from './cohort.view-model.js';
import { Rustperiodes } from './rustperiodes.component.js';
import { StartCohort } from './start-cohort.component.js';

/** The banner of an oefencohort; while it runs its clock can be moved forward. */
export function CohortBanner({ cohort, stuur }: { cohort: Cohort; stuur: boolean }): ReactElement | null {
  const vooruit = useOpdracht(opdracht.naarVolgendMoment(cohort.id));
  if (!cohort.oefenklok) return null;
  const { nu, volgendMoment } = cohort.oefenklok;
  const allesKlaar =
    volgendMoment === null && cohort.aantalAfgerond + cohort.aantalTeruggetrokken === cohort.aantalGemeenten;
  return (
    <OefenBanner naam={cohort.naam} nu={nu}>
      {stuur && cohort.status === 'lopend' && allesKlaar ? (
        <p>
          Alle trajecten zijn klaar. Het cohort sluit vanzelf, aan het eind van een werkdag op de oefenklok.
        </p>
      ) : null}
      {stuur && cohort.status === 'lopend' && !allesKlaar ? (
        <div className="oefen__klok">
          <Knop bezig={vooruit.isPending} onClick={() => vooruit.mutate(null)}>
            Ga naar het volgende moment
          </Knop>
          <span>
            {volgendMoment ? `Dat is ${momentInWoorden(volgendMoment)}.` : 'Er staat nu niets gepland.'}
          </span>
        </div>
      ) : null}
      {vooruit.error ? <FoutMelding fout={vooruit.error} /> : null}
    </OefenBanner>
  );
}

/** How many are done, and how many do not go on: the latter only when there are any. */
const stand = ({ aantalAfgerond, aantalGepauzeerd, aantalTeruggetrokken }: Cohort): string =>
  [
    `${String(aantalAfgerond)} afgerond`,
    ...(aantalGepauzeerd > 0 ? [`${String(aantalGepauzeerd)} gepauzeerd`] : []),
    ...(aantalTeruggetrokken > 0 ? [`${String(aantalTeruggetrokken)} gestopt`] : []),
  ].join(', ');

function Kenmerken({ cohort }: { cohort: Cohort }): ReactElement {
  const gemeenten = aantal(cohort.aantalGemeenten, 'gemeente', 'gemeenten');
  return (
    <dl className="kenmerken">
      <div>
        <dt>Stand</dt>
        <dd>{COHORT_STATUS_NAAM[cohort.status]}</dd>
      </div>
      <div>
        <dt>Start</dt>
        <dd>{datumInWoorden(cohort.startdatum)}</dd>
      </div>
      <div>
        <dt>Gemeenten</dt>
        <dd>{cohort.status === 'concept' ? gemeenten : `${gemeenten}, ${stand(cohort)}`}</dd>
      </div>
      {cohort.adviseur ? (
        <div>
          <dt>Adviseur</dt>
          <dd>{cohort.adviseur.naam}</dd>
        </div>
      ) : null}
      {cohort.oefenklok ? (
        <div>
          <dt>Oefenklok</dt>
          <dd>{snelheidInWoorden(cohort.oefenklok.dagenPerSeconde)}</dd>
        </div>
      ) : null}
      <div>
        <dt>Sjabloon</dt>
        <dd>
          {cohort.sjabloon.titel}, versie {cohort.sjabloon.versie}
        </dd>
      </div>
    </dl>
  );
}

function Scherm({ cohort }: { cohort: Cohort }): ReactElement {
  const mails = mailsDieAandachtVragen(cohort);
  return (
    <Pagina
      titel={cohort.naam}
      kruimels={[{ naam: 'Cohorten', naar: '/cohorten' }]}
      voor={<CohortBanner cohort={cohort} stuur />}
    >
      <Kenmerken cohort={cohort} />
      {mails.length > 0 ? (
        <Melding soort="warning" titel="Let op">
          <p>{mails.join(' ')} Kijk bij de gemeenten onder Mails.</p>
        </Melding>
      ) : null}
      <p className="utrecht-paragraph">
        <Link className="utrecht-link" to="/cohorten/$cohortId/toegang" params={{ cohortId: cohort.id }}>
          Wie heeft toegang tot dit cohort?
        </Link>
      </p>
      {cohort.status === 'lopend' ? (
        <p className="utrecht-paragraph">
          <Link className="utrecht-link" to="/cohorten/$cohortId/sjabloon" params={{ cohortId: cohort.id }}>
            Over op een andere versie van het sjabloon
          </Link>
        </p>
      ) : null}
      {cohort.status === 'concept' ? (
        <>
          <Deelnemers cohortId={cohort.id} />
          <Rustperiodes cohortId={cohort.id} loopt={false} />
          <Plan cohortId={cohort.id} />
          <StartCohort cohort={cohort} />
        </>
      ) : (
        <>
          {cohort.status === 'afgesloten' ? (
            <Melding soort="ok" titel="Dit cohort is afgesloten">
              <p>Alle trajecten zijn afgerond of gestopt.</p>
            </Melding>
          ) : null}
          <Bord cohortId={cohort.id} oefen={cohort.oefenklok !== null} />
          <Groepssessies cohort={cohort} />
          <p className="utrecht-paragraph">
            <Link className="utrecht-link" to="/onderzoek/$cohortId" params={{ cohortId: cohort.id }}>
              Bekijk de resultaten van dit cohort
            </Link>
          </p>
          {cohort.status === 'lopend' ? <Rustperiodes cohortId={cohort.id} loopt /> : null}
          <details className="uitklap">
            <summary>Het plan van dit cohort</summary>
            <Plan cohortId={cohort.id} />
          </details>
        </>
      )}
    </Pagina>
  );
}

export function CohortPage(): ReactElement {
  const { cohortId } = useParams({ from: '/cohorten/$cohortId' });
  const cohort = useQuery(vraag.cohort(cohortId));
  return (
    <Gegevens heel vraag={cohort}>
      {(data) => <Scherm key={data.id} cohort={data} />}
    </Gegevens>
  );
}
