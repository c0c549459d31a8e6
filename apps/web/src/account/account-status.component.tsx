import { useState, type ReactElement } from 'react';
import { useIk } from '../aanmelden/aanmelding.context.js';
import { beheerOpdracht } from '../api/beheer.opdrachten.js';
import { useOpdracht } from '../api/opdrachten.js';
import type { Account } from '../api/types.js';
import { Knop } from '../ui/knop.component.js';
import { Zeker } from '../ui/zeker.component.js';
import { AccountFout } from './account-fout.component.js';

interface AccountStatusProps {
  account: Account;
  na: (zin: string) => void;
}

function Geblokkeerd({ account, na }: AccountStatusProps): ReactElement {
  const wijzig = useOpdracht(beheerOpdracht.wijzigAccount(account), () =>
    na(`${account.naam} kan weer werken, na opnieuw aanmelden. Tokens komen niet terug.`),
  );
  return (
    <>
      <p className="utrecht-paragraph">
        Dit account is geblokkeerd. Wie het gebruikt, kan zich nu niet aanmelden.
      </p>
      {wijzig.error ? <AccountFout fout={wijzig.error} na={() => wijzig.reset()} /> : null}
      <Knop bezig={wijzig.isPending} onClick={() => wijzig.mutate({ status: 'actief' })}>
        Maak het account weer actief
      </Knop>
    </>
  );
}

function Actief({ account, na }: AccountStatusProps): ReactElement {
  const [vraag, setVraag] = useState(false);
  const wijzig = useOpdracht(beheerOpdracht.wijzigAccount(account), () => {
    na(`${account.naam} is geblokkeerd en overal afgemeld.`);
  });
  const sluit = (): void => {
    setVraag(false);
    wijzig.reset();
  };
  return (
    <>
      <p className="utrecht-paragraph">
        Is een account misbruikt, of werkt iemand hier niet meer? Blokkeer het dan. Dat meldt meteen overal
        af: alle sessies eindigen{account.soort === 'dienst' ? ' en alle tokens worden ingetrokken' : ''}.
      </p>
      {vraag ? (
        <Zeker
          ja="Ja, blokkeer"
          bezig={wijzig.isPending}
          fout={null}
          doe={() => wijzig.mutate({ status: 'geblokkeerd' })}
          sluit={sluit}
        >
          <p>
            {account.naam} kan dan niets meer doen. U kunt het account later weer actief maken. De rollen
            blijven staan. Wat is afgemeld of ingetrokken, komt niet terug.
          </p>
          {wijzig.error ? <AccountFout fout={wijzig.error} na={sluit} /> : null}
        </Zeker>
      ) : (
        <Knop onClick={() => setVraag(true)}>Blokkeer dit account</Knop>
      )}
    </>
  );
}

/** Blocks an account, or lets it in again. */
export function AccountStatus({ account, na }: AccountStatusProps): ReactElement {
  const ik = useIk();
  if (account.status === 'geblokkeerd') return <Geblokkeerd account={account} na={na} />;
  if (account.id === ik?.accountId)
    return (
      <p className="utrecht-paragraph">
        Dit is uw eigen account. U kunt het zelf niet blokkeren. Vraag dat aan een andere beheerder.
      </p>
    );
  return <Actief account={account} na={na} />;
}
