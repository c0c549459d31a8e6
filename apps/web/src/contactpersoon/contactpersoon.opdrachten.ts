import { api, inhoud } from '../api/client.js';
import { kop } from '../api/opdrachten.js';
import type * as t from '../api/types.js';

/** What can be asked about the people around a traject; as `opdracht` of the rest. */
export const contactOpdracht = {
  voegToe: (trajectId: string) => (body: t.NieuwContact, kenmerk: string) =>
    inhoud(
      api.POST('/trajecten/{trajectId}/contactpersonen', {
        params: { path: { trajectId }, header: kop(kenmerk) },
        body,
      }),
    ),
  wijzig: (trajectId: string, contactpersoonId: string) => (body: t.ContactWijziging) =>
    inhoud(
      api.PATCH('/trajecten/{trajectId}/contactpersonen/{contactpersoonId}', {
        params: { path: { trajectId, contactpersoonId } },
        body,
      }),
    ),
  draagOver: (trajectId: string) => (contactpersoonId: string) =>
    inhoud(
      api.PUT('/trajecten/{trajectId}/hoofdcontact', {
        params: { path: { trajectId } },
        body: { contactpersoonId },
      }),
    ),
  vervang: (trajectId: string, contactpersoonId: string) => (body: t.VervangingInvoer) =>
    inhoud(
      api.PUT('/trajecten/{trajectId}/contactpersonen/{contactpersoonId}/vervanger', {
        params: { path: { trajectId, contactpersoonId } },
        body,
      }),
    ),
  vervangNiet: (trajectId: string, contactpersoonId: string) => (_: null) =>
    inhoud(
      api.DELETE('/trajecten/{trajectId}/contactpersonen/{contactpersoonId}/vervanger', {
        params: { path: { trajectId, contactpersoonId } },
      }),
    ),
  kiesAdviseur: (trajectId: string) => (accountId: string | null) =>
    inhoud(
      api.PUT('/trajecten/{trajectId}/adviseur', { params: { path: { trajectId } }, body: { accountId } }),
    ),
  kiesLeider: (cohortId: string) => (accountId: string | null) =>
    inhoud(api.PUT('/cohorten/{cohortId}/leider', { params: { path: { cohortId } }, body: { accountId } })),
};
