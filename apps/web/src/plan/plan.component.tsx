import { datumInWoorden } from '@maatwerktraject/domain';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import type { PlanStap } from '../api/types.js';
import { dagKort } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { TabelRand } from '../ui/tabel.component.js';
import { aantal, UITVOERDER_NAAM } from '../ui/woorden.js';
import { mailNaam, urenInWoorden } from './plan.view-model.js';

function StapPlan({ stap }: { stap: PlanStap }): ReactElement {
  const titel = `Stap ${String(stap.volgnummer)}: ${stap.titel}`;
  return (
    <details className="uitklap" open={stap.volgnummer === 1}>
      <summary>
        <h3 className="uitklap__titel">{titel}</h3>
        <span className="uitklap__naast">
          {' '}
          {aantal(stap.taken.length, 'taak', 'taken')}, {dagKort(stap.opentOp)} tot en met{' '}
          {dagKort(stap.eindigtOp)}
        </span>
      </summary>
      <p className="utrecht-paragraph">
        Van {datumInWoorden(stap.opentOp)} tot en met {datumInWoorden(stap.eindigtOp)}.
      </p>
      <TabelRand naam={`Taken van stap ${String(stap.volgnummer)}`}>
        <table className="utrecht-table utrecht-table--html-table tabel">
          <thead>
            <tr>
              <th scope="col">Taak</th>
              <th scope="col">Voor</th>
              <th scope="col">Opent</th>
              <th scope="col">Klaar op</th>
              <th scope="col">Minuten</th>
              <th scope="col">Mails</th>
            </tr>
          </thead>
          <tbody>
            {stap.taken.map((taak) => (
              <tr key={`${taak.sleutel}.${taak.uitvoerder}`}>
                <th scope="row">{taak.titel}</th>
                <td>{UITVOERDER_NAAM[taak.uitvoerder]}</td>
                <td className="tabel__dag">{dagKort(taak.opentOp)}</td>
                <td className="tabel__dag">{dagKort(taak.vervaltOp)}</td>
                <td>{taak.minuten}</td>
                <td>
                  <ul className="tabel__mails">
                    {taak.mails.map((mail) => (
                      <li key={mail.soort + mail.op}>
                        {dagKort(mail.op)}: {mailNaam(mail.soort)}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TabelRand>
      {stap.checkIns.length > 0 ? (
        <p className="utrecht-paragraph">
          Gesprekken:{' '}
          {stap.checkIns
            .map(({ titel: naam, weekVan }) => `${naam} (week van ${dagKort(weekVan)})`)
            .join('; ')}
          .
        </p>
      ) : null}
    </details>
  );
}

/** Every day of the cohort, from the same rules as the process itself. */
export function Plan({ cohortId }: { cohortId: string }): ReactElement {
  const plan = useQuery(vraag.plan(cohortId));
  return (
    <section aria-labelledby="plan">
      <h2 id="plan" className="utrecht-heading-2">
        Plan
      </h2>
      <Gegevens vraag={plan}>
        {(data) => (
          <>
            <p className="utrecht-paragraph">
              Van {datumInWoorden(data.startdatum)} tot en met {datumInWoorden(data.eindigtOp)}. Per gemeente
              vraagt het samen ongeveer {urenInWoorden(data.minutenPerGemeente)}. Herinneringen na de dag zelf
              gaan alleen weg als een taak dan nog open staat.
            </p>
            {data.stappen.map((stap) => (
              <StapPlan key={stap.sleutel} stap={stap} />
            ))}
          </>
        )}
      </Gegevens>
    </section>
  );
}
