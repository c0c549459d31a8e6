import { useState, type ReactElement } from 'react';
import { beheerOpdracht } from '../api/beheer.opdrachten.js';
import { useOpdracht } from '../api/opdrachten.js';
import type { Account } from '../api/types.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { Tekstveld } from '../ui/velden.component.js';
import { Zeker } from '../ui/zeker.component.js';
import { passkeysWegInWoorden } from './account.view-model.js';

/** Not `reden`: the form to erase the same person has that. */
const VELD = 'passkey-reden';

function Gevolgen({ naam }: { naam: string }): ReactElement {
  return (
    <>
      <p className="utrecht-paragraph">
        Is het apparaat met de passkey kwijt? Dan is aanmelden met de link niet meer genoeg. Controleer eerst
        wie u spreekt: bel terug op een nummer dat u al had. Haal daarna alle passkeys weg.
      </p>
      <ul className="utrecht-unordered-list">
        <li className="utrecht-unordered-list__item">Alle aanmeldingen met een link eindigen meteen.</li>
        <li className="utrecht-unordered-list__item">{naam} krijgt een mail dat de passkeys weg zijn.</li>
        <li className="utrecht-unordered-list__item">Daarna is de link uit de mail weer genoeg.</li>
      </ul>
    </>
  );
}

/** Takes the passkeys of a person away, with a reason and after one question. */
export function AccountPasskeys({
  account,
  begin,
  na,
}: {
  account: Account;
  begin: () => void;
  na: (zin: string) => void;
}): ReactElement {
  const [reden, setReden] = useState('');
  const [zeker, setZeker] = useState(false);
  const { fouten, poging, foutBij, zetFouten } = useFormulierFouten();
  const trekIn = useOpdracht(beheerOpdracht.trekPasskeysIn(account.id), (antwoord) => {
    setReden('');
    setZeker(false);
    na(passkeysWegInWoorden(antwoord));
  });
  function verder(): void {
    begin();
    const eigen =
      reden.trim().length < 10
        ? [{ pad: VELD, zin: 'Schrijf in ten minste 10 tekens op waarom u de passkeys weghaalt.' }]
        : [];
    zetFouten(eigen);
    setZeker(eigen.length === 0);
  }
  return (
    <Formulier verstuur={verder} fouten={fouten} poging={poging}>
      <Gevolgen naam={account.naam} />
      <Tekstveld
        pad={VELD}
        label="Waarom haalt u de passkeys weg?"
        hulp="Deze reden blijft in het logboek staan. Schrijf er geen naam in."
        autoComplete="off"
        value={reden}
        fout={foutBij(VELD)}
        onChange={({ target }) => {
          setReden(target.value);
          setZeker(false);
        }}
      />
      {zeker ? (
        <Zeker
          ja="Ja, haal de passkeys weg"
          bezig={trekIn.isPending}
          fout={trekIn.error}
          doe={() => trekIn.mutate(reden.trim())}
          sluit={() => setZeker(false)}
        >
          <p>
            U haalt alle passkeys van {account.naam} weg. Dat kan niet ongedaan worden gemaakt. Wel kan{' '}
            {account.naam} na het aanmelden een nieuwe passkey toevoegen.
          </p>
        </Zeker>
      ) : (
        <Knop type="submit">Haal de passkeys weg</Knop>
      )}
    </Formulier>
  );
}
