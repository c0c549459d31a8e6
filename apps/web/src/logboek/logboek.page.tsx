import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { beheerVraag } from '../api/beheer.vragen.js';
import type { Auditregel } from '../api/types.js';
import { Pagina } from '../shell/pagina.component.js';
import { Bladeren, useBladeren } from '../ui/bladeren.component.js';
import { momentKort } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Melding } from '../ui/melding.component.js';
import { Tabel } from '../ui/tabel.component.js';
import { aantal } from '../ui/woorden.js';
import { LogboekFilter } from './logboek-filter.component.js';
import {
  bijzonderheden,
  handelingInWoorden,
  onderwerpInWoorden,
  onderwerpVanSoort,
  vraagVan,
  type LogboekZoek,
} from './logboek.view-model.js';

function AccountLink({ id, naam }: { id: string; naam: string }): ReactElement {
  return (
    <Link className="utrecht-link" to="/beheer/accounts/$accountId" params={{ accountId: id }}>
      {naam}
    </Link>
  );
}

function Rij({ regel }: { regel: Auditregel }): ReactElement {
  const account = onderwerpVanSoort(regel.onderwerp, 'account');
  const delen = bijzonderheden(regel);
  return (
    <tr>
      <td className="tabel__dag">{momentKort(regel.op)}</td>
      <td>
        {regel.accountId === null ? (
          'Het systeem'
        ) : (
          <AccountLink id={regel.accountId} naam={regel.naam ?? 'een account'} />
        )}
        {regel.rol === null ? '' : `, ${regel.rol}`}
      </td>
      <th scope="row">{handelingInWoorden(regel.handeling)}</th>
      <td>
        {account === null ? (
          onderwerpInWoorden(regel.onderwerp, regel.namen)
        ) : (
          <AccountLink id={account} naam={onderwerpInWoorden(regel.onderwerp, regel.namen)} />
        )}
      </td>
      <td className="tabel__tekst">
        {regel.reden === null ? null : <p>Reden: {regel.reden}</p>}
        {delen.length > 0 ? (
          <ul className="tabel__mails">
            {delen.map((deel) => (
              <li key={deel}>{deel}</li>
            ))}
          </ul>
        ) : null}
      </td>
      <td className="tabel__dag">{regel.adres ?? '–'}</td>
    </tr>
  );
}

function Lijst({ zoek }: { zoek: LogboekZoek }): ReactElement {
  const stand = useBladeren();
  const regels = useQuery(beheerVraag.auditregels(vraagVan(zoek), stand.na));
  return (
    <Gegevens vraag={regels}>
      {({ items, volgende, totaal }) => (
        <>
          <p role="status" className="utrecht-paragraph">
            {aantal(totaal, 'regel', 'regels')} gevonden. De nieuwste staat bovenaan.
          </p>
          {items.length === 0 ? (
            <Melding soort="info">
              <p>Er is geen regel die bij deze keuze past. Kies hierboven iets anders.</p>
            </Melding>
          ) : (
            <Tabel
              naam="Logboek"
              koppen={['Moment', 'Wie', 'Wat', 'Waarover', 'Bijzonderheden', 'Vanaf adres']}
            >
              {items.map((regel) => (
                <Rij key={regel.volgnummer} regel={regel} />
              ))}
            </Tabel>
          )}
          <Bladeren naam="regels" stand={stand} volgende={volgende} />
        </>
      )}
    </Gegevens>
  );
}

/** Who did what and why, the newest first. */
export function LogboekPage(): ReactElement {
  const zoek = useSearch({ from: '/beheer/logboek' });
  return (
    <Pagina titel="Logboek" kruimels={[{ naam: 'Beheer', naar: '/beheer' }]}>
      <p className="utrecht-paragraph">
        Hier staat wie wat deed en waarom. Regels veranderen niet en gaan niet weg. Dat u dit leest, wordt ook
        een regel.
      </p>
      <LogboekFilter zoek={zoek} />
      <Lijst key={JSON.stringify(zoek)} zoek={zoek} />
    </Pagina>
  );
}
