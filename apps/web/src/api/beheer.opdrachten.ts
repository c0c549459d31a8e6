import { api, inhoud } from './client.js';
import { kop } from './opdrachten.js';
import type * as t from './types.js';

/** What a beheerder can ask to be done; as `opdracht`. */
export const beheerOpdracht = {
  maakAccount: (body: t.NieuwAccount, kenmerk: string) =>
    inhoud(api.POST('/accounts', { params: { header: kop(kenmerk) }, body })),
  /** Of the version that was seen: another one in between is a refusal. */
  wijzigAccount:
    ({ id, versie }: Pick<t.Account, 'id' | 'versie'>) =>
    (body: t.AccountWijziging) =>
      inhoud(
        api.PATCH('/accounts/{accountId}', {
          params: { path: { accountId: id }, header: { 'If-Match': `"${String(versie)}"` } },
          body,
        }),
      ),
  geefRol: (accountId: string) => (rol: t.VerleendeRol, kenmerk: string) =>
    inhoud(
      api.POST('/accounts/{accountId}/rollen', {
        params: { path: { accountId }, header: kop(kenmerk) },
        body: { rol },
      }),
    ),
  trekRolIn: (accountId: string) => (rol: t.VerleendeRol) =>
    inhoud(api.DELETE('/accounts/{accountId}/rollen/{rol}', { params: { path: { accountId, rol } } })),
  wisAccount: (accountId: string) => (reden: string, kenmerk: string) =>
    inhoud(
      api.POST('/accounts/{accountId}/wissing', {
        params: { path: { accountId }, header: kop(kenmerk) },
        body: { reden },
      }),
    ),
  /** Without an ID of the request: the secret in the answer is not kept, and so cannot be given again. */
  geefToken: (accountId: string) => (body: t.NieuwDiensttoken) =>
    inhoud(api.POST('/accounts/{accountId}/diensttokens', { params: { path: { accountId } }, body })),
  trekTokenIn: (accountId: string) => (tokenId: string) =>
    inhoud(
      api.DELETE('/accounts/{accountId}/diensttokens/{tokenId}', {
        params: { path: { accountId, tokenId } },
      }),
    ),
  trekPasskeysIn: (accountId: string) => (reden: string, kenmerk: string) =>
    inhoud(
      api.POST('/accounts/{accountId}/passkeys/intrekking', {
        params: { path: { accountId }, header: kop(kenmerk) },
        body: { reden },
      }),
    ),
  vraagInzage: (body: t.NieuweInzage, kenmerk: string) =>
    inhoud(api.POST('/inzagen', { params: { header: kop(kenmerk) }, body })),
  beeindigInzage: (inzageId: string) =>
    inhoud(api.DELETE('/inzagen/{inzageId}', { params: { path: { inzageId } } })),
};
