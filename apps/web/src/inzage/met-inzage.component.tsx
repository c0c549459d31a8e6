import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { useIk } from '../aanmelden/aanmelding.context.js';
import { beheerVraag } from '../api/beheer.vragen.js';
import type { Inzage } from '../api/types.js';
import { Pagina } from '../shell/pagina.component.js';
import { momentInWoorden } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { inzageVoor } from './inzage.view-model.js';

/** For who reads with an inzage every read is a line in the log: nothing is asked for again by itself. */
export const EEN_KEER_LEZEN = {
  refetchInterval: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  staleTime: Infinity,
} as const;

function GeenInzage(): ReactElement {
  return (
    <Pagina titel="U hebt hier geen inzage" kruimels={[{ naam: 'Inzage', naar: '/beheer/inzagen' }]}>
      <p className="utrecht-paragraph">
        Een beheerder leest een traject alleen met inzage. Uw inzage is voorbij, of u hebt die niet gevraagd.
      </p>
      <p className="utrecht-paragraph">
        <Link className="utrecht-link" to="/beheer/inzagen">
          Vraag inzage
        </Link>
      </p>
    </Pagina>
  );
}

/** Until when this is read, and for what reason. */
function Banner({ inzage }: { inzage: Inzage }): ReactElement {
  return (
    <section aria-label="Inzage" className="inzage">
      <p>
        <strong>U kijkt mee tot {momentInWoorden(inzage.vervaltOp)}.</strong> Reden: {inzage.reden}
      </p>
      <p>
        U kunt niets wijzigen. Wat u leest, komt in het logboek.{' '}
        <Link className="utrecht-link" to="/beheer/inzagen">
          Stop de inzage
        </Link>
      </p>
    </section>
  );
}

/** Looks again when an inzage ends: what it let somebody read then leaves the screen. */
function useEinde(inzage: Inzage | undefined): void {
  const client = useQueryClient();
  const einde = inzage?.vervaltOp;
  useEffect(() => {
    if (einde === undefined) return undefined;
    // A second late, so that it has ended at the server too.
    const wekker = setTimeout(
      () => void client.invalidateQueries({ queryKey: ['inzagen'] }),
      Math.max(0, Date.parse(einde) - Date.now()) + 1_000,
    );
    return () => clearTimeout(wekker);
  }, [client, einde]);
}

function Lezer({
  trajectId,
  accountId,
  items,
  children,
}: {
  trajectId: string;
  accountId: string;
  items: readonly Inzage[];
  children: ReactNode;
}): ReactElement {
  const inzage = inzageVoor(items, trajectId, accountId);
  useEinde(inzage);
  if (!inzage) return <GeenInzage />;
  return (
    <>
      <Banner inzage={inzage} />
      {children}
    </>
  );
}

/** A page about a traject: a beheerder sees it with an inzage alone, and under what that says; others as it is. */
export function MetInzage({ trajectId, children }: { trajectId: string; children: ReactNode }): ReactElement {
  const ik = useIk();
  const beheerder = ik?.rol === 'beheerder';
  const inzagen = useQuery({ ...beheerVraag.lopendeInzagen(), enabled: beheerder });
  if (!beheerder) return <>{children}</>;
  return (
    <Gegevens heel vraag={inzagen}>
      {({ items }) => (
        <Lezer trajectId={trajectId} accountId={ik.accountId} items={items}>
          {children}
        </Lezer>
      )}
    </Gegevens>
  );
}
