import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import { Melding } from '../ui/melding.component.js';

/** Where all mail of an oefencohort comes; null where one cannot practise. */
export function usePostvak(): string | null {
  const omgeving = useQuery(vraag.omgeving()).data;
  return omgeving?.oefenen === true ? omgeving.postvakUrl : null;
}

/** In a tab of its own: who looks for a mail goes on where he was. */
export function PostvakAnker({
  url,
  tekst = 'postvak om te oefenen',
}: {
  url: string;
  tekst?: string;
}): ReactElement {
  return (
    <a className="utrecht-link" href={url} target="_blank" rel="noopener">
      {tekst} (nieuw tabblad)
    </a>
  );
}

/** For who practises and waits for a mail, or is about to ask for one. */
export function PostvakUitleg({ gevraagd }: { gevraagd: boolean }): ReactElement | null {
  const url = usePostvak();
  if (url === null) return null;
  return (
    <Melding soort="info" titel="Bent u aan het oefenen?">
      {gevraagd ? (
        <p>
          Hoort het adres bij een oefencohort? Dan staat de mail in het <PostvakAnker url={url} />. Hij komt
          niet in een echte mailbox.
        </p>
      ) : (
        <p>
          Gebruik het adres van een contactpersoon uit het oefencohort. De mail komt dan in het{' '}
          <PostvakAnker url={url} />.
        </p>
      )}
    </Melding>
  );
}
