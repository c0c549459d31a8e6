import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, inhoud } from '../api/client.js';
import type { Levering, Webhook } from '../api/types.js';

/** Which webhooks; without anything all of them. */
export interface WebhookFilter {
  readonly status?: Webhook['status'];
  readonly accountId?: string;
}

/** How often a page looks again while something has just been asked for, in ms: somebody sits waiting for it. */
const KIJK_MS = 1_000;
/** What is tried again within this time is waited for on the page, in ms; the rest takes hours. */
const ZO_METEEN_MS = 60_000;

const zoMeteen = ({ volgendePogingOp }: Levering): boolean =>
  volgendePogingOp !== null && Date.parse(volgendePogingOp) - Date.now() < ZO_METEEN_MS;

const vanaf = (na: string | undefined): { na?: string } => (na === undefined ? {} : { na });

/** What can be asked about webhooks; as `beheerVraag`. */
export const webhookVraag = {
  webhooks: (filter: WebhookFilter, na: string | undefined) =>
    queryOptions({
      queryKey: ['webhooks', filter, na],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/webhooks', { params: { query: { ...filter, ...vanaf(na) } }, signal })),
      placeholderData: keepPreviousData,
    }),
  /** How many stand still; of the list itself nothing is shown. */
  gepauzeerd: () =>
    queryOptions({
      queryKey: ['webhooks', 'gepauzeerd'],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/webhooks', { params: { query: { status: 'gepauzeerd', limiet: 1 } }, signal })),
    }),
  webhook: (webhookId: string) =>
    queryOptions({
      queryKey: ['webhooks', webhookId],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/webhooks/{webhookId}', { params: { path: { webhookId } }, signal })),
      refetchInterval: ({ state }) => (state.data?.wachtend ? KIJK_MS * 9 : false),
    }),
  leveringen: (webhookId: string, status: Levering['status'] | undefined, na: string | undefined) =>
    queryOptions({
      queryKey: ['webhooks', webhookId, 'leveringen', status, na],
      queryFn: ({ signal }) =>
        inhoud(
          api.GET('/webhooks/{webhookId}/leveringen', {
            params: {
              path: { webhookId },
              query: { limiet: 20, ...(status === undefined ? {} : { status }), ...vanaf(na) },
            },
            signal,
          }),
        ),
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (state.data?.items.some(zoMeteen) ? KIJK_MS : false),
    }),
};
