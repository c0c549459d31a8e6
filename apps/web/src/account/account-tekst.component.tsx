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

/** What can be written anew about an account, each in a form of its own. */
const TEKST = {
  naam: { label: 'Naam', hulp: undefined, knop: 'Wijzig de naam', leeg: 'Vul een naam in.' },
  email: {
    label: 'E-mailadres',
    hulp: 'Mail gaat vanaf nu naar het nieuwe adres. Deze persoon wordt overal afgemeld, en krijgt op beide adressen bericht. In de mails van een cohort staat een adviseur met het adres van dat cohort.',
    knop: 'Wijzig het e-mailadres',
    leeg: 'Vul een e-mailadres in.',
  },
} as const;

/** Changes the name or the address of an account. */
export function AccountTekst({
  account,
  veld,
  begin,
  na,
}: {
  account: Account;
  veld: keyof typeof TEKST;
  begin: () => void;
  na: (nieuw: Account) => void;
}): ReactElement {
  const { label, hulp, knop, leeg } = TEKST[veld];
  // Not the bare name: a form for a token on the same page has that.
  const pad = `account-${veld}`;
  // Until something is typed it follows the account, also when somebody else changes that.
  const [getypt, setGetypt] = useState<string | null>(null);
  const tekst = getypt ?? account[veld] ?? '';
  const { fouten, poging, foutBij, zetFouten } = useFormulierFouten();
  const wijzig = useOpdracht(beheerOpdracht.wijzigAccount(account), (nieuw) => {
    setGetypt(null);
    na(nieuw);
  });
  function verstuur(): void {
    begin();
    const eigen = tekst.trim() === '' ? [{ pad, zin: leeg }] : [];
    zetFouten(eigen);
    if (eigen.length === 0 && !wijzig.isPending)
      wijzig.mutate(
        { [veld]: tekst.trim() },
        { onError: (fout) => zetFouten(foutenVan(fout).map(({ zin }) => ({ pad, zin }))) },
      );
  }
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      <Tekstveld
        type={veld === 'email' ? 'email' : 'text'}
        pad={pad}
        label={label}
        hulp={hulp}
        autoComplete="off"
        value={tekst}
        fout={foutBij(pad)}
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
        {knop}
      </Knop>
    </Formulier>
  );
}
