import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import type { Account } from '../api/types.js';
import { dagKort, dagVan } from '../ui/datum.js';
import { Tabel } from '../ui/tabel.component.js';
import { ROL_NAAM } from '../ui/woorden.js';
import { perCohort } from './account.view-model.js';

/** The cohorten that an account was let into; that is arranged at the cohort. */
export function AccountToegang({ account }: { account: Account }): ReactElement {
  const cohorten = useQuery(vraag.cohorten()).data?.items ?? [];
  const toegang = perCohort(account);
  if (toegang.length === 0)
    return (
      <p className="utrecht-paragraph">
        {account.soort === 'dienst'
          ? 'Deze dienst heeft nog geen toegang tot een cohort.'
          : 'Dit account heeft geen toegang tot een cohort. Die geeft u onder Beheer, bij het cohort.'}
      </p>
    );
  return (
    <Tabel naam="Cohorten met toegang" koppen={['Cohort', 'Rol', 'Ziet namen van gemeenten', 'Sinds']}>
      {toegang.map(({ id, cohortId, rol, identiteiten, reden, verleendOp }) => (
        <tr key={id}>
          <th scope="row">
            <Link
              className="utrecht-link"
              to="/cohorten/$cohortId/toegang"
              params={{ cohortId: cohortId ?? '' }}
            >
              {cohorten.find((cohort) => cohort.id === cohortId)?.naam ?? 'een cohort'}
            </Link>
          </th>
          <td>{ROL_NAAM[rol]}</td>
          <td>
            {rol === 'adviseur' || identiteiten ? 'Ja' : 'Nee'}
            {reden === null ? '' : `. Reden: ${reden}`}
          </td>
          <td className="tabel__dag">{dagKort(dagVan(verleendOp))}</td>
        </tr>
      ))}
    </Tabel>
  );
}
