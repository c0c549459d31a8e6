import { queryOptions } from '@tanstack/react-query';
import { api, inhoud } from '../api/client.js';

/** An oefencohort moves by itself, the rest at a human pace. */
const ritme = (oefen: boolean): number => (oefen ? 5_000 : 60_000);

/** What can be asked about meetings, with its place in the cache. */
export const sessieVraag = {
  sessies: (cohortId: string, oefen: boolean) =>
    queryOptions({
      queryKey: ['cohorten', cohortId, 'groepssessies'],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/cohorten/{cohortId}/groepssessies', { params: { path: { cohortId } }, signal })),
      refetchInterval: ritme(oefen),
    }),
  mijn: () =>
    queryOptions({
      queryKey: ['bijeenkomsten'],
      queryFn: ({ signal }) => inhoud(api.GET('/bijeenkomsten', { signal })),
    }),
};
