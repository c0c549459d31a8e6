import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { opdracht } from '../api/opdrachten.js';
import { PostvakUitleg } from '../oefenklok/postvak.component.js';
import { Pagina } from '../shell/pagina.component.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import type { Gevraagd } from './mail-formulier.component.js';

interface LinkGevraagdProps {
  gevraagd: Gevraagd;
  naar: string;
  anderAdres: () => void;
}

/** Where to look for the mail, and what to do when it does not come. */
export function LinkGevraagd({ gevraagd, naar, anderAdres }: LinkGevraagdProps): ReactElement {
  const opnieuw = useMutation({
    mutationFn: () => opdracht.vraagAanmeldlink({ email: gevraagd.email, naar }),
  });
  return (
    <Pagina titel="Kijk in uw mail">
      <p className="utrecht-paragraph utrecht-paragraph--lead">
        U vulde in: <strong>{gevraagd.email}</strong>. {gevraagd.zin}
      </p>
      <PostvakUitleg gevraagd />
      <h2 className="utrecht-heading-2">Komt er geen mail?</h2>
      <ul className="utrecht-unordered-list">
        <li className="utrecht-unordered-list__item">Kijk of uw adres hierboven goed is geschreven.</li>
        <li className="utrecht-unordered-list__item">Kijk ook in de map met ongewenste mail (spam).</li>
        <li className="utrecht-unordered-list__item">
          Gebruik het adres waarop u mail over het traject krijgt.
        </li>
        <li className="utrecht-unordered-list__item">
          Nog steeds niets? Vraag uw adviseur of uw adres bij het traject staat.
        </li>
      </ul>
      <div className="knoppen">
        <Knop bezig={opnieuw.isPending} onClick={() => opnieuw.mutate()}>
          Vraag de mail opnieuw
        </Knop>
        <Knop onClick={anderAdres}>Gebruik een ander adres</Knop>
      </div>
      <div role="status">
        {opnieuw.isSuccess ? (
          <Melding soort="ok">
            <p>De mail is opnieuw gevraagd. Gebruik de link uit de nieuwste mail.</p>
          </Melding>
        ) : null}
      </div>
      {opnieuw.error ? <FoutMelding fout={opnieuw.error} /> : null}
    </Pagina>
  );
}
