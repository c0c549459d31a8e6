import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { paths } from '../generated/api.js';
import { api, inhoud } from './client.js';

type Vraag<P extends '/accounts' | '/auditregels'> = NonNullable<paths[P]['get']['parameters']['query']>;
export type AccountVraag = Vraag<'/accounts'>;
export type AuditVraag = Vraag<'/auditregels'>;

const vanaf = (na: string | undefined): { na?: string } => (na === undefined ? {} : { na });

/** What a beheerder can ask; as `vraag`. */
export const beheerVraag = {
  accounts: (filter: AccountVraag, na: string | undefined) =>
    queryOptions({
      queryKey: ['accounts', filter, na],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/accounts', { params: { query: { ...filter, ...vanaf(na) } }, signal })),
      placeholderData: keepPreviousData,
    }),
  account: (accountId: string) =>
    queryOptions({
      queryKey: ['accounts', accountId],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/accounts/{accountId}', { params: { path: { accountId } }, signal })),
    }),
  tokens: (accountId: string, na: string | undefined) =>
    queryOptions({
      queryKey: ['accounts', accountId, 'diensttokens', na],
      queryFn: ({ signal }) =>
        inhoud(
          api.GET('/accounts/{accountId}/diensttokens', {
            params: { path: { accountId }, query: vanaf(na) },
            signal,
          }),
        ),
      placeholderData: keepPreviousData,
    }),
  gemeentenVanCohort: (cohortId: string) =>
    queryOptions({
      queryKey: ['cohorten', cohortId, 'gemeenten'],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/cohorten/{cohortId}/gemeenten', { params: { path: { cohortId } }, signal })),
    }),
  inzagen: (na: string | undefined) =>
    queryOptions({
      queryKey: ['inzagen', na],
      queryFn: ({ signal }) => inhoud(api.GET('/inzagen', { params: { query: vanaf(na) }, signal })),
      placeholderData: keepPreviousData,
    }),
  /** The newest of all beheerders: who has one now, finds it here. */
  lopendeInzagen: () =>
    queryOptions({
      queryKey: ['inzagen', 'lopend'],
      queryFn: ({ signal }) => inhoud(api.GET('/inzagen', { params: { query: { limiet: 500 } }, signal })),
    }),
  /** Every look at the log is a line in the log: it is asked for once, and not again by itself. */
  auditregels: (filter: AuditVraag, na: string | undefined) =>
    queryOptions({
      queryKey: ['auditregels', filter, na],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/auditregels', { params: { query: { ...filter, ...vanaf(na) } }, signal })),
      placeholderData: keepPreviousData,
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
  wissingsverzoeken: (na: string | undefined) =>
    queryOptions({
      queryKey: ['wissingsverzoeken', na],
      queryFn: ({ signal }) =>
        inhoud(api.GET('/wissingsverzoeken', { params: { query: vanaf(na) }, signal })),
      placeholderData: keepPreviousData,
    }),
};
