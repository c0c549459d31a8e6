import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { ROLLEN } from '@maatwerktraject/domain';
import { beheerVraag, type AccountVraag } from '../api/beheer.vragen.js';
import type { AccountRegel } from '../api/types.js';
import { Pagina } from '../shell/pagina.component.js';
import { Bladeren, useBladeren } from '../ui/bladeren.component.js';
import { dagKort, dagVan } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Knop } from '../ui/knop.component.js';
import { Melding } from '../ui/melding.component.js';
import { Merk } from '../ui/merk.component.js';
import { Tabel } from '../ui/tabel.component.js';
import { Keuzelijst } from '../ui/velden.component.js';
import { aantal, ROL_NAAM } from '../ui/woorden.js';
import { ACCOUNT_SOORT_NAAM, ACCOUNT_STATUS, accountFilter } from './account.view-model.js';

function Filter({ filter }: { filter: AccountVraag }): ReactElement {
  const navigate = useNavigate();
  const [keuze, setKeuze] = useState<Partial<Record<'soort' | 'rol' | 'status', string>>>(filter);
  const veld = (pad: 'soort' | 'rol' | 'status') => ({
    pad,
    value: keuze[pad] ?? '',
    onChange: ({ target }: { target: HTMLSelectElement }) =>
      setKeuze((oud) => ({ ...oud, [pad]: target.value })),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: '/beheer/accounts', search: accountFilter(keuze), replace: true });
      }}
    >
      <div className="filter">
        <Keuzelijst label="Soort" {...veld('soort')}>
          <option value="">Alles</option>
          <option value="mens">Personen</option>
          <option value="dienst">Diensten</option>
        </Keuzelijst>
        <Keuzelijst label="Rol" {...veld('rol')}>
          <option value="">Alle rollen</option>
          {ROLLEN.map((rol) => (
            <option key={rol} value={rol}>
              {ROL_NAAM[rol]}
            </option>
          ))}
        </Keuzelijst>
        <Keuzelijst label="Status" {...veld('status')}>
          <option value="">Alle</option>
          {Object.entries(ACCOUNT_STATUS).map(([status, { tekst }]) => (
            <option key={status} value={status}>
              {tekst}
            </option>
          ))}
        </Keuzelijst>
      </div>
      <Knop type="submit">Toon deze accounts</Knop>
    </form>
  );
}

function Rij({ account }: { account: AccountRegel }): ReactElement {
  return (
    <tr>
      <th scope="row">
        <Link className="utrecht-link" to="/beheer/accounts/$accountId" params={{ accountId: account.id }}>
          {account.naam}
        </Link>
      </th>
      <td>{account.email ?? '–'}</td>
      <td>{ACCOUNT_SOORT_NAAM[account.soort]}</td>
      <td>{account.rollen.length === 0 ? 'geen' : account.rollen.map((rol) => ROL_NAAM[rol]).join(', ')}</td>
      <td>
        <Merk {...ACCOUNT_STATUS[account.status]} />
      </td>
      <td className="tabel__dag">{dagKort(dagVan(account.gemaaktOp))}</td>
    </tr>
  );
}

function Lijst({ filter }: { filter: AccountVraag }): ReactElement {
  const stand = useBladeren();
  const accounts = useQuery(beheerVraag.accounts(filter, stand.na));
  return (
    <Gegevens vraag={accounts}>
      {({ items, volgende, totaal }) => (
        <>
          <p role="status" className="utrecht-paragraph">
            {aantal(totaal, 'account', 'accounts')} gevonden. Het oudste staat bovenaan.
          </p>
          {items.length === 0 ? (
            <Melding soort="info">
              <p>Er is geen account dat bij deze keuze past. Kies hierboven iets anders.</p>
            </Melding>
          ) : (
            <Tabel naam="Accounts" koppen={['Naam', 'E-mailadres', 'Soort', 'Rollen', 'Status', 'Sinds']}>
              {items.map((account) => (
                <Rij key={account.id} account={account} />
              ))}
            </Tabel>
          )}
          <Bladeren naam="accounts" stand={stand} volgende={volgende} />
        </>
      )}
    </Gegevens>
  );
}

/** Everyone, and every system, that can use this. */
export function AccountsPage(): ReactElement {
  const filter = useSearch({ from: '/beheer/accounts' });
  return (
    <Pagina titel="Accounts" kruimels={[{ naam: 'Beheer', naar: '/beheer' }]}>
      <p className="utrecht-paragraph">
        Een account is van een persoon, of van een dienst: een ander computersysteem. Contactpersonen van
        gemeenten krijgen vanzelf een account als een adviseur hen toevoegt.
      </p>
      <p>
        <Link
          className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--primary-action"
          to="/beheer/accounts/nieuw"
        >
          Nieuw account maken
        </Link>
      </p>
      <Filter filter={filter} />
      {/* Another filter begins at the first part of its own list. */}
      <Lijst key={JSON.stringify(filter)} filter={filter} />
    </Pagina>
  );
}
