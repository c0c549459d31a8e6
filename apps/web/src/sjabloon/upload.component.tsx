import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactElement } from 'react';
import { foutenVan } from '../api/fout.js';
import type { Fout } from '../api/types.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { Tabel } from '../ui/tabel.component.js';
import { beschrijving, veldId, VeldRand } from '../ui/velden.component.js';
import { sjabloonOpdracht, type Plaats } from './sjabloon.opdrachten.js';
import { plekInWoorden } from './sjablonen.view-model.js';

function Fouten({ fouten }: { fouten: readonly Fout[] }): ReactElement {
  return (
    <>
      <Melding soort="error" rol="alert" titel="Het bestand is niet opgeslagen">
        <p>Verbeter in het bestand wat hieronder staat. Kies het daarna opnieuw.</p>
      </Melding>
      <Tabel naam="Wat er nog niet klopt" koppen={['Plek in het bestand', 'Wat u kunt doen']}>
        {fouten.map(({ pad, zin }) => (
          <tr key={pad + zin}>
            <td>{plekInWoorden(pad)}</td>
            <td>{zin}</td>
          </tr>
        ))}
      </Tabel>
    </>
  );
}

const GEEN_JSON = 'Dit bestand is niet te lezen. Kies een JSON-bestand dat u hier hebt opgehaald.';

/** Puts a file in the place of a concept; what is wrong with it comes back with the place where it stands. */
export function Upload({ plaats }: { plaats: Plaats }): ReactElement {
  const client = useQueryClient();
  const invoer = useRef<HTMLInputElement>(null);
  const [fout, setFout] = useState<string>();
  const vervang = useMutation({
    mutationFn: sjabloonOpdracht.vervang,
    onSuccess: () => client.invalidateQueries({ queryKey: ['sjablonen'] }),
  });
  const fouten = foutenVan(vervang.error);
  const pad = `bestand-${plaats.sleutel}-${String(plaats.versie)}`;
  const hulp = 'Haal het bestand op, pas het aan en kies het hier.';

  async function verstuur(): Promise<void> {
    const bestand = invoer.current?.files?.[0];
    vervang.reset();
    if (!bestand) {
      setFout('Kies eerst een bestand.');
      return;
    }
    const tekst = await bestand.text();
    try {
      JSON.parse(tekst);
    } catch {
      setFout(GEEN_JSON);
      return;
    }
    setFout(undefined);
    vervang.mutate({ plaats, tekst });
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!vervang.isPending) void verstuur();
      }}
    >
      <VeldRand pad={pad} label="Aangepast bestand" hulp={hulp} fout={fout}>
        <input
          ref={invoer}
          id={veldId(pad)}
          type="file"
          accept=".json,application/json"
          className="bestand"
          aria-invalid={fout !== undefined || undefined}
          aria-describedby={beschrijving(pad, hulp, fout)}
        />
      </VeldRand>
      <Knop type="submit" bezig={vervang.isPending}>
        Bestand opslaan in dit concept
      </Knop>
      {vervang.error && fouten.length === 0 ? <FoutMelding fout={vervang.error} /> : null}
      {fouten.length > 0 ? <Fouten fouten={fouten} /> : null}
      {vervang.data ? (
        <Melding soort="ok" rol="status">
          <p>Het bestand klopt en is opgeslagen.</p>
        </Melding>
      ) : null}
    </form>
  );
}
