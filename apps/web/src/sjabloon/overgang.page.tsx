import { datumInWoorden } from '@maatwerktraject/domain';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import { vraag } from '../api/vragen.js';
import type { Cohort } from '../api/types.js';
import { Pagina } from '../shell/pagina.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { Keuzelijst } from '../ui/velden.component.js';
import { Zeker } from '../ui/zeker.component.js';
import { sjabloonOpdracht } from './sjabloon.opdrachten.js';
import { sjabloonVraag } from './sjabloon.vragen.js';
import { overgangInWoorden, stapInWoorden, type Overgang } from './sjablonen.view-model.js';

function Traject({ overgang }: { overgang: Overgang }): ReactElement {
  const [zeker, setZeker] = useState(false);
  const { trajectId, gemeente, van, naar, bezwaar, regelsAnders, stappen } = overgang;
  const kies = useOpdracht(sjabloonOpdracht.kies, () => setZeker(false));
  return (
    <li className="kaart">
      <h2 className="utrecht-heading-3">{gemeente}</h2>
      <p>
        Nu op versie {van}. {overgangInWoorden(overgang)}
      </p>
      {stappen.length > 0 ? (
        <details>
          <summary>{`Wat verandert er voor ${gemeente}?`}</summary>
          <ul>
            {stappen.map((stap) => (
              <li key={`${stap.sleutel}-${stap.wat}`}>{stapInWoorden(stap, datumInWoorden)}</li>
            ))}
          </ul>
          {regelsAnders ? <p>Vanaf dan gelden ook andere regels voor herinneringen en overzichten.</p> : null}
        </details>
      ) : null}
      {kies.isSuccess ? (
        <Melding soort="ok">{`${gemeente} gaat naar versie ${String(naar)}.`}</Melding>
      ) : null}
      {bezwaar ? null : zeker ? (
        <Zeker
          ja={`Ja, laat ${gemeente} overgaan`}
          bezig={kies.isPending}
          fout={kies.error}
          doe={() => kies.mutate({ trajectId, versie: naar })}
          sluit={() => setZeker(false)}
        >
          <p>Een stap die al begonnen is, verandert niet. Wat daarna komt, gaat volgens versie {naar}.</p>
        </Zeker>
      ) : (
        <Knop onClick={() => setZeker(true)}>{`Laat ${gemeente} overgaan op versie ${String(naar)}`}</Knop>
      )}
      {kies.error && !zeker ? <FoutMelding fout={kies.error} /> : null}
    </li>
  );
}

function Verslag({ cohort, versies }: { cohort: Cohort; versies: readonly number[] }): ReactElement {
  const [versie, setVersie] = useState(versies[0] ?? cohort.sjabloon.versie);
  const overgangen = useQuery(sjabloonVraag.overgangen(cohort.id, versie));
  return (
    <>
      <Keuzelijst
        pad="versie"
        label="Naar welke versie?"
        hulp="U ziet eerst per gemeente wat er zou veranderen. Er gebeurt nog niets."
        value={versie}
        onChange={({ target }) => setVersie(Number(target.value))}
      >
        {versies.map((een) => (
          <option key={een} value={een}>
            {cohort.sjabloon.titel}, versie {een}
          </option>
        ))}
      </Keuzelijst>
      <Gegevens vraag={overgangen}>
        {({ items }) => (
          <ul className="kaarten">
            {items.map((overgang) => (
              <Traject key={`${overgang.trajectId}-${String(overgang.naar)}`} overgang={overgang} />
            ))}
          </ul>
        )}
      </Gegevens>
    </>
  );
}

/** What another version of the sjabloon would do to the trajecten of a cohort, and letting them go over to it. */
export function OvergangPage(): ReactElement {
  const { cohortId } = useParams({ from: '/cohorten/$cohortId/sjabloon' });
  const cohort = useQuery(vraag.cohort(cohortId));
  const sjablonen = useQuery(vraag.sjablonen());
  return (
    <Gegevens vraag={cohort}>
      {(gelezen) => (
        <Pagina
          titel="Andere versie van het sjabloon"
          kruimels={[
            { naam: 'Cohorten', naar: '/cohorten' },
            { naam: gelezen.naam, naar: `/cohorten/${cohortId}` },
          ]}
        >
          <Gegevens vraag={sjablonen}>
            {({ items }) => (
              <Verslag
                cohort={gelezen}
                versies={items
                  .filter(
                    ({ sleutel, status }) =>
                      sleutel === gelezen.sjabloon.sleutel && status === 'gepubliceerd',
                  )
                  .map(({ versie }) => versie)
                  .sort((a, b) => b - a)}
              />
            )}
          </Gegevens>
        </Pagina>
      )}
    </Gegevens>
  );
}
