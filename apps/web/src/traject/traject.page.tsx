import { datumInWoorden } from '@maatwerktraject/domain';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useRol } from '../aanmelden/aanmelding.context.js';
import { vraag } from '../api/vragen.js';
import type { Traject } from '../api/types.js';
import { PostTodo } from '../bezorging/post-todo.component.js';
import { CohortBanner } from '../cohort/cohort.page.js';
import { Contactpersonen } from '../contactpersoon/contactpersonen.component.js';
import { TrajectAdviseur } from '../contactpersoon/traject-adviseur.component.js';
import { EEN_KEER_LEZEN, MetInzage } from '../inzage/met-inzage.component.js';
import { OefenBanner } from '../oefenklok/oefen-banner.component.js';
import { Pagina } from '../shell/pagina.component.js';
import { dagVan } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { UITKOMST_NAAM } from '../ui/woorden.js';
import { Berichten } from './berichten.component.js';
import { Gebeurtenissen } from './gebeurtenissen.component.js';
import { Nu } from './nu.component.js';
import { NuLezen } from './nu-lezen.component.js';
import { StapDetail } from './stap.component.js';
import { StappenBalk } from './stappen-balk.component.js';
import { UitkomstFormulier } from './uitkomst.component.js';
import { Veranderingen } from './verandering.component.js';

function Uitkomst({ traject, leest }: { traject: Traject; leest: boolean }): ReactElement | null {
  const vraagt = traject.stappen.some((stap) => stap.vraagtUitkomst && stap.status !== 'gepland');
  if (!vraagt) return null;
  return (
    <section aria-labelledby="uitkomst">
      <h2 id="uitkomst" className="utrecht-heading-2">
        Uitkomst
      </h2>
      {traject.uitkomst ? (
        <p className="utrecht-paragraph">
          <strong>{UITKOMST_NAAM[traject.uitkomst.klasse]}</strong>, vastgelegd op{' '}
          {datumInWoorden(dagVan(traject.uitkomst.vastgelegdOp))}. {traject.uitkomst.toelichting}
        </p>
      ) : (
        <p className="utrecht-paragraph">
          Er is nog geen uitkomst.{leest ? '' : ' Leg die vast voordat u de laatste stap goedkeurt.'}
        </p>
      )}
      {leest || traject.status !== 'lopend' ? null : <UitkomstFormulier traject={traject} />}
    </section>
  );
}

function Banner({ traject, leest }: { traject: Traject; leest: boolean }): ReactElement | null {
  const cohort = useQuery({ ...vraag.cohort(traject.cohortId), enabled: !leest }).data;
  if (cohort && !leest) return <CohortBanner cohort={cohort} stuur />;
  return traject.oefen ? <OefenBanner naam={traject.cohortNaam} nu={traject.nu} /> : null;
}

function Scherm({ traject, leest }: { traject: Traject; leest: boolean }): ReactElement {
  return (
    <Pagina
      titel={`Traject van ${traject.gemeente.naam}`}
      kruimels={
        leest
          ? [
              { naam: 'Beheer', naar: '/beheer' },
              { naam: 'Inzage', naar: '/beheer/inzagen' },
            ]
          : [
              { naam: 'Cohorten', naar: '/cohorten' },
              { naam: traject.cohortNaam, naar: `/cohorten/${traject.cohortId}` },
            ]
      }
      voor={<Banner traject={traject} leest={leest} />}
    >
      <StappenBalk stappen={traject.stappen} huidig={traject.stap} />
      {leest ? <NuLezen traject={traject} /> : <Nu traject={traject} />}
      {leest ? null : <PostTodo trajectId={traject.id} />}
      {leest ? null : <Veranderingen traject={traject} />}
      <Uitkomst traject={traject} leest={leest} />
      <section aria-labelledby="stappen">
        <h2 id="stappen" className="utrecht-heading-2">
          Alle stappen
        </h2>
        {traject.stappen.map((stap) => (
          <StapDetail key={stap.sleutel} traject={traject} stap={stap} />
        ))}
      </section>
      <Contactpersonen traject={traject} />
      {leest ? null : (
        <>
          <TrajectAdviseur traject={traject} />
          <Berichten trajectId={traject.id} />
          <Gebeurtenissen trajectId={traject.id} />
        </>
      )}
    </Pagina>
  );
}

function Lezen({ trajectId, leest }: { trajectId: string; leest: boolean }): ReactElement {
  const traject = useQuery({ ...vraag.traject(trajectId), ...(leest ? EEN_KEER_LEZEN : {}) });
  return (
    <Gegevens heel vraag={traject}>
      {(data) => <Scherm key={data.id} traject={data} leest={leest} />}
    </Gegevens>
  );
}

/** One gemeente as its adviseur sees it, or a beheerder with an inzage: he changes nothing. */
export function TrajectPage(): ReactElement {
  const { trajectId } = useParams({ from: '/trajecten/$trajectId' });
  const leest = useRol() === 'beheerder';
  return (
    <MetInzage trajectId={trajectId}>
      <Lezen trajectId={trajectId} leest={leest} />
    </MetInzage>
  );
}
