import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactElement } from 'react';
import type { Passkey, PasskeyLijst } from '../api/types.js';
import { momentKort } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Knop } from '../ui/knop.component.js';
import { Melding } from '../ui/melding.component.js';
import { TabelRand } from '../ui/tabel.component.js';
import { PasskeyNaam } from './passkey-naam.component.js';
import { PasskeyWeg } from './passkey-weg.component.js';
import { passkeyOpdracht, passkeysVraag } from './passkey.opdrachten.js';

/** What somebody is about to do. */
type Bezig = { soort: 'nieuw' } | { soort: 'naam' | 'weg'; id: string } | null;

interface TabelProps {
  items: readonly Passkey[];
  kies: (bezig: Bezig) => void;
}

function Tabel({ items, kies }: TabelProps): ReactElement {
  return (
    <TabelRand naam="Uw passkeys">
      <table className="utrecht-table utrecht-table--html-table tabel">
        <thead>
          <tr>
            <th scope="col">Passkey</th>
            <th scope="col">Toegevoegd</th>
            <th scope="col">Laatst gebruikt</th>
            <th scope="col">Naam</th>
            <th scope="col">Verwijderen</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, naam, gemaaktOp, gebruiktOp }) => (
            <tr key={id}>
              <th scope="row">{naam}</th>
              <td className="tabel__dag">{momentKort(gemaaktOp)}</td>
              <td className="tabel__dag">{gebruiktOp === null ? 'Nog niet' : momentKort(gebruiktOp)}</td>
              <td>
                <Knop
                  soort="subtle"
                  onClick={() => kies({ soort: 'naam', id })}
                  aria-label={`Verander de naam van passkey ${naam}`}
                >
                  Verander
                </Knop>
              </td>
              <td>
                <Knop
                  soort="subtle"
                  onClick={() => kies({ soort: 'weg', id })}
                  aria-label={`Verwijder passkey ${naam}`}
                >
                  Verwijder
                </Knop>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TabelRand>
  );
}

interface WerkProps extends PasskeyLijst {
  bezig: Bezig;
  kies: (bezig: Bezig) => void;
  na: (zin: string) => void;
}

function Werk({ items, belemmering, bezig, kies, na }: WerkProps): ReactElement | null {
  const sluit = (): void => kies(null);
  if (bezig?.soort === 'nieuw')
    return (
      <PasskeyNaam
        begin=""
        knop="Maak de passkey"
        stuur={passkeyOpdracht.voegToe}
        na={(naam) => na(`${naam} is toegevoegd. Bij de volgende keer aanmelden vragen we erom.`)}
        sluit={sluit}
      />
    );
  const passkey = bezig === null ? undefined : items.find(({ id }) => id === bezig.id);
  if (passkey && bezig?.soort === 'weg')
    return (
      <PasskeyWeg
        key={passkey.id}
        passkey={passkey}
        laatste={items.length === 1}
        na={() => na(`${passkey.naam} is verwijderd.`)}
        sluit={sluit}
      />
    );
  if (passkey)
    return (
      <PasskeyNaam
        key={passkey.id}
        begin={passkey.naam}
        knop="Bewaar de naam"
        stuur={(naam) => passkeyOpdracht.hernoem({ id: passkey.id, naam })}
        na={(naam) => na(`De passkey heet nu ${naam}.`)}
        sluit={sluit}
      />
    );
  if (belemmering !== null) return <p className="utrecht-paragraph">{belemmering}</p>;
  return <Knop onClick={() => kies({ soort: 'nieuw' })}>Voeg een passkey toe</Knop>;
}

/** What protects an account besides the link: optional, and explained in plain words. */
export function Passkeys(): ReactElement {
  const passkeys = useQuery(passkeysVraag());
  const kop = useRef<HTMLHeadingElement>(null);
  const [bezig, kies] = useState<Bezig>(null);
  const [klaar, setKlaar] = useState('');
  const na = (zin: string): void => {
    kies(null);
    setKlaar(zin);
    // What was pressed goes away; the focus stays near it.
    kop.current?.focus();
  };
  return (
    <>
      <h2 ref={kop} tabIndex={-1} className="utrecht-heading-2">
        Extra beveiliging
      </h2>
      <p className="utrecht-paragraph">
        U kunt uw account extra beveiligen met een passkey. Dit hoeft niet. Een passkey staat op uw telefoon,
        uw computer of een losse sleutel. U opent hem met uw vinger, uw gezicht of een pincode. Na de link uit
        uw mail vragen we dan ook om de passkey. Iemand die bij uw mail kan, komt er dan nog niet in.
      </p>
      <p className="utrecht-paragraph">
        Voeg er liever twee toe, op twee apparaten. Bent u alle apparaten kwijt? Dan kan de beheerder uw
        passkeys weghalen.
      </p>
      <div role="status">{klaar ? <Melding soort="ok">{klaar}</Melding> : null}</div>
      <Gegevens vraag={passkeys}>
        {({ items, belemmering }) => (
          <>
            {items.length > 0 ? <Tabel items={items} kies={kies} /> : null}
            <Werk {...{ items, belemmering, bezig, kies, na }} />
          </>
        )}
      </Gegevens>
    </>
  );
}
