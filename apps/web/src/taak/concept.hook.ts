import { useCallback, useEffect, useRef, useState } from 'react';
import type { Veld } from '@maatwerktraject/domain';
import { useAanmelding } from '../aanmelden/aanmelding.context.js';
import { api, inhoud as uit } from '../api/client.js';
import type { Taak } from '../api/types.js';
import { tijdVan } from '../ui/datum.js';
import { bewaarbaar, type Inhoud } from './antwoorden.view-model.js';
import { bewaarLokaal, vergeetLokaal, type LokaalConcept } from './concept.opslag.js';
import { naFout, wachttijd, type BewaarStand } from './concept.view-model.js';

const RUST_MS = 800;

export interface Concept {
  readonly stand: BewaarStand;
  /** Nothing is saved any more: the form is being handed in. `false` starts it again. */
  readonly pauzeer: (pauze: boolean) => void;
  /** Saves over what was stored when the user chose, whoever wrote that. */
  readonly overschrijf: () => Promise<void>;
  /** Forgets what this tab keeps: it was handed in, or given up. */
  readonly vergeet: () => void;
}

interface ConceptVan {
  readonly taak: Taak;
  /** Whose answers they are. */
  readonly accountId: string;
  readonly velden: readonly Veld[];
  /** Typed earlier in this tab and never stored; null when there is nothing of the kind. */
  readonly hersteld: LokaalConcept | null;
}

/**
 * Saves the answers of a form as they are typed, one request at a time, until it works. Until then this tab keeps them, so
 * that they outlive a login or a reload.
 */
export function useConcept({ taak, accountId, velden, hersteld }: ConceptVan, inhoud: Inhoud): Concept {
  const { verlopen } = useAanmelding();
  const [stand, setStand] = useState<BewaarStand>({ soort: 'rust' });
  const nu = useRef(inhoud);
  const bewaard = useRef(hersteld ? null : inhoud);
  // An older version than the server's is refused, and then the user chooses.
  const versie = useRef(hersteld?.versie ?? taak.concept?.versie ?? 0);
  const wekker = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const bezig = useRef(false);
  const stil = useRef(false);
  const wachtOpAanmelding = useRef(false);
  const poging = useRef(0);
  const volgende = useRef<(keepalive?: boolean) => Promise<void>>(() => Promise.resolve());

  const plan = useCallback((ms: number) => {
    clearTimeout(wekker.current);
    wekker.current = setTimeout(() => void volgende.current(), ms);
  }, []);

  const houdVast = useCallback(
    () => bewaarLokaal(accountId, taak.id, { versie: versie.current, inhoud: nu.current }),
    [accountId, taak.id],
  );
  const vergeet = useCallback(() => vergeetLokaal(accountId, taak.id), [accountId, taak.id]);

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
        // What does not fit a draft is still only here.
        if (nu.current !== deze || weggelaten > 0) houdVast();
        else vergeet();
        setStand({ soort: 'bewaard', om: tijdVan(new Date().toISOString()), weggelaten });
      } catch (fout) {
        const na = naFout(fout, ++poging.current);
        setStand(na);
        if (na.soort === 'geen-verbinding') plan(wachttijd(na.poging));
        else {
          stil.current = true;
          wachtOpAanmelding.current = na.soort === 'niet-aangemeld';
        }
        return;
      } finally {
        bezig.current = false;
      }
      if (nu.current !== bewaard.current) plan(RUST_MS);
    },
    [houdVast, plan, taak.id, velden, vergeet],
  );

  useEffect(() => {
    volgende.current = bewaar;
  }, [bewaar]);

  useEffect(() => {
    nu.current = inhoud;
    if (inhoud === bewaard.current) return;
    houdVast();
    plan(RUST_MS);
  }, [houdVast, inhoud, plan]);

  useEffect(() => {
    if (verlopen || !wachtOpAanmelding.current) return;
    wachtOpAanmelding.current = false;
    stil.current = false;
    plan(0);
  }, [plan, verlopen]);

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

  const gezien = stand.soort === 'conflict' ? stand.bewaard?.versie : undefined;
  const overschrijf = useCallback(async () => {
    // The version that was shown: when there is yet another one by now, the user chooses again.
    versie.current =
      gezien ??
      (await uit(api.GET('/taken/{taakId}/concept', { params: { path: { taakId: taak.id } } }))).versie;
    stil.current = false;
    await bewaar();
  }, [bewaar, gezien, taak.id]);

  return { stand, pauzeer, overschrijf, vergeet };
}
