import { useState, type ReactElement } from 'react';
import { useIk } from '../aanmelden/aanmelding.context.js';
import { beheerOpdracht } from '../api/beheer.opdrachten.js';
import { useOpdracht } from '../api/opdrachten.js';
import type { Account } from '../api/types.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { Tekstveld } from '../ui/velden.component.js';
import { Zeker } from '../ui/zeker.component.js';
import { gewistInWoorden } from './account.view-model.js';

function Gevolgen(): ReactElement {
  return (
    <>
      <p className="utrecht-paragraph">
        Wissen is voor wie vraagt om zijn gegevens weg te halen. U kunt het niet terugdraaien.
      </p>
      <ul className="utrecht-unordered-list">
        <li className="utrecht-unordered-list__item">
          Weg gaan: naam, e-mailadres, aanmeldingen en alle rollen. Bij trajecten en cohorten verdwijnen naam
          en adres ook.
        </li>
        <li className="utrecht-unordered-list__item">
          Er blijft: wat de gemeente heeft ingediend, en de regels in het logboek. Daarin staat dan alleen nog
          een kenmerk, en geen naam.
        </li>
      </ul>
    </>
  );
}

/** Erases a person for good, with a reason and after one question. */
export function AccountWissen({
  account,
  na,
}: {
  account: Account;
  na: (zin: string) => void;
}): ReactElement {
  const ik = useIk();
  const [reden, setReden] = useState('');
  const [zeker, setZeker] = useState(false);
  const { fouten, poging, foutBij, zetFouten } = useFormulierFouten();
  const wis = useOpdracht(beheerOpdracht.wisAccount(account.id), (wissing) => na(gewistInWoorden(wissing)));
  if (account.id === ik?.accountId)
    return (
      <p className="utrecht-paragraph">
        Dit is uw eigen account. Vraag een andere beheerder om het te wissen.
      </p>
    );
  function verder(): void {
    const eigen =
      reden.trim().length < 10
        ? [{ pad: 'reden', zin: 'Schrijf in ten minste 10 tekens op waarom u wist.' }]
        : [];
    zetFouten(eigen);
    setZeker(eigen.length === 0);
  }
  return (
    <Formulier verstuur={verder} fouten={fouten} poging={poging}>
      <Gevolgen />
      <Tekstveld
        pad="reden"
        label="Waarom wist u deze gegevens?"
        hulp="Deze reden blijft in het logboek staan. Schrijf er geen naam in."
        autoComplete="off"
        value={reden}
        fout={foutBij('reden')}
        onChange={({ target }) => {
          setReden(target.value);
          setZeker(false);
        }}
      />
      {zeker ? (
        <Zeker
          ja="Ja, wis de gegevens"
          bezig={wis.isPending}
          fout={wis.error}
          doe={() => wis.mutate(reden.trim())}
          sluit={() => setZeker(false)}
        >
          <p>U wist de gegevens van {account.naam}. Dat kan niet ongedaan worden gemaakt.</p>
        </Zeker>
      ) : (
        <Knop type="submit">Wis de gegevens van deze persoon</Knop>
      )}
    </Formulier>
  );
}
