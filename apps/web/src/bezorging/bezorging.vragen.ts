import { queryOptions } from '@tanstack/react-query';
import { api, inhoud } from '../api/client.js';
import type { BerichtBesluit } from '../api/types.js';

const RITME_MS = 60_000;

/** What can be asked about mail that did not simply arrive. */
export const bezorgingVraag = {
  bericht: (trajectId: string, berichtId: string) =>
    queryOptions({
      queryKey: ['trajecten', trajectId, 'berichten', 'een', berichtId],
      queryFn: ({ signal }) =>
        inhoud(
          api.GET('/trajecten/{trajectId}/berichten/{berichtId}', {
            params: { path: { trajectId, berichtId } },
            signal,
          }),
        ),
    }),
  adresproblemen: (trajectId: string) =>
    queryOptions({
      queryKey: ['trajecten', trajectId, 'adresproblemen'],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/trajecten/{trajectId}/adresproblemen', { params: { path: { trajectId } }, signal })),
      refetchInterval: RITME_MS,
    }),
  onzeker: (trajectId: string) =>
    queryOptions({
      queryKey: ['trajecten', trajectId, 'berichten', 'onbekend'],
      queryFn: ({ signal }) =>
        inhoud(
          api.GET('/trajecten/{trajectId}/berichten', {
            params: { path: { trajectId }, query: { status: 'onbekend', limiet: 10 } },
            signal,
          }),
        ),
      refetchInterval: RITME_MS,
    }),
};

/** And what can be done about it. */
export const bezorgingOpdracht = {
  besluit: (trajectId: string, berichtId: string) => (body: BerichtBesluit) =>
    inhoud(
      api.POST('/trajecten/{trajectId}/berichten/{berichtId}/besluit', {
        params: { path: { trajectId, berichtId } },
        body,
      }),
    ),
  losOp: (trajectId: string, adresprobleemId: string) => (reden: string) =>
    inhoud(
      api.POST('/trajecten/{trajectId}/adresproblemen/{adresprobleemId}/oplossing', {
        params: { path: { trajectId, adresprobleemId } },
        body: { reden },
      }),
    ),
};
