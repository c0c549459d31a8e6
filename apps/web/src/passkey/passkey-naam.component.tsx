import { useState, type ReactElement } from 'react';
import { ApiFout } from '../api/fout.js';
import { useOpdracht } from '../api/opdrachten.js';
import { FoutOverzicht } from '../ui/fout-overzicht.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { Tekstveld } from '../ui/velden.component.js';
import { PasskeyFout } from './passkey-fout.component.js';

interface PasskeyNaamProps {
  /** The text that stands in the field at first. */
  begin: string;
  knop: string;
  stuur: (naam: string) => Promise<unknown>;
  na: (naam: string) => void;
  sluit: () => void;
}

/** Asks what a passkey is to be called, and does something with that. */
export function PasskeyNaam({ begin, knop, stuur, na, sluit }: PasskeyNaamProps): ReactElement {
  const [naam, setNaam] = useState(begin);
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const opdracht = useOpdracht(
    async (tekst: string) => {
      try {
        await stuur(tekst);
      } catch (fout) {
        if (fout instanceof ApiFout && fout.status === 400) vanServer(fout);
        throw fout;
      }
      return tekst;
    },
    (tekst) => na(tekst),
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const tekst = naam.trim();
        zetFouten(tekst === '' ? [{ pad: 'naam', zin: 'Geef de passkey een naam.' }] : []);
        if (tekst !== '' && !opdracht.isPending) opdracht.mutate(tekst);
      }}
    >
      <FoutOverzicht fouten={fouten} poging={poging} />
      <Tekstveld
        pad="naam"
        label="Naam van de passkey"
        hulp="Waaraan u hem later herkent. Bijvoorbeeld: telefoon van het werk."
        maxLength={60}
        value={naam}
        fout={foutBij('naam')}
        onChange={({ target }) => setNaam(target.value)}
      />
      {opdracht.error && fouten.length === 0 ? <PasskeyFout fout={opdracht.error} /> : null}
      <div className="knoppen">
        <Knop type="submit" soort="primary-action" bezig={opdracht.isPending}>
          {knop}
        </Knop>
        <Knop onClick={sluit}>Stop</Knop>
      </div>
    </form>
  );
}
