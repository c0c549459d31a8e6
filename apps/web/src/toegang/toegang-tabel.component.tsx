import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useIk } from '../aanmelden/aanmelding.context.js';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import type { Toekenning } from '../api/types.js';
import { dagKort, dagVan } from '../ui/datum.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { TabelRand } from '../ui/tabel.component.js';
import { ROL_NAAM, uitnodigingInWoorden } from '../ui/woorden.js';

function Bevestig({
  wie,
  cohortId,
  na,
  sluit,
}: {
  wie: Toekenning;
  cohortId: string;
  na: () => void;
  sluit: () => void;
}): ReactElement {
  const kop = useRef<HTMLHeadingElement>(null);
  const ik = useIk();
  const neem = useOpdracht(opdracht.trekToegangIn(cohortId), () => {
    sluit();
    na();
  });
  useEffect(() => kop.current?.focus(), []);
  return (
    <Melding soort="warning">
      <h3 ref={kop} tabIndex={-1} className="utrecht-heading-3">
        Weet u het zeker?
      </h3>
      <p>
        {wie.accountId === ik?.accountId
          ? `U hebt dan zelf geen toegang meer als ${ROL_NAAM[wie.rol]}. Dat geldt meteen.`
          : `${wie.naam} heeft dan geen toegang meer als ${ROL_NAAM[wie.rol]}. Dat geldt meteen.`}
      </p>
      <div className="knoppen">
        <Knop soort="primary-action" bezig={neem.isPending} onClick={() => neem.mutate(wie.id)}>
          Ja, trek de toegang in
        </Knop>
        <Knop onClick={sluit}>Nee, laat zo</Knop>
      </div>
      {neem.error ? <FoutMelding fout={neem.error} /> : null}
    </Melding>
  );
}

function Rij({ wie, trekIn }: { wie: Toekenning; trekIn: () => void }): ReactElement {
  return (
    <tr>
      <th scope="row">{wie.naam}</th>
      <td>{wie.email ?? '–'}</td>
      <td>{ROL_NAAM[wie.rol]}</td>
      <td>
        {wie.rol === 'adviseur' || wie.identiteiten ? 'Ja' : 'Nee'}
        {wie.reden === null ? '' : `. Reden: ${wie.reden}`}
      </td>
      <td className="tabel__dag">
        {dagKort(dagVan(wie.verleendOp))}
        {wie.vervaltOp === null ? '' : ` tot ${dagKort(dagVan(wie.vervaltOp))}`}
      </td>
      <td>{wie.verleendDoor ?? 'Beheer'}</td>
      <td>{uitnodigingInWoorden(wie)}</td>
      <td className="tabel__dag">
        <Knop
          soort="subtle"
          onClick={trekIn}
          aria-label={`Trek in: toegang van ${wie.naam} als ${ROL_NAAM[wie.rol]}`}
        >
          Trek in
        </Knop>
      </td>
    </tr>
  );
}

interface ToegangTabelProps {
  cohortId: string;
  items: readonly Toekenning[];
  na: (wie: Toekenning) => void;
}

/** Who has access, and taking it away after one question. */
export function ToegangTabel({ cohortId, items, na }: ToegangTabelProps): ReactElement {
  const [weg, setWeg] = useState<string | null>(null);
  const wie = items.find(({ id }) => id === weg);
  return (
    <>
      <TabelRand naam="Wie toegang heeft">
        <table className="utrecht-table utrecht-table--html-table tabel">
          <thead>
            <tr>
              <th scope="col">Naam</th>
              <th scope="col">E-mailadres</th>
              <th scope="col">Rol</th>
              <th scope="col">Ziet namen van gemeenten</th>
              <th scope="col">Sinds</th>
              <th scope="col">Gegeven door</th>
              <th scope="col">Mail</th>
              <th scope="col">Intrekken</th>
            </tr>
          </thead>
          <tbody>
            {items.map((een) => (
              <Rij key={een.id} wie={een} trekIn={() => setWeg(een.id)} />
            ))}
          </tbody>
        </table>
      </TabelRand>
      {wie ? (
        <Bevestig key={wie.id} wie={wie} cohortId={cohortId} na={() => na(wie)} sluit={() => setWeg(null)} />
      ) : null}
    </>
  );
}
