import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import type { Gemeente } from '../api/types.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Groep, Tekstveld, Vinkje } from '../ui/velden.component.js';
import { aantal } from '../ui/woorden.js';
import { enigeTreffer } from './gemeente-zoeker.view-model.js';

interface GemeenteZoekerProps {
  gekozen: Gemeente | null;
  kies: (gemeente: Gemeente | null) => void;
  alErin: ReadonlySet<string>;
  fout?: string | undefined;
}

/** Finds a gemeente by a part of its name: a field, and below it what was found to choose from. */
export function GemeenteZoeker({ gekozen, kies, alErin, fout }: GemeenteZoekerProps): ReactElement {
  const [zoek, setZoek] = useState('');
  const gezocht = useDeferredValue(zoek.trim());
  const { data, error, refetch, isPlaceholderData } = useQuery(vraag.gemeenten(gezocht));
  const gevonden = gezocht.length > 1 ? (data?.items ?? []) : [];
  const eerste = gevonden.find(({ code }) => !alErin.has(code));
  const eersteKnop = useRef<HTMLInputElement>(null);

  function toets(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' && eerste) {
      event.preventDefault();
      eersteKnop.current?.focus();
    }
    if (event.key !== 'Enter') return;
    // Enter belongs to the search; the form around it is sent with its own button.
    event.preventDefault();
    const vers = gezocht === zoek.trim() && !isPlaceholderData;
    const treffer = vers ? enigeTreffer(gevonden, alErin) : undefined;
    if (!treffer) return;
    kies(treffer);
    eersteKnop.current?.focus();
  }

  return (
    <>
      <Tekstveld
        pad="gemeentecode"
        label="Welke gemeente?"
        hulp="Typ de eerste letters van de naam. Kies daarna uit de lijst. Met de pijltoets omlaag of met Tab gaat u naar de lijst."
        fout={fout}
        type="search"
        autoComplete="off"
        value={zoek}
        onChange={({ target }) => {
          setZoek(target.value);
          kies(null);
        }}
        onKeyDown={toets}
      />
      {error ? <FoutMelding fout={error} opnieuw={() => void refetch()} /> : null}
      <p role="status" className="visueel-verborgen">
        {gezocht.length > 1 && data ? `${aantal(data.totaal, 'gemeente', 'gemeenten')} gevonden.` : ''}
      </p>
      {gezocht.length > 1 && data?.items.length === 0 ? (
        <p className="utrecht-paragraph">Geen gemeente gevonden met “{gezocht}”.</p>
      ) : null}
      {gevonden.length > 0 ? (
        <Groep pad="gevonden" legenda="Gevonden gemeenten">
          {gevonden.map((gemeente) => (
            <Vinkje
              key={gemeente.code}
              soort="radio"
              name="gevonden"
              ref={gemeente === eerste ? eersteKnop : null}
              disabled={alErin.has(gemeente.code)}
              checked={gekozen?.code === gemeente.code}
              onChange={() => kies(gemeente)}
              label={`${gemeente.naam} (${gemeente.provincie})${alErin.has(gemeente.code) ? ', doet al mee' : ''}`}
            />
          ))}
          {data && data.totaal > gevonden.length ? <p>Er zijn er meer. Typ verder om te zoeken.</p> : null}
        </Groep>
      ) : null}
    </>
  );
}
