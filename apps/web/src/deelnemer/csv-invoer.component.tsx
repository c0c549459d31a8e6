import { useRef, useState, type ReactElement } from 'react';
import { foutenVan } from '../api/fout.js';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { TabelRand } from '../ui/tabel.component.js';
import { beschrijving, VeldRand, veldId } from '../ui/velden.component.js';
import { aantal } from '../ui/woorden.js';
import { csvFouten, csvTekst, type CsvFout } from './csv.view-model.js';

function FoutTabel({ fouten }: { fouten: readonly CsvFout[] }): ReactElement {
  return (
    <Melding
      soort="error"
      rol="alert"
      titel={`Er is niets toegevoegd: ${aantal(fouten.length, 'fout', 'fouten')} in het bestand`}
    >
      <p>Verbeter het bestand en kies het daarna opnieuw.</p>
      <TabelRand naam="Fouten in het bestand">
        <table className="utrecht-table utrecht-table--html-table tabel">
          <thead>
            <tr>
              <th scope="col">Regel en kolom</th>
              <th scope="col">Wat is er mis?</th>
            </tr>
          </thead>
          <tbody>
            {fouten.map((fout) => (
              <tr key={fout.waar + fout.zin}>
                <td>{fout.waar}</td>
                <td className="tabel__zin">{fout.zin}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TabelRand>
    </Melding>
  );
}

/** Adds gemeenten from a file: all of them, or none. */
export function CsvInvoer({ cohortId }: { cohortId: string }): ReactElement {
  const invoer = useRef<HTMLInputElement>(null);
  const [leeg, setLeeg] = useState(false);
  const laad = useOpdracht(opdracht.laadCsv(cohortId));
  const fouten = csvFouten(foutenVan(laad.error));

  async function verstuur(): Promise<void> {
    const bestand = invoer.current?.files?.[0];
    setLeeg(bestand === undefined);
    if (!bestand) return invoer.current?.focus();
    laad.mutate(csvTekst(await bestand.arrayBuffer()), {
      onSuccess: () => {
        if (invoer.current) invoer.current.value = '';
      },
    });
  }

  const hulp = (
    <>
      Een regel per contactpersoon, met de kolommen gemeentecode, naam, email, niveau en hoofdcontact.{' '}
      <a className="utrecht-link" href="/voorbeeld-deelnemers.csv" download="voorbeeld-deelnemers.csv">
        Download een voorbeeldbestand
      </a>
      .
    </>
  );
  const fout = leeg ? 'Kies eerst een bestand.' : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!laad.isPending) void verstuur();
      }}
    >
      <VeldRand pad="csv" label="CSV-bestand" hulp={hulp} fout={fout}>
        <input
          ref={invoer}
          id={veldId('csv')}
          type="file"
          accept=".csv,text/csv"
          className="bestand"
          aria-invalid={leeg || undefined}
          aria-describedby={beschrijving('csv', hulp, fout)}
        />
      </VeldRand>
      <Knop type="submit" bezig={laad.isPending}>
        Gemeenten uit het bestand toevoegen
      </Knop>
      {laad.error && fouten.length === 0 ? <FoutMelding fout={laad.error} /> : null}
      {fouten.length > 0 ? <FoutTabel fouten={fouten} /> : null}
      {laad.data ? (
        <Melding soort="ok" rol="status">
          <p>Het bestand is verwerkt. U ziet de gemeenten in de lijst hierboven.</p>
        </Melding>
      ) : null}
    </form>
  );
}
