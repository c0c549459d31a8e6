import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useRol } from '../aanmelden/aanmelding.context.js';
import { vraag } from '../api/vragen.js';
import type { Bord as BordData, BordRij } from '../api/types.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Melding } from '../ui/melding.component.js';
import { Merk } from '../ui/merk.component.js';
import { Groep, Vinkje } from '../ui/velden.component.js';
import { aantal, UITKOMST_NAAM } from '../ui/woorden.js';
import { TabelRand } from '../ui/tabel.component.js';
import { postInWoorden } from '../bezorging/adresprobleem.view-model.js';
import { cel, gefilterd, rijMerk, samenvatting, type BordFilter } from './bord.view-model.js';

const FILTERS: readonly { waarde: BordFilter; naam: string }[] = [
  { waarde: 'alles', naam: 'Alle gemeenten' },
  { waarde: 'te-laat', naam: 'Iets is te laat' },
  { waarde: 'wacht-op-akkoord', naam: 'Wacht op uw akkoord' },
  { waarde: 'post', naam: 'Mail vraagt aandacht' },
  { waarde: 'staat-stil', naam: 'Gepauzeerd of gestopt' },
];

const naamVanStap = (sleutel: string): string =>
  sleutel.charAt(0).toUpperCase() + sleutel.slice(1).replaceAll('_', ' ');

function Rij({ rij }: { rij: BordRij }): ReactElement {
  const rol = useRol();
  const merk = rijMerk(rij);
  return (
    <tr>
      <th scope="row" className="bord__gemeente">
        {/* Only an adviseur can read trajecten; others see a name, or a mark instead of it. */}
        {rol === 'adviseur' ? (
          <Link className="utrecht-link" to="/trajecten/$trajectId" params={{ trajectId: rij.trajectId }}>
            {rij.gemeente.naam}
          </Link>
        ) : (
          rij.gemeente.naam
        )}
        {rij.post && postInWoorden(rij.post) ? (
          <span className="bord__toelichting">{postInWoorden(rij.post)}</span>
        ) : null}
        {merk ? <Merk {...merk} /> : null}
      </th>
      {rij.stappen.map((stap) => {
        const { soort, tekst, toelichting } = cel(stap);
        return (
          <td key={stap.sleutel} className={stap.sleutel === rij.huidigeStap ? 'bord__nu' : undefined}>
            <Merk soort={soort} tekst={tekst} />
            {toelichting ? <span className="bord__toelichting">{toelichting}</span> : null}
          </td>
        );
      })}
      <td>{rij.uitkomst ? UITKOMST_NAAM[rij.uitkomst] : 'Nog niet bekend'}</td>
    </tr>
  );
}

function Tabel({ bord, filter }: { bord: BordData; filter: BordFilter }): ReactElement {
  const rijen = gefilterd(bord, filter);
  const stappen = bord.items[0]?.stappen ?? [];
  if (rijen.length === 0)
    return (
      <Melding soort="ok">
        <p>Er zijn nu geen gemeenten waarvoor dit geldt.</p>
      </Melding>
    );
  return (
    <TabelRand naam="Gemeenten en stappen" soort="bord">
      <table className="utrecht-table utrecht-table--html-table tabel">
        <caption className="visueel-verborgen">Hoe ver elke gemeente is, per stap</caption>
        <thead>
          <tr>
            <th scope="col" className="bord__gemeente">
              Gemeente
            </th>
            {stappen.map(({ sleutel }, nummer) => (
              <th key={sleutel} scope="col">
                {nummer + 1}. {naamVanStap(sleutel)}
              </th>
            ))}
            <th scope="col">Uitkomst</th>
          </tr>
        </thead>
        <tbody>
          {rijen.map((rij) => (
            <Rij key={rij.trajectId} rij={rij} />
          ))}
        </tbody>
      </table>
    </TabelRand>
  );
}

/** Gemeenten by stappen, with what is late. */
export function Bord({ cohortId, oefen }: { cohortId: string; oefen: boolean }): ReactElement {
  const [filter, setFilter] = useState<BordFilter>('alles');
  const bord = useQuery(vraag.bord(cohortId, oefen));
  return (
    <section aria-labelledby="bord">
      <h2 id="bord" className="utrecht-heading-2">
        Bord
      </h2>
      <Gegevens vraag={bord}>
        {(data) => (
          <>
            <p className="utrecht-paragraph">{samenvatting(data)}</p>
            {data.post && postInWoorden(data.post) ? (
              <Melding soort="warning">
                <p>
                  Mail die uw aandacht vraagt: {postInWoorden(data.post)}. Kies hieronder Mail vraagt
                  aandacht.
                </p>
              </Melding>
            ) : null}
            <Groep pad="filter" legenda="Welke gemeenten wilt u zien?">
              <div className="filter">
                {FILTERS.map(({ waarde, naam }) => (
                  <Vinkje
                    key={waarde}
                    soort="radio"
                    name="filter"
                    label={naam}
                    checked={filter === waarde}
                    onChange={() => setFilter(waarde)}
                  />
                ))}
              </div>
            </Groep>
            <p role="status" className="visueel-verborgen">
              {aantal(gefilterd(data, filter).length, 'gemeente', 'gemeenten')} in beeld.
            </p>
            <Tabel bord={data} filter={filter} />
          </>
        )}
      </Gegevens>
    </section>
  );
}
