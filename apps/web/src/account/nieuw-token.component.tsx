import { useState, type ReactElement } from 'react';
import { beheerOpdracht } from '../api/beheer.opdrachten.js';
import { useOpdracht } from '../api/opdrachten.js';
import type { GegevenDiensttoken } from '../api/types.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Groep, Tekstveld, veldId, Vinkje } from '../ui/velden.component.js';
import {
  foutenInToken,
  LEEG_TOKEN,
  metRol,
  RECHT_NAAM,
  rechtenVan,
  tokenVerzoek,
  type TokenInvoer,
} from './rechten.view-model.js';

interface KeuzeProps {
  invoer: TokenInvoer;
  setInvoer: (nieuw: TokenInvoer) => void;
  foutBij: (pad: string) => string | undefined;
}

function RolKeuze({ invoer, setInvoer, foutBij }: KeuzeProps): ReactElement {
  return (
    <Groep pad="rol" legenda="In welke rol werkt de dienst?" fout={foutBij('rol')}>
      {(['onderzoeker', 'adviseur'] as const).map((rol, nummer) => (
        <Vinkje
          key={rol}
          soort="radio"
          name="rol"
          id={nummer === 0 ? veldId('rol') : `${veldId('rol')}-${rol}`}
          label={rol === 'onderzoeker' ? 'Onderzoeker' : 'Adviseur'}
          checked={invoer.rol === rol}
          onChange={() => setInvoer(metRol(invoer, rol))}
        />
      ))}
    </Groep>
  );
}

function RechtKeuze({ invoer, setInvoer, foutBij }: KeuzeProps): ReactElement {
  return (
    <Groep
      pad="rechten"
      legenda="Wat mag de dienst met dit token?"
      hulp="Kies alleen wat nodig is. Een dienst ziet alleen cohorten waar de dienst toegang toe heeft."
      fout={foutBij('rechten')}
    >
      {rechtenVan(invoer.rol).map((recht, nummer) => (
        <Vinkje
          key={recht}
          soort="checkbox"
          id={nummer === 0 ? veldId('rechten') : `${veldId('rechten')}-${recht}`}
          label={RECHT_NAAM[recht]}
          checked={invoer.rechten.includes(recht)}
          onChange={({ target }) =>
            setInvoer({
              ...invoer,
              rechten: target.checked
                ? [...invoer.rechten, recht]
                : invoer.rechten.filter((ander) => ander !== recht),
            })
          }
        />
      ))}
    </Groep>
  );
}

/** Makes a token; what comes back holds the secret, this once. */
export function NieuwToken({
  accountId,
  na,
}: {
  accountId: string;
  na: (token: GegevenDiensttoken) => void;
}): ReactElement {
  const [invoer, setInvoer] = useState(LEEG_TOKEN);
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const maak = useOpdracht(beheerOpdracht.geefToken(accountId), (token) => {
    setInvoer(LEEG_TOKEN);
    na(token);
  });
  function verstuur(): void {
    const eigen = foutenInToken(invoer);
    zetFouten(eigen);
    if (eigen.length === 0 && !maak.isPending) maak.mutate(tokenVerzoek(invoer), { onError: vanServer });
  }
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      <Tekstveld
        pad="naam"
        label="Waarvoor is dit token?"
        hulp="Bijvoorbeeld: nachtelijke export."
        autoComplete="off"
        value={invoer.naam}
        fout={foutBij('naam')}
        onChange={({ target }) => setInvoer({ ...invoer, naam: target.value })}
      />
      <RolKeuze {...{ invoer, setInvoer, foutBij }} />
      <RechtKeuze {...{ invoer, setInvoer, foutBij }} />
      <Tekstveld
        pad="geldigDagen"
        label="Hoeveel dagen werkt het token?"
        hulp="Van 1 tot en met 365 dagen. Maak daarna een nieuw token."
        inputMode="numeric"
        autoComplete="off"
        value={invoer.geldigDagen}
        fout={foutBij('geldigDagen')}
        onChange={({ target }) => setInvoer({ ...invoer, geldigDagen: target.value })}
      />
      {maak.error && fouten.length === 0 ? (
        <>
          <FoutMelding fout={maak.error} />
          {/* A lost answer took the secret with it: asking again makes another token. */}
          <p className="utrecht-paragraph">
            Staat er in de lijst een token dat u niet hebt gezien? Trek dat in, en maak een nieuw.
          </p>
        </>
      ) : null}
      <Knop type="submit" bezig={maak.isPending}>
        Maak het token
      </Knop>
    </Formulier>
  );
}
