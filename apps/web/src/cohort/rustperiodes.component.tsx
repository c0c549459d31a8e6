import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { isDatum } from '@maatwerktraject/domain';
import { useOpdracht } from '../api/opdrachten.js';
import { verandering } from '../api/verandering.opdrachten.js';
import type { Fout, Rustperiode, Rustperiodes as Gegeven } from '../api/types.js';
import { vraag } from '../api/vragen.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Knop } from '../ui/knop.component.js';
import { Melding } from '../ui/melding.component.js';
import { Tekstveld } from '../ui/velden.component.js';
import { VersieFout } from '../ui/versie-fout.component.js';
import { aantal } from '../ui/woorden.js';

const pad = (nummer: number, veld: keyof Rustperiode): string => `rustperiodes.${String(nummer)}.${veld}`;

const controleer = (lijst: readonly Rustperiode[]): Fout[] =>
  lijst.flatMap(({ naam, van, tot }, nummer) => [
    ...(naam.trim() === '' ? [{ pad: pad(nummer, 'naam'), zin: 'Geef de periode een naam.' }] : []),
    ...(isDatum(van) ? [] : [{ pad: pad(nummer, 'van'), zin: 'Kies de eerste dag.' }]),
    ...(isDatum(tot) ? [] : [{ pad: pad(nummer, 'tot'), zin: 'Kies de laatste dag.' }]),
  ]);

function Lijst({ cohortId, gegeven }: { cohortId: string; gegeven: Gegeven }): ReactElement {
  const [lijst, setLijst] = useState<readonly Rustperiode[]>(gegeven.rustperiodes);
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const bewaar = useOpdracht(verandering.wijzigRustperiodes(cohortId));
  const wijzig = (nummer: number, deel: Partial<Rustperiode>): void =>
    setLijst(lijst.map((een, plaats) => (plaats === nummer ? { ...een, ...deel } : een)));
  function verstuur(): void {
    const eigen = controleer(lijst);
    zetFouten(eigen);
    if (eigen.length === 0 && !bewaar.isPending)
      bewaar.mutate({ rustperiodes: [...lijst], versie: gegeven.versie }, { onError: vanServer });
  }
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      {gegeven.nogTeVerwerken > 0 ? (
        <Melding soort="warning">
          <p>
            Bij {aantal(gegeven.nogTeVerwerken, 'gemeente', 'gemeenten')} is dit nog niet verwerkt. Bewaar nog
            eens.
          </p>
        </Melding>
      ) : null}
      {lijst.length === 0 ? <p className="utrecht-paragraph">Er zijn geen rustperiodes.</p> : null}
      {lijst.map((een, nummer) => (
        // Its place is what it is known by while it is typed.
        <fieldset key={nummer} className="groep veld">
          <legend className="utrecht-form-label groep__legenda">Rustperiode {nummer + 1}</legend>
          <Tekstveld
            pad={pad(nummer, 'naam')}
            label="Naam"
            hulp="Bijvoorbeeld: zomerreces"
            fout={foutBij(pad(nummer, 'naam'))}
            value={een.naam}
            onChange={({ target }) => wijzig(nummer, { naam: target.value })}
          />
          <Tekstveld
            type="date"
            pad={pad(nummer, 'van')}
            label="Eerste dag"
            fout={foutBij(pad(nummer, 'van'))}
            value={een.van}
            onChange={({ target }) => wijzig(nummer, { van: target.value })}
          />
          <Tekstveld
            type="date"
            pad={pad(nummer, 'tot')}
            label="Laatste dag"
            fout={foutBij(pad(nummer, 'tot'))}
            value={een.tot}
            onChange={({ target }) => wijzig(nummer, { tot: target.value })}
          />
          <Knop soort="subtle" onClick={() => setLijst(lijst.filter((_, plaats) => plaats !== nummer))}>
            Haal {een.naam === '' ? 'deze rustperiode' : een.naam} weg
          </Knop>
        </fieldset>
      ))}
      {bewaar.error && fouten.length === 0 ? (
        <VersieFout fout={bewaar.error} wat="de rustperiodes" sleutel="cohorten" na={() => bewaar.reset()} />
      ) : null}
      <div role="status">
        {bewaar.isSuccess ? <Melding soort="ok">De rustperiodes zijn bewaard.</Melding> : null}
      </div>
      <div className="knoppen">
        <Knop onClick={() => setLijst([...lijst, { naam: '', van: '', tot: '' }])}>
          Voeg een rustperiode toe
        </Knop>
        <Knop type="submit" soort="primary-action" bezig={bewaar.isPending}>
          Bewaar de rustperiodes
        </Knop>
      </div>
    </Formulier>
  );
}

/** The days on which a cohort leaves its gemeenten alone. */
export function Rustperiodes({ cohortId, loopt }: { cohortId: string; loopt: boolean }): ReactElement {
  const rustperiodes = useQuery(vraag.rustperiodes(cohortId));
  return (
    <details className="uitklap">
      <summary>Rustperiodes</summary>
      <p className="utrecht-paragraph">
        In een rustperiode gaat er geen mail weg en hoeft er niets klaar te zijn. Dagen die erin vallen,
        schuiven op naar de eerste werkdag erna.{loopt ? ' Dat geldt ook voor trajecten die al lopen.' : ''}
      </p>
      <Gegevens vraag={rustperiodes}>
        {(data) => <Lijst key={data.versie} cohortId={cohortId} gegeven={data} />}
      </Gegevens>
    </details>
  );
}
