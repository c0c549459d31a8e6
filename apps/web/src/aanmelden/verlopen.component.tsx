import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { isNietAangemeld, zinVan } from '../api/fout.js';
import { Knop } from '../ui/knop.component.js';
import { useAanmelding } from './aanmelding.context.js';
import { tweedeAanmeldAdres } from './naar.js';

/** Says that the session ended. The page below it stays as it is, so that nothing that was typed goes. */
export function Verlopen(): ReactElement | null {
  const { verlopen, hervat } = useAanmelding();
  const { pathname, searchStr } = useLocation();
  const probeer = useMutation({ mutationFn: hervat });
  if (!verlopen) return null;
  return (
    <section aria-label="Aanmelding verlopen" className="verlopen">
      <div role="alert">
        <p>
          <strong>U bent niet meer aangemeld.</strong> Wat u hebt ingevuld, staat er nog. Meld u aan in een
          nieuw tabblad. Kom daarna hier terug.
        </p>
        {probeer.error ? (
          <p>
            {isNietAangemeld(probeer.error)
              ? 'U bent nog niet aangemeld. Meld u eerst aan in een nieuw tabblad.'
              : zinVan(probeer.error)}
          </p>
        ) : null}
      </div>
      <div className="knoppen">
        <a
          className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--primary-action"
          href={tweedeAanmeldAdres(pathname + searchStr)}
          target="_blank"
          rel="noopener"
        >
          Meld u aan in een nieuw tabblad
        </a>
        <Knop bezig={probeer.isPending} onClick={() => probeer.mutate()}>
          Probeer opnieuw
        </Knop>
      </div>
    </section>
  );
}
