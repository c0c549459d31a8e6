import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { beheerVraag } from '../api/beheer.vragen.js';
import type { WissingsverzoekRegel } from '../api/types.js';
import { Pagina } from '../shell/pagina.component.js';
import { Bladeren, useBladeren } from '../ui/bladeren.component.js';
import { dagKort, dagVan } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Melding } from '../ui/melding.component.js';
import { Merk } from '../ui/merk.component.js';
import { Tabel } from '../ui/tabel.component.js';

function Rij({ verzoek, nu }: { verzoek: WissingsverzoekRegel; nu: number }): ReactElement {
  const klaar = verzoek.afgehandeldOp !== null;
  const uiterlijk = dagKort(dagVan(verzoek.antwoordUiterlijkOp));
  const teLaat = !klaar && Date.parse(verzoek.antwoordUiterlijkOp) < nu;
  return (
    <tr>
      <th scope="row">
        <Link
          className="utrecht-link"
          to="/beheer/accounts/$accountId"
          params={{ accountId: verzoek.accountId }}
        >
          {verzoek.naam === '' ? 'gewist account' : verzoek.naam}
        </Link>
      </th>
      <td className="tabel__tekst">{verzoek.reden === '' ? '–' : verzoek.reden}</td>
      <td className="tabel__dag">{dagKort(dagVan(verzoek.gevraagdOp))}</td>
      <td className="tabel__dag">{uiterlijk}</td>
      <td>
        {klaar ? (
          <Merk soort="goed" tekst="Afgehandeld" />
        ) : (
          <Merk soort={teLaat ? 'fout' : 'let-op'} tekst={teLaat ? 'Te laat' : 'Nog te doen'} />
        )}
      </td>
    </tr>
  );
}

/** People who asked to be erased; what still has to be done is on top. */
export function VerzoekenPage(): ReactElement {
  const stand = useBladeren();
  const verzoeken = useQuery(beheerVraag.wissingsverzoeken(stand.na));
  return (
    <Pagina titel="Verzoeken om te wissen" kruimels={[{ naam: 'Beheer', naar: '/beheer' }]}>
      <p className="utrecht-paragraph">
        Iedereen mag vragen om zijn gegevens te wissen. U moet binnen een maand antwoorden. Open het account
        om te wissen. Wissen kan alleen als iemand niet meer nodig is voor een lopend traject of cohort.
      </p>
      <Gegevens vraag={verzoeken}>
        {({ items, volgende }) => (
          <>
            {items.length === 0 ? (
              <Melding soort="info">
                <p>Er zijn geen verzoeken.</p>
              </Melding>
            ) : (
              <Tabel
                naam="Verzoeken om te wissen"
                koppen={['Wie', 'Reden', 'Gevraagd op', 'Antwoord uiterlijk op', 'Stand']}
              >
                {items.map((verzoek) => (
                  <Rij key={verzoek.id} verzoek={verzoek} nu={verzoeken.dataUpdatedAt} />
                ))}
              </Tabel>
            )}
            <Bladeren naam="verzoeken" stand={stand} volgende={volgende} />
          </>
        )}
      </Gegevens>
    </Pagina>
  );
}
