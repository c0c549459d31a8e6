import { useState, type ReactElement } from 'react';
import { beheerOpdracht } from '../api/beheer.opdrachten.js';
import { foutenVan } from '../api/fout.js';
import { useOpdracht } from '../api/opdrachten.js';
import type { Account } from '../api/types.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { Tekstveld } from '../ui/velden.component.js';
import { AccountFout } from './account-fout.component.js';

/** Not `naam`: a form for a token on the same page has that. */
const VELD = 'account-naam';

/** Changes the name of an account. */
export function AccountNaam({
  account,
  begin,
  na,
}: {
  account: Account;
  begin: () => void;
  na: (naam: string) => void;
}): ReactElement {
  // Until something is typed it follows the account, also when somebody else changes that.
  const [getypt, setGetypt] = useState<string | null>(null);
  const naam = getypt ?? account.naam;
  const { fouten, poging, foutBij, zetFouten } = useFormulierFouten();
  const wijzig = useOpdracht(beheerOpdracht.wijzigAccount(account), (nieuw) => {
    setGetypt(null);
    na(nieuw.naam);
  });
  function verstuur(): void {
    begin();
    const eigen = naam.trim() === '' ? [{ pad: VELD, zin: 'Vul een naam in.' }] : [];
    zetFouten(eigen);
    if (eigen.length === 0 && !wijzig.isPending)
      wijzig.mutate(
        { naam: naam.trim() },
        { onError: (fout) => zetFouten(foutenVan(fout).map(({ zin }) => ({ pad: VELD, zin }))) },
      );
  }
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      <Tekstveld
        pad={VELD}
        label="Naam"
        autoComplete="off"
        value={naam}
        fout={foutBij(VELD)}
        onChange={({ target }) => setGetypt(target.value)}
      />
      {wijzig.error && fouten.length === 0 ? (
        <AccountFout
          fout={wijzig.error}
          na={() => {
            setGetypt(null);
            wijzig.reset();
          }}
        />
      ) : null}
      <Knop type="submit" bezig={wijzig.isPending}>
        Wijzig de naam
      </Knop>
    </Formulier>
  );
}
