import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, inhoud } from './client.js';
import { isNietAangemeld } from './fout.js';
import type * as t from './types.js';

/** Milliseconds between two looks at something that moves: an oefencohort moves by itself, the rest at a human pace. */
const ritme = (oefen: boolean): number => (oefen ? 2_000 : 60_000);

const loopt = (cohort: t.CohortRegel): boolean => cohort.oefenklok !== null && cohort.status === 'lopend';

/** What can be asked of the API, with its place in the cache. */
export const vraag = {
  omgeving: () =>
    queryOptions({
      queryKey: ['omgeving'],
      queryFn: ({ signal }) => inhoud(api.GET('/omgeving', { signal })),
      staleTime: Infinity,
    }),
  /** Who is signed in; null when nobody is. */
  ik: () =>
    queryOptions({
      queryKey: ['ik'],
      queryFn: async ({ signal, client }): Promise<t.Ik | null> => {
        try {
          return await inhoud(api.GET('/ik', { signal }));
        } catch (fout) {
          // Who was at work keeps the screen as it is, until he is signed in again: what was typed must not go.
          if (isNietAangemeld(fout) && !client.getQueryData(['ik'])) return null;
          throw fout;
        }
      },
      staleTime: Infinity,
      gcTime: Infinity,
    }),
  aanmeldopties: () =>
    queryOptions({
      queryKey: ['aanmeldopties'],
      queryFn: ({ signal }) => inhoud(api.GET('/aanmelding', { signal })),
      staleTime: 600_000,
    }),
  sessies: () =>
    queryOptions({
      queryKey: ['sessies'],
      queryFn: ({ signal }) => inhoud(api.GET('/ik/sessies', { signal })),
    }),
  /** All that is kept of who asks. That he asked is written down: it is not kept, and read when the page opens and after each command. */
  mijnGegevens: () =>
    queryOptions({
      queryKey: ['mijn-gegevens'],
      queryFn: ({ signal }) => inhoud(api.GET('/ik/gegevens', { signal })),
      staleTime: Infinity,
      gcTime: 0,
    }),
  toekenningen: (cohortId: string) =>
    queryOptions({
      queryKey: ['cohorten', cohortId, 'toekenningen'],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/cohorten/{cohortId}/toekenningen', { params: { path: { cohortId } }, signal })),
    }),
  /** Who hears of what stays too late for too long. */
  leider: (cohortId: string) =>
    queryOptions({
      queryKey: ['cohorten', cohortId, 'leider'],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/cohorten/{cohortId}/leider', { params: { path: { cohortId } }, signal })),
    }),
  /** Whom the mails of a cohort name. */
  adviseur: (cohortId: string) =>
    queryOptions({
      queryKey: ['cohorten', cohortId, 'adviseur'],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/cohorten/{cohortId}/adviseur', { params: { path: { cohortId } }, signal })),
    }),
  gemeenten: (zoek: string) =>
    queryOptions({
      queryKey: ['gemeenten', zoek],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/gemeenten', { params: { query: { zoek, limiet: 8 } }, signal })),
      enabled: zoek.length > 1,
      staleTime: 600_000,
      placeholderData: keepPreviousData,
    }),
  sjablonen: () =>
    queryOptions({
      queryKey: ['sjablonen'],
      queryFn: ({ signal }) => inhoud(api.GET('/sjablonen', { signal })),
      staleTime: 600_000,
    }),
  cohorten: () =>
    queryOptions({
      queryKey: ['cohorten'],
      queryFn: ({ signal }) => inhoud(api.GET('/cohorten', { params: { query: { limiet: 500 } }, signal })),
      refetchInterval: ({ state }) => ritme(state.data?.items.some(loopt) ?? false),
    }),
  cohort: (cohortId: string) =>
    queryOptions({
      queryKey: ['cohorten', cohortId],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/cohorten/{cohortId}', { params: { path: { cohortId } }, signal })),
      refetchInterval: ({ state }) => ritme(state.data !== undefined && loopt(state.data)),
    }),
  deelnemers: (cohortId: string) =>
    queryOptions({
      queryKey: ['cohorten', cohortId, 'deelnemers'],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/cohorten/{cohortId}/deelnemers', { params: { path: { cohortId } }, signal })),
    }),
  rustperiodes: (cohortId: string) =>
    queryOptions({
      queryKey: ['cohorten', cohortId, 'rustperiodes'],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/cohorten/{cohortId}/rustperiodes', { params: { path: { cohortId } }, signal })),
    }),
  plan: (cohortId: string) =>
    queryOptions({
      queryKey: ['cohorten', cohortId, 'plan'],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/cohorten/{cohortId}/plan', { params: { path: { cohortId } }, signal })),
    }),
  bord: (cohortId: string, oefen: boolean) =>
    queryOptions({
      queryKey: ['cohorten', cohortId, 'bord'],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/cohorten/{cohortId}/bord', { params: { path: { cohortId } }, signal })),
      refetchInterval: ritme(oefen),
    }),
  resultaten: (cohortId: string, oefen: boolean) =>
    queryOptions({
      queryKey: ['cohorten', cohortId, 'resultaten'],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/cohorten/{cohortId}/resultaten', { params: { path: { cohortId } }, signal })),
      refetchInterval: ritme(oefen) * 5,
    }),
  trajecten: () =>
    queryOptions({
      queryKey: ['trajecten'],
      queryFn: ({ signal }) => inhoud(api.GET('/trajecten', { params: { query: { limiet: 500 } }, signal })),
      refetchInterval: ({ state }) => ritme(state.data?.items.some(({ oefen }) => oefen) ?? false) * 2,
    }),
  traject: (trajectId: string) =>
    queryOptions({
      queryKey: ['trajecten', trajectId],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/trajecten/{trajectId}', { params: { path: { trajectId } }, signal })),
      refetchInterval: ({ state }) => ritme(state.data?.oefen === true && state.data.status === 'lopend'),
    }),
  gebeurtenissen: (trajectId: string, na: string | undefined) =>
    queryOptions({
      queryKey: ['trajecten', trajectId, 'gebeurtenissen', na],
      queryFn: ({ signal }) =>
        inhoud(
          api.GET('/trajecten/{trajectId}/gebeurtenissen', {
            params: { path: { trajectId }, query: na === undefined ? {} : { na } },
            signal,
          }),
        ),
      placeholderData: keepPreviousData,
    }),
  berichten: (trajectId: string, na: string | undefined) =>
    queryOptions({
      queryKey: ['trajecten', trajectId, 'berichten', na],
      queryFn: ({ signal }) =>
        inhoud(
          api.GET('/trajecten/{trajectId}/berichten', {
            params: { path: { trajectId }, query: na === undefined ? {} : { na } },
            signal,
          }),
        ),
      placeholderData: keepPreviousData,
    }),
  taak: (taakId: string) =>
    queryOptions({
      queryKey: ['taken', taakId],
      queryFn: ({ signal }) => inhoud(api.GET('/taken/{taakId}', { params: { path: { taakId } }, signal })),
      // The form keeps its own answers; a fresh copy must not come in while someone types.
      staleTime: Infinity,
      gcTime: 0,
    }),
};
