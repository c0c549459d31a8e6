import type { ReactElement } from 'react';
import type { MijnGegevens } from '../api/types.js';
import { Tabel } from '../ui/tabel.component.js';
import { onderdeelInWoorden } from './onderdeel.woorden.js';

/** Why the data is kept, how long, and who else sees it. */
export function Uitleg({ uitleg, ontvangers }: Pick<MijnGegevens, 'uitleg' | 'ontvangers'>): ReactElement {
  return (
    <>
      <h3 className="utrecht-heading-3">Wie kan uw gegevens zien?</h3>
      <ul className="utrecht-unordered-list">
        {ontvangers.map((zin) => (
          <li key={zin} className="utrecht-unordered-list__item">
            {zin}
          </li>
        ))}
      </ul>
      <details className="uitklap">
        <summary>
          <h3 className="uitklap__titel">Waarvoor, en hoe lang?</h3>
        </summary>
        <p className="utrecht-paragraph">
          Dit is alles wat de website over mensen kan bewaren. Niet alles daarvan gaat over u.
        </p>
        <Tabel
          naam="Waarvoor, en hoe lang"
          koppen={['Wat', 'Gegevens', 'Waarvoor', 'Grondslag in de AVG', 'Hoe lang']}
        >
          {uitleg.map(({ onderdeel, gegevens, doel, grondslag, bewaren }) => (
            <tr key={`${onderdeel}/${doel}/${bewaren}`}>
              <th scope="row">{onderdeelInWoorden(onderdeel)}</th>
              <td>{gegevens.join(', ')}</td>
              <td className="tabel__tekst">{doel}</td>
              <td className="tabel__tekst">{grondslag}</td>
              <td className="tabel__tekst">{bewaren}</td>
            </tr>
          ))}
        </Tabel>
      </details>
    </>
  );
}
