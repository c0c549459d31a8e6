import { queryOptions } from '@tanstack/react-query';
import { api, inhoud } from '../api/client.js';

export const sjabloonVraag = {
  /** What the newest version, or the one that is named, would do in each traject of a cohort. */
  overgangen: (cohortId: string, versie: number) =>
    queryOptions({
      queryKey: ['cohorten', cohortId, 'sjabloonovergang', versie],
      queryFn: ({ signal }) =>
        inhoud(
          api.GET('/cohorten/{cohortId}/sjabloonovergang', {
            params: { path: { cohortId }, query: { versie } },
            signal,
          }),
        ),
    }),
};
