import { api, inhoud } from '../api/client.js';
import { kop } from '../api/opdrachten.js';
import type * as t from '../api/types.js';

/** What can be asked to be done with webhooks; as `beheerOpdracht`. */
export const webhookOpdracht = {
  /** Without an ID of the request: the secret in the answer is not kept, and so cannot be given again. */
  maak: (body: t.NieuweWebhook) => inhoud(api.POST('/webhooks', { body })),
  /** Of the version that was seen: another one in between is a refusal. */
  wijzig:
    ({ id, versie }: Pick<t.Webhook, 'id' | 'versie'>) =>
    (body: t.WebhookWijziging) =>
      inhoud(
        api.PATCH('/webhooks/{webhookId}', {
          params: { path: { webhookId: id }, header: { 'If-Match': `"${String(versie)}"` } },
          body,
        }),
      ),
  verwijder: (webhookId: string) => (_: null) =>
    inhoud(api.DELETE('/webhooks/{webhookId}', { params: { path: { webhookId } } })),
  /** Without an ID of the request, as `maak`. */
  vernieuwGeheim: (webhookId: string) => (_: null) =>
    inhoud(api.POST('/webhooks/{webhookId}/geheim', { params: { path: { webhookId } } })),
  test: (webhookId: string) => (_: null, kenmerk: string) =>
    inhoud(api.POST('/webhooks/{webhookId}/test', { params: { path: { webhookId }, header: kop(kenmerk) } })),
  leverOpnieuw: (webhookId: string) => (leveringId: string, kenmerk: string) =>
    inhoud(
      api.POST('/webhooks/{webhookId}/leveringen/{leveringId}/opnieuw', {
        params: { path: { webhookId, leveringId }, header: kop(kenmerk) },
      }),
    ),
  herhaal: (webhookId: string) => (vanaf: string, kenmerk: string) =>
    inhoud(
      api.POST('/webhooks/{webhookId}/herhalen', {
        params: { path: { webhookId }, header: kop(kenmerk) },
        body: { vanaf },
      }),
    ),
};
