import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import type { Traject } from '../api/types.js';
import { vraag } from '../api/vragen.js';
import { andereAdviseurs } from '../toegang/adviseur-in-mail.view-model.js';
import { Deel } from '../ui/deel.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { useGemeld } from '../ui/gemeld.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { contactOpdracht } from './contactpersoon.opdrachten.js';

/** Who guides this traject: mail for the adviseur goes there. Another one of the cohort can take over. */
export function TrajectAdviseur({ traject }: { traject: Traject }): ReactElement {
  const { adviseur, cohortId, id } = traject;
  const gemeld = useGemeld();
  const toekenningen = useQuery(vraag.toekenningen(cohortId));
  const kies = useOpdracht(contactOpdracht.kiesAdviseur(id), ({ naam }) =>
    gemeld.meld(`${naam} begeleidt nu dit traject.`),
  );
  return (
    <Deel id="adviseur" titel="Adviseur" gemeld={gemeld}>
      <p className="utrecht-paragraph">
        <strong>{adviseur.naam}</strong> ({adviseur.email}) begeleidt dit traject.
        {adviseur.accountId === null ? ' Dat is de adviseur van het cohort.' : ''}
      </p>
      <Gegevens vraag={toekenningen}>
        {({ items }) => (
          <div className="knoppen">
            {andereAdviseurs(items, adviseur)
              .filter(({ email }) => email !== adviseur.email)
              .map(({ id: toekenning, accountId, naam }) => (
                <Knop key={toekenning} bezig={kies.isPending} onClick={() => kies.mutate(accountId)}>
                  Laat {naam} begeleiden
                </Knop>
              ))}
            {adviseur.accountId === null ? null : (
              <Knop bezig={kies.isPending} onClick={() => kies.mutate(null)}>
                Weer de adviseur van het cohort
              </Knop>
            )}
          </div>
        )}
      </Gegevens>
      {kies.error ? <FoutMelding fout={kies.error} /> : null}
    </Deel>
  );
}
