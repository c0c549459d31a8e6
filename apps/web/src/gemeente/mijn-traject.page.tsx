import { datumInWoorden } from '@maatwerktraject/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import type { TaakRegel, Traject } from '../api/types.js';
import { Contactpersonen } from '../contactpersoon/contactpersonen.component.js';
import { EigenMail } from '../contactpersoon/eigen-mail.component.js';
import { KomendeBijeenkomsten } from '../groepssessie/komende-bijeenkomsten.component.js';
import { OefenBanner } from '../oefenklok/oefen-banner.component.js';
import { Pagina } from '../shell/pagina.component.js';
import { StappenBalk } from '../traject/stappen-balk.component.js';
import { dagVan } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Merk } from '../ui/merk.component.js';
import { UITVOERDER_NAAM } from '../ui/woorden.js';
import {
  akkoordTaken,
  klareTaken,
  komendeTaken,
  openTaken,
  waarStaanWij,
  type TaakKaart,
} from './mijn-traject.view-model.js';

function Kaart({ taak }: { taak: TaakKaart }): ReactElement {
  return (
    <li className="kaart taak-kaart">
      <h3 className="utrecht-heading-3">
        <Link className="utrecht-link" to="/taken/$taakId" params={{ taakId: taak.id }}>
          {taak.titel}
          <span className="visueel-verborgen"> voor {taak.voorWie}</span>
        </Link>
      </h3>
      <p>
        Voor: {taak.voorWie}. Ongeveer {taak.minuten} minuten.
      </p>
      <p>
        {taak.bijzonder ? <Merk soort="let-op" tekst={taak.bijzonder} /> : null}{' '}
        {taak.teLaat ? <Merk soort="fout" tekst="Te laat" /> : null} Graag klaar op {taak.wanneer}.
      </p>
    </li>
  );
}

const Kaarten = ({ taken }: { taken: readonly TaakKaart[] }): ReactElement => (
  <ul className="kaarten">
    {taken.map((taak) => (
      <Kaart key={taak.id} taak={taak} />
    ))}
  </ul>
);

function Lijst({
  kop,
  leeg,
  taken,
  dag,
}: {
  kop: string;
  leeg: string;
  taken: readonly TaakRegel[];
  dag: (taak: TaakRegel) => string;
}): ReactElement {
  return (
    <section aria-label={kop}>
      <h2 className="utrecht-heading-2">{kop}</h2>
      {taken.length === 0 ? <p className="utrecht-paragraph">{leeg}</p> : null}
      <ul className="utrecht-unordered-list">
        {taken.map((taak) => (
          <li key={taak.id} className="utrecht-unordered-list__item">
            <Link className="utrecht-link" to="/taken/$taakId" params={{ taakId: taak.id }}>
              {taak.titel} ({UITVOERDER_NAAM[taak.uitvoerder].toLowerCase()})
            </Link>
            : {dag(taak)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Scherm({ traject }: { traject: Traject }): ReactElement {
  const vandaag = dagVan(traject.nu);
  const open = openTaken(traject, vandaag);
  const eigen = [...akkoordTaken(traject, vandaag), ...open.filter((taak) => taak.eigen)];
  const anderen = open.filter((taak) => !taak.eigen);
  const meer = (useQuery(vraag.trajecten()).data?.items.length ?? 0) > 1;
  return (
    <Pagina
      titel={`Traject van ${traject.gemeente.naam}`}
      {...(meer ? { kruimels: [{ naam: 'Uw trajecten', naar: '/mijn' }] } : {})}
      voor={traject.oefen ? <OefenBanner naam={traject.cohortNaam} nu={traject.nu} /> : null}
    >
      <p className="utrecht-paragraph utrecht-paragraph--lead">{waarStaanWij(traject, vandaag)}</p>
      <StappenBalk stappen={traject.stappen} huidig={traject.stap} />
      <section aria-labelledby="nu">
        <h2 id="nu" className="utrecht-heading-2">
          Wat wordt er nu van u gevraagd?
        </h2>
        {eigen.length === 0 ? <p className="utrecht-paragraph">Voor u is er nu niets te doen.</p> : null}
        <Kaarten taken={eigen} />
      </section>
      <KomendeBijeenkomsten cohortId={traject.cohortId} />
      {anderen.length === 0 ? null : (
        <section aria-labelledby="collegas">
          <h2 id="collegas" className="utrecht-heading-2">
            Wat staat open bij collega’s?
          </h2>
          <p className="utrecht-paragraph">Deze taken vullen zij in. U kunt ze wel bekijken.</p>
          <Kaarten taken={anderen} />
        </section>
      )}
      {traject.status === 'afgerond' || traject.status === 'teruggetrokken' ? null : (
        <Lijst
          kop="Wat komt er nog in deze stap?"
          leeg="In deze stap komen er geen taken meer bij."
          taken={komendeTaken(traject)}
          dag={(taak) => `opent op ${datumInWoorden(taak.opentOp ?? taak.geplandOpenOp)}`}
        />
      )}
      <Lijst
        kop="Wat is er klaar?"
        leeg="Er is nog niets ingediend."
        taken={klareTaken(traject)}
        dag={(taak) => (taak.ingediendOp ? `ingediend op ${datumInWoorden(dagVan(taak.ingediendOp))}` : '')}
      />
      <Contactpersonen traject={traject} />
      <EigenMail traject={traject} />
      <section aria-labelledby="vragen">
        <h2 id="vragen" className="utrecht-heading-2">
          Vragen?
        </h2>
        <p className="utrecht-paragraph">
          Uw adviseur is {traject.adviseur.naam}:{' '}
          <a className="utrecht-link" href={`mailto:${traject.adviseur.email}`}>
            {traject.adviseur.email}
          </a>
          .
        </p>
      </section>
    </Pagina>
  );
}

export function MijnTrajectPage(): ReactElement {
  const { trajectId } = useParams({ from: '/mijn/$trajectId' });
  const traject = useQuery(vraag.traject(trajectId));
  return (
    <Gegevens heel vraag={traject}>
      {(data) => <Scherm traject={data} />}
    </Gegevens>
  );
}
