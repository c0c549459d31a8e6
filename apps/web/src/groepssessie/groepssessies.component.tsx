import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Cohort } from '../api/types.js';
import { Deel } from '../ui/deel.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { useGemeld } from '../ui/gemeld.hook.js';
import { sessieOpdracht } from './groepssessie.opdrachten.js';
import { LEGE_SESSIE } from './groepssessie.view-model.js';
import { sessieVraag } from './groepssessie.vragen.js';
import { SessieFormulier } from './sessie-formulier.component.js';
import { Sessie } from './sessie.component.js';

/** The groepssessies of a cohort that runs, and planning another one. */
export function Groepssessies({ cohort }: { cohort: Cohort }): ReactElement {
  const gemeld = useGemeld();
  const sessies = useQuery(sessieVraag.sessies(cohort.id, cohort.oefenklok !== null));
  const aantal = sessies.data?.items.length ?? 0;
  return (
    <Deel id="groepssessies" titel="Groepssessies" gemeld={gemeld}>
      <Gegevens vraag={sessies}>
        {({ items, nu }) =>
          items.length === 0 ? (
            <p className="utrecht-paragraph">Er is nog geen groepssessie gepland.</p>
          ) : (
            <ul className="kaarten kaarten--onder-elkaar">
              {items.map((sessie) => (
                <Sessie key={sessie.id} sessie={sessie} nu={nu} na={gemeld.meld} />
              ))}
            </ul>
          )
        }
      </Gegevens>
      {cohort.status === 'lopend' ? (
        // Closed and empty again once there is one more.
        <details key={aantal} className="uitklap">
          <summary>Een groepssessie plannen</summary>
          <p className="utrecht-paragraph">
            Het hoofdcontact van elke gemeente en de adviseurs krijgen meteen een uitnodiging voor hun agenda.
          </p>
          <SessieFormulier
            naam="nieuwe-sessie"
            begin={LEGE_SESSIE}
            knop="Plan de groepssessie"
            stuur={sessieOpdracht.plan(cohort.id)}
            na={() => gemeld.meld('De groepssessie is gepland. De uitnodigingen gaan nu weg.')}
          />
        </details>
      ) : null}
    </Deel>
  );
}
