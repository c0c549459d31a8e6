import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import type { CohortAdviseur, Toekenning } from '../api/types.js';
import { vraag } from '../api/vragen.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { andereAdviseurs } from './adviseur-in-mail.view-model.js';

interface AdviseurInMailProps {
  cohortId: string;
  items: readonly Toekenning[];
  na: (adviseur: CohortAdviseur) => void;
}

function Keuze({
  adviseur,
  cohortId,
  items,
  na,
}: AdviseurInMailProps & { adviseur: CohortAdviseur }): ReactElement {
  const wissel = useOpdracht(opdracht.wisselAdviseur(cohortId), na);
  const anderen = andereAdviseurs(items, adviseur);
  return (
    <>
      <p className="utrecht-paragraph">
        Mail van dit cohort noemt <strong>{adviseur.naam}</strong> ({adviseur.email}). Mail voor de adviseur
        gaat naar dit adres.
      </p>
      {anderen.length === 0 ? (
        <p className="utrecht-paragraph">
          Moet dit iemand anders worden? Geef die eerst toegang als adviseur.
        </p>
      ) : (
        <div className="knoppen">
          {anderen.map(({ id, accountId, naam }) => (
            <Knop
              key={id}
              bezig={wissel.isPending}
              onClick={() => wissel.mutate({ accountId, versie: adviseur.versie })}
            >
              Zet {naam} in de mail
            </Knop>
          ))}
        </div>
      )}
      {wissel.error ? <FoutMelding fout={wissel.error} /> : null}
    </>
  );
}

/** Whom the mails of this cohort name, and putting somebody else there. */
export function AdviseurInMail(props: AdviseurInMailProps): ReactElement {
  const adviseur = useQuery(vraag.adviseur(props.cohortId));
  return <Gegevens vraag={adviseur}>{(data) => <Keuze {...props} adviseur={data} />}</Gegevens>;
}
