import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ApiFout } from '../api/fout.js';
import { onthoudenNaar, veiligPad, vergeetNaar } from '../aanmelden/naar.js';
import { Pagina } from '../shell/pagina.component.js';
import { Knop } from '../ui/knop.component.js';
import { Melding } from '../ui/melding.component.js';
import { PasskeyFout } from './passkey-fout.component.js';
import { passkeyOpdracht } from './passkey.opdrachten.js';

function Verlopen({ zin }: { zin: string }): ReactElement {
  return (
    <Pagina titel="Begin opnieuw met aanmelden">
      <Melding soort="warning">
        <p>{zin}</p>
      </Melding>
      <p className="utrecht-paragraph">
        <Link className="utrecht-link" to="/aanmelden" search={{ naar: onthoudenNaar() }}>
          Vraag een nieuwe link
        </Link>
      </p>
    </Pagina>
  );
}

/** The second step of logging in, for who has a passkey. */
export function PasskeyStapPage(): ReactElement {
  const toon = useMutation({
    mutationFn: passkeyOpdracht.toon,
    onSuccess: ({ naar }) => {
      vergeetNaar();
      // Loads afresh: what another person saw in this window must not stay in its memory.
      location.replace(veiligPad(naar));
    },
  });
  const { error } = toon;
  if (error instanceof ApiFout && error.status === 410) return <Verlopen zin={error.zin} />;
  return (
    <Pagina titel="Laat uw passkey zien">
      <p className="utrecht-paragraph utrecht-paragraph--lead">
        Uw account is extra beveiligd. Kies de knop, en doe daarna wat uw apparaat vraagt. Bijvoorbeeld uw
        vinger op de lezer leggen, of uw pincode intikken.
      </p>
      <Knop soort="primary-action" bezig={toon.isPending || toon.isSuccess} onClick={() => toon.mutate()}>
        Gebruik mijn passkey
      </Knop>
      {error ? <PasskeyFout fout={error} /> : null}
      <h2 className="utrecht-heading-2">Lukt het niet?</h2>
      <ul className="utrecht-unordered-list">
        <li className="utrecht-unordered-list__item">
          U hebt na de link 5 minuten. Duurde het langer? Vraag dan een nieuwe link.
        </li>
        <li className="utrecht-unordered-list__item">
          Staat de passkey op uw telefoon? Kies dan in het venster voor een ander apparaat.
        </li>
        <li className="utrecht-unordered-list__item">
          Bent u het apparaat kwijt? Vraag uw adviseur of de beheerder uw passkeys kan weghalen. Daarna is de
          link weer genoeg.
        </li>
      </ul>
    </Pagina>
  );
}
