import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { beheerVraag } from '../api/beheer.vragen.js';
import type { Account } from '../api/types.js';
import { Pagina } from '../shell/pagina.component.js';
import { dagKort, dagVan } from '../ui/datum.js';
import { Deel } from '../ui/deel.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { useGemeld } from '../ui/gemeld.hook.js';
import { Melding } from '../ui/melding.component.js';
import { Merk } from '../ui/merk.component.js';
import { Webhooks } from '../webhook/webhooks.component.js';
import { AccountPasskeys } from './account-passkeys.component.js';
import { AccountRollen } from './account-rollen.component.js';
import { AccountStatus } from './account-status.component.js';
import { AccountTekst } from './account-tekst.component.js';
import { AccountToegang } from './account-toegang.component.js';
import { AccountWissen } from './account-wissen.component.js';
import { ACCOUNT_SOORT_NAAM, ACCOUNT_STATUS } from './account.view-model.js';
import { DienstToegang } from './dienst-toegang.component.js';
import { Diensttokens } from './diensttokens.component.js';

function Kenmerken({ account }: { account: Account }): ReactElement {
  return (
    <dl className="kenmerken">
      <div>
        <dt>Soort</dt>
        <dd>{ACCOUNT_SOORT_NAAM[account.soort]}</dd>
      </div>
      <div>
        <dt>E-mailadres</dt>
        <dd>{account.email ?? '–'}</dd>
      </div>
      <div>
        <dt>Status</dt>
        <dd>
          <Merk {...ACCOUNT_STATUS[account.status]} />
        </dd>
      </div>
      <div>
        <dt>Sinds</dt>
        <dd>{dagKort(dagVan(account.gemaaktOp))}</dd>
      </div>
    </dl>
  );
}

function InHetLogboek({ id }: { id: string }): ReactElement {
  return (
    <Deel id="logboek" titel="In het logboek">
      <ul className="utrecht-unordered-list">
        <li className="utrecht-unordered-list__item">
          <Link className="utrecht-link" to="/beheer/logboek" search={{ accountId: id }}>
            Wat deed dit account?
          </Link>
        </li>
        <li className="utrecht-unordered-list__item">
          <Link className="utrecht-link" to="/beheer/logboek" search={{ onderwerp: `account/${id}` }}>
            Wat veranderde er aan dit account?
          </Link>
        </li>
      </ul>
    </Deel>
  );
}

function Scherm({ account }: { account: Account }): ReactElement {
  const bovenaan = useGemeld();
  const rollen = useGemeld();
  const toegang = useGemeld();
  const passkeys = useGemeld();
  const gewist = account.status === 'gewist';
  return (
    <Pagina
      titel={gewist ? 'Gewist account' : `Account van ${account.naam}`}
      kruimels={[
        { naam: 'Beheer', naar: '/beheer' },
        { naam: 'Accounts', naar: '/beheer/accounts' },
      ]}
    >
      <Kenmerken account={account} />
      <Deel id="status" titel="Naam en status" gemeld={bovenaan}>
        {gewist ? (
          <Melding soort="info">
            <p>De gegevens van dit account zijn gewist. Er valt niets meer te wijzigen.</p>
          </Melding>
        ) : (
          <>
            <AccountTekst
              account={account}
              veld="naam"
              begin={bovenaan.wis}
              na={({ naam }) => bovenaan.meld(`De naam is nu: ${naam}.`)}
            />
            {account.soort === 'mens' ? (
              <AccountTekst
                account={account}
                veld="email"
                begin={bovenaan.wis}
                na={({ email }) => bovenaan.meld(`Het e-mailadres is nu: ${email ?? ''}.`)}
              />
            ) : null}
            <AccountStatus key={account.status} account={account} na={bovenaan.meld} />
          </>
        )}
      </Deel>
      {gewist ? null : (
        <>
          <Deel id="rollen" titel="Rollen" gemeld={rollen}>
            <AccountRollen account={account} na={rollen.meld} />
          </Deel>
          <Deel id="toegang" titel="Toegang tot cohorten" gemeld={toegang}>
            <AccountToegang account={account} />
            {account.soort === 'dienst' ? <DienstToegang account={account} na={toegang.meld} /> : null}
          </Deel>
        </>
      )}
      {account.soort === 'dienst' ? (
        <>
          <Diensttokens account={account} />
          <Webhooks account={account} />
        </>
      ) : null}
      <InHetLogboek id={account.id} />
      {account.soort === 'mens' && !gewist ? (
        <>
          <Deel id="passkeys" titel="Passkeys weghalen" gemeld={passkeys}>
            <AccountPasskeys account={account} begin={passkeys.wis} na={passkeys.meld} />
          </Deel>
          <Deel id="wissen" titel="Gegevens wissen">
            <AccountWissen account={account} na={bovenaan.meld} />
          </Deel>
        </>
      ) : null}
    </Pagina>
  );
}

/** One account, for who manages them. */
export function AccountPage(): ReactElement {
  const { accountId } = useParams({ from: '/beheer/accounts/$accountId' });
  const account = useQuery(beheerVraag.account(accountId));
  return (
    <Gegevens heel vraag={account}>
      {(data) => <Scherm key={data.id} account={data} />}
    </Gegevens>
  );
}
