import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactElement } from 'react';
import { ApiFout } from '../api/fout.js';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import { vraag } from '../api/vragen.js';
import type { SessieRegel } from '../api/types.js';
import { Passkeys } from '../passkey/passkeys.component.js';
import { Pagina } from '../shell/pagina.component.js';
import { momentKort } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { TabelRand } from '../ui/tabel.component.js';
import { aantal, ROL_NAAM } from '../ui/woorden.js';
import { andereSessies, opGebruik, viaNaam } from './sessie.view-model.js';

/** Ends these sessions one after the other; one that ended meanwhile is no fault. */
async function beeindigAlle(ids: readonly string[]): Promise<number> {
  for (const id of ids)
    await opdracht.beeindigSessie(id).catch((fout: unknown) => {
      if (!(fout instanceof ApiFout && fout.status === 404)) throw fout;
    });
  return ids.length;
}

interface TabelProps {
  items: readonly SessieRegel[];
  bezig: boolean;
  beeindig: (id: string) => void;
}

function Tabel({ items, bezig, beeindig }: TabelProps): ReactElement {
  return (
    <TabelRand naam="Sessies">
      <table className="utrecht-table utrecht-table--html-table tabel">
        <thead>
          <tr>
            <th scope="col">Apparaat</th>
            <th scope="col">Aangemeld met</th>
            <th scope="col">Rol</th>
            <th scope="col">Begonnen</th>
            <th scope="col">Laatst gebruikt</th>
            <th scope="col">Beëindigen</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, apparaat, via, meerdereFactoren, rol, begonnenOp, gebruiktOp, huidig }) => (
            <tr key={id}>
              <th scope="row">{apparaat}</th>
              <td>{viaNaam({ via, meerdereFactoren })}</td>
              <td>{ROL_NAAM[rol]}</td>
              <td className="tabel__dag">{momentKort(begonnenOp)}</td>
              <td className="tabel__dag">{momentKort(gebruiktOp)}</td>
              <td>
                {huidig ? (
                  'Hier bent u nu'
                ) : (
                  <Knop
                    soort="subtle"
                    bezig={bezig}
                    onClick={() => beeindig(id)}
                    aria-label={`Beëindig de sessie op ${apparaat} van ${momentKort(begonnenOp)}`}
                  >
                    Beëindig
                  </Knop>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TabelRand>
  );
}

/** Where somebody is signed in, and how to end that. */
export function SessiesPage(): ReactElement {
  const sessies = useQuery(vraag.sessies());
  const stand = useRef<HTMLHeadingElement>(null);
  const [klaar, setKlaar] = useState('');
  // The button that was pressed goes away; the focus stays near it.
  const beeindig = useOpdracht(beeindigAlle, (getal) => {
    setKlaar(getal === 1 ? 'De sessie is beëindigd.' : 'De andere sessies zijn beëindigd.');
    stand.current?.focus();
  });
  return (
    <Pagina titel="Uw sessies">
      <p className="utrecht-paragraph">
        Elke keer dat u zich aanmeldt, begint een sessie. Herkent u een apparaat niet, of bent u het kwijt?
        Beëindig dan die sessie. Wie daar bezig is, moet zich opnieuw aanmelden.
      </p>
      <h2 ref={stand} tabIndex={-1} className="utrecht-heading-2">
        Waar u bent aangemeld
      </h2>
      <div role="status">{klaar ? <Melding soort="ok">{klaar}</Melding> : null}</div>
      {beeindig.error ? <FoutMelding fout={beeindig.error} /> : null}
      <Gegevens vraag={sessies}>
        {({ items }) => {
          const andere = andereSessies(items);
          return (
            <>
              <Tabel
                items={opGebruik(items)}
                bezig={beeindig.isPending}
                beeindig={(id) => beeindig.mutate([id])}
              />
              {andere.length > 0 ? (
                <Knop bezig={beeindig.isPending} onClick={() => beeindig.mutate(andere.map(({ id }) => id))}>
                  Beëindig alle andere ({aantal(andere.length, 'sessie', 'sessies')})
                </Knop>
              ) : (
                <p className="utrecht-paragraph">U bent nergens anders aangemeld.</p>
              )}
            </>
          );
        }}
      </Gegevens>
      <Passkeys />
    </Pagina>
  );
}
