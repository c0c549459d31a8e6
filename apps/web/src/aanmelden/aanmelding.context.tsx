import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { vraag } from '../api/vragen.js';
import type { Rol } from '../api/types.js';
import { bewaarSleutel, leesSleutel, vergeetSleutel } from './sleutel.js';

interface Aanmelding {
  readonly sleutel: string | null;
  readonly meldAan: (sleutel: string) => void;
  readonly meldAf: () => void;
}

const AanmeldingContext = createContext<Aanmelding | null>(null);

export function AanmeldingProvider({ children }: { children: ReactNode }): ReactElement {
  const client = useQueryClient();
  const [sleutel, setSleutel] = useState(leesSleutel);
  const aanmelding = useMemo<Aanmelding>(
    () => ({
      sleutel,
      meldAan: (nieuw) => {
        bewaarSleutel(nieuw);
        client.clear();
        setSleutel(nieuw);
      },
      meldAf: () => {
        vergeetSleutel();
        client.clear();
        setSleutel(null);
      },
    }),
    [client, sleutel],
  );
  return <AanmeldingContext value={aanmelding}>{children}</AanmeldingContext>;
}

export function useAanmelding(): Aanmelding {
  const aanmelding = useContext(AanmeldingContext);
  if (!aanmelding) throw new Error('useAanmelding outside AanmeldingProvider');
  return aanmelding;
}

/** The role of whoever uses this tab; undefined while it is not known, or when nobody is signed in. */
export function useRol(): Rol | undefined {
  const { sleutel } = useAanmelding();
  return useQuery(vraag.ik(sleutel)).data?.rol;
}
