import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useRol } from '../aanmelden/aanmelding.context.js';
import { vraag } from '../api/vragen.js';
import type { Cohort, Resultaten } from '../api/types.js';
import { CohortBanner } from '../cohort/cohort.page.js';
import { Pagina } from '../shell/pagina.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { TabelRand } from '../ui/tabel.component.js';
import { aantal } from '../ui/woorden.js';
import { Download } from './download.component.js';
import { Grafiek } from './grafiek.component.js';
import { getal, takenStaven, totaal, uitkomstStaven } from './grafiek.view-model.js';

function Uitkomsten({ resultaten }: { resultaten: Resultaten }): ReactElement {
  const staven = uitkomstStaven(resultaten);
  return (
    <section aria-labelledby="uitkomsten">
      <h2 id="uitkomsten" className="utrecht-heading-2">
        Uitkomsten
      </h2>
      <div className="naast-elkaar">
        <table className="utrecht-table utrecht-table--html-table tabel">
          <caption className="visueel-verborgen">Aantal gemeenten per uitkomst</caption>
          <thead>
            <tr>
              <th scope="col">Uitkomst</th>
              <th scope="col">Gemeenten</th>
            </tr>
          </thead>
          <tbody>
            {staven.map((staaf) => (
              <tr key={staaf.naam}>
                <th scope="row">{staaf.naam}</th>
                <td>{totaal(staaf)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Grafiek
          titel="Aantal gemeenten per uitkomst"
          beschrijving="Een staaf per uitkomst, met dezelfde getallen als de tabel."
          staven={staven}
        />
      </div>
    </section>
  );
}

const KOLOMMEN = [
  'Stap',
  'Afgerond',
  'Mediaan dagen',
  'Taken ingediend',
  'Waarvan te laat',
  'Mails',
  'Herinneringen',
  'Gesprekken',
];

function Stappen({ resultaten }: { resultaten: Resultaten }): ReactElement {
  return (
    <section aria-labelledby="stappen">
      <h2 id="stappen" className="utrecht-heading-2">
        Per stap
      </h2>
      <p className="utrecht-paragraph">
        De dagen lopen van het openen van de stap tot het akkoord van de adviseur.
      </p>
      <TabelRand naam="Cijfers per stap">
        <table className="utrecht-table utrecht-table--html-table tabel">
          <thead>
            <tr>
              {KOLOMMEN.map((kolom) => (
                <th key={kolom} scope="col">
                  {kolom}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {resultaten.stappen.map((stap) => (
              <tr key={stap.sleutel}>
                <th scope="row">{stap.titel}</th>
                <td>{stap.afgerond}</td>
                <td>{getal(stap.medianeDagen)}</td>
                <td>{stap.takenIngediend}</td>
                <td>{stap.takenTeLaatIngediend}</td>
                <td>{stap.berichten}</td>
                <td>{stap.herinneringen}</td>
                <td>{stap.checkInsGehouden}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TabelRand>
      <Grafiek
        titel="Taken per stap, op tijd en te laat"
        beschrijving="Een staaf per stap: eerst wat op tijd is ingediend, dan wat te laat is ingediend. Dezelfde getallen staan in de tabel."
        staven={takenStaven(resultaten)}
        legenda={[
          { naam: 'op tijd', patroon: 'vol' },
          { naam: 'te laat', patroon: 'streep' },
        ]}
      />
    </section>
  );
}

function Scherm({ cohort }: { cohort: Cohort }): ReactElement {
  const rol = useRol();
  const resultaten = useQuery(
    vraag.resultaten(cohort.id, cohort.oefenklok !== null && cohort.status === 'lopend'),
  );
  return (
    <Pagina
      titel={`Resultaten van ${cohort.naam}`}
      kruimels={[
        { naam: 'Resultaten', naar: '/onderzoek' },
        ...(rol === 'adviseur' ? [{ naam: cohort.naam, naar: `/cohorten/${cohort.id}` }] : []),
      ]}
      voor={<CohortBanner cohort={cohort} stuur={false} />}
    >
      <Gegevens vraag={resultaten}>
        {(data) => (
          <>
            <p className="utrecht-paragraph utrecht-paragraph--lead">
              {aantal(data.trajecten, 'gemeente', 'gemeenten')}, waarvan {data.afgerond} het traject{' '}
              {data.afgerond === 1 ? 'heeft' : 'hebben'} afgerond.
            </p>
            <Uitkomsten resultaten={data} />
            <Stappen resultaten={data} />
          </>
        )}
      </Gegevens>
      <Download cohortId={cohort.id} />
    </Pagina>
  );
}

export function ResultatenPage(): ReactElement {
  const { cohortId } = useParams({ from: '/onderzoek/$cohortId' });
  const cohort = useQuery(vraag.cohort(cohortId));
  return (
    <Gegevens heel vraag={cohort}>
      {(data) => <Scherm key={data.id} cohort={data} />}
    </Gegevens>
  );
}
