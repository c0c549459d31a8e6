import { useCallback, useEffect, useRef, useState } from 'react';
import type { Veld } from '@maatwerktraject/domain';
import { api, inhoud as uit } from '../api/client.js';
import type { Taak } from '../api/types.js';
import { tijdVan } from '../ui/datum.js';
import { bewaarbaar, type Inhoud } from './antwoorden.view-model.js';
import { naFout, wachttijd, type BewaarStand } from './concept.view-model.js';

const RUST_MS = 800;

export interface Concept {
  readonly stand: BewaarStand;
  /** Nothing is saved any more: the form is being handed in. `false` starts it again. */
  readonly pauzeer: (pauze: boolean) => void;
  /** Saves over what is stored now, whoever wrote that. */
  readonly overschrijf: () => Promise<void>;
}

/** Saves the answers of a form as they are typed, one request at a time, until it works. */
export function useConcept(taak: Taak, velden: readonly Veld[], inhoud: Inhoud): Concept {
  const [stand, setStand] = useState<BewaarStand>({ soort: 'rust' });
  const nu = useRef(inhoud);
  const bewaard = useRef(inhoud);
  const versie = useRef(taak.concept?.versie ?? 0);
  const wekker = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const bezig = useRef(false);
  const stil = useRef(false);
  const poging = useRef(0);
  const volgende = useRef<(keepalive?: boolean) => Promise<void>>(() => Promise.resolve());

  const plan = useCallback((ms: number) => {
    clearTimeout(wekker.current);
    wekker.current = setTimeout(() => void volgende.current(), ms);
  }, []);

  const bewaar = useCallback(
    async (keepalive = false): Promise<void> => {
      clearTimeout(wekker.current);
      if (bezig.current || stil.current || nu.current === bewaard.current) return;
      bezig.current = true;
      const deze = nu.current;
      const { inhoud: deel, weggelaten } = bewaarbaar(velden, deze);
      try {
        const antwoord = await uit(
          api.PUT('/taken/{taakId}/concept', {
            params: { path: { taakId: taak.id }, header: { 'If-Match': `"${String(versie.current)}"` } },
            body: { inhoud: deel },
            keepalive,
          }),
        );
        versie.current = antwoord.versie;
        bewaard.current = deze;
        poging.current = 0;
        setStand({ soort: 'bewaard', om: tijdVan(new Date().toISOString()), weggelaten });
      } catch (fout) {
        const na = naFout(fout, ++poging.current);
        setStand(na);
        if (na.soort === 'geen-verbinding') plan(wachttijd(na.poging));
        else stil.current = true;
        return;
      } finally {
        bezig.current = false;
      }
      if (nu.current !== bewaard.current) plan(RUST_MS);
    },
    [plan, taak.id, velden],
  );

  useEffect(() => {
    volgende.current = bewaar;
  }, [bewaar]);

  useEffect(() => {
    nu.current = inhoud;
    if (inhoud !== bewaard.current) plan(RUST_MS);
  }, [inhoud, plan]);

  useEffect(() => {
    const direct = (): void => void volgende.current(true);
    const verborgen = (): void => {
      if (document.visibilityState === 'hidden') direct();
    };
    const waarschuw = (event: BeforeUnloadEvent): void => {
      if (poging.current > 0 && nu.current !== bewaard.current) event.preventDefault();
    };
    addEventListener('online', direct);
    addEventListener('pagehide', direct);
    addEventListener('beforeunload', waarschuw);
    document.addEventListener('visibilitychange', verborgen);
    return () => {
      removeEventListener('online', direct);
      removeEventListener('pagehide', direct);
      removeEventListener('beforeunload', waarschuw);
      document.removeEventListener('visibilitychange', verborgen);
      direct();
    };
  }, []);

  const pauzeer = useCallback(
    (pauze: boolean) => {
      stil.current = pauze;
      if (!pauze) plan(RUST_MS);
    },
    [plan],
  );

  const overschrijf = useCallback(async () => {
    const nieuwste = await uit(api.GET('/taken/{taakId}/concept', { params: { path: { taakId: taak.id } } }));
    versie.current = nieuwste.versie;
    stil.current = false;
    await bewaar();
  }, [bewaar, taak.id]);

  return { stand, pauzeer, overschrijf };
}
