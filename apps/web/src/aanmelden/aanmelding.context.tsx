import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { bijNietAangemeld } from '../api/client.js';
import { isNietAangemeld } from '../api/fout.js';
import { opdracht } from '../api/opdrachten.js';
import { vraag } from '../api/vragen.js';
import type { Ik, Rol } from '../api/types.js';
import { vergeetAlleConcepten } from '../taak/concept.opslag.js';
import { onthoudAfmelden } from './afmelden.js';

interface Aanmelding {
  /** Whether the session ended while somebody was at work. What is on the screen stays there. */
  readonly verlopen: boolean;
  /** Goes on after logging in again elsewhere. @throws ApiFout when nobody is signed in yet */
  readonly hervat: () => Promise<void>;
  readonly kiesRol: (rol: Rol) => Promise<void>;
  readonly meldAf: () => Promise<void>;
}

const AanmeldingContext = createContext<Aanmelding | null>(null);

const leesIk = (client: QueryClient): Promise<Ik | null> => client.query({ ...vraag.ik(), staleTime: 0 });

/** Reads who is signed in now, in the role of before where that can be. */
async function hervatAls(client: QueryClient): Promise<void> {
  const oud = client.getQueryData(vraag.ik().queryKey);
  const nieuw = await leesIk(client);
  if (!oud || !nieuw) return;
  // What is on the screen belongs to somebody else.
  if (nieuw.accountId !== oud.accountId) location.reload();
  else if (nieuw.rol !== oud.rol && nieuw.rollen.includes(oud.rol)) {
    await opdracht.kiesRol(oud.rol);
    await leesIk(client);
  }
}

export function AanmeldingProvider({ children }: { children: ReactNode }): ReactElement {
  const client = useQueryClient();
  const [verlopen, setVerlopen] = useState(false);
  useEffect(
    () =>
      bijNietAangemeld(() => {
        if (client.getQueryData(vraag.ik().queryKey)) setVerlopen(true);
      }),
    [client],
  );
  const aanmelding = useMemo<Aanmelding>(
    () => ({
      verlopen,
      hervat: async () => {
        await hervatAls(client);
        setVerlopen(false);
        await client.invalidateQueries();
      },
      kiesRol: async (rol) => {
        await opdracht.kiesRol(rol);
        // What one role may see is not for the other.
        client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'ik' });
        await leesIk(client);
      },
      meldAf: async () => {
        const afgemeld = await opdracht.meldAf().catch((fout: unknown) => {
          if (!isNietAangemeld(fout)) throw fout;
          return null;
        });
        vergeetAlleConcepten();
        onthoudAfmelden(afgemeld?.afmeldUrl ?? null);
        // Loads the page afresh, so that nothing of this person stays in its memory.
        location.assign('/aanmelden?afgemeld=ja');
      },
    }),
    [client, verlopen],
  );
  return <AanmeldingContext value={aanmelding}>{children}</AanmeldingContext>;
}

export function useAanmelding(): Aanmelding {
  const aanmelding = useContext(AanmeldingContext);
  if (!aanmelding) throw new Error('useAanmelding outside AanmeldingProvider');
  return aanmelding;
}

/** Who is signed in; null when nobody is, undefined while that is not known. */
export const useIk = (): Ik | null | undefined => useQuery(vraag.ik()).data;

/** The role in which somebody works; undefined while it is not known, or when nobody is signed in. */
export const useRol = (): Rol | undefined => useIk()?.rol;
