import {
  besluitNa,
  cloudEventVan,
  isGelukt,
  isStoring,
  rustNa,
  testEventVan,
  type Afzender,
} from '@maatwerktraject/domain';
import type { WebhookActivities } from '@maatwerktraject/messages';
import type { Webhookverzender } from '@maatwerktraject/webhook';
import type { TeLeveren, WebhookOpslag } from './webhook.opslag.js';

export interface WebhookActivitiesDeps {
  readonly opslag: WebhookOpslag;
  readonly verzend: Webhookverzender;
  readonly afzender: Afzender;
  /** Called before each attempt, so that a stuck activity is noticed. */
  readonly heartbeat: () => void;
  /** Whether this program is about to end: then the round ends first, and is not broken off between an attempt and its record. */
  readonly isStopping?: () => boolean;
  readonly toeval?: () => number;
}

/** A round ends after so long, well within its time: what is left is for the next one. */
const RONDE_MS = 120_000;
/** A round that has not ended by then is not there any more: its last attempt is over too. */
const RONDE_HOOGSTENS_MS = RONDE_MS + 30_000;

/**
 * Rounds of deliveries. An attempt that was made and could not be recorded is made again: the receiver gets it at least
 * once, and knows it by its ID.
 */
export function createWebhookActivities(deps: WebhookActivitiesDeps): WebhookActivities {
  const { opslag, verzend, afzender, heartbeat, isStopping = () => false, toeval = Math.random } = deps;

  const event = (webhookId: string, { id, gebeurtenis, klaargezetOp }: TeLeveren) =>
    gebeurtenis === null
      ? testEventVan(id, webhookId, klaargezetOp, afzender)
      : cloudEventVan(gebeurtenis, afzender);

  return {
    async bezorgRonde(webhookId) {
      const tot = Date.now() + RONDE_MS;
      await opslag.beginRonde(webhookId, RONDE_HOOGSTENS_MS);
      let [afgeleverd, nietGelukt, storingen] = [0, 0, 0];
      while (Date.now() < tot && !isStopping()) {
        heartbeat();
        // Looked up anew each time: a pause, an end or another address counts from the next attempt on.
        const levering = await opslag.volgende(webhookId);
        if (!levering) break;
        if (!levering.mag) {
          await opslag.vervallen(webhookId, levering);
          continue;
        }
        const inhoud = event(webhookId, levering);
        const { url, geheimen } = levering;
        const poging = await verzend({ url, id: inhoud.id, inhoud: JSON.stringify(inhoud), geheimen });
        const { uitslag } = poging;
        storingen = isStoring(uitslag) ? storingen + 1 : 0;
        const besluit = besluitNa(uitslag, levering.pogingen + 1, toeval());
        await opslag.legVast(webhookId, levering, poging, besluit, rustNa(uitslag, storingen));
        if (isGelukt(uitslag)) afgeleverd += 1;
        else nietGelukt += 1;
      }
      return { afgeleverd, nietGelukt, volgendeOverMs: await opslag.eindigRonde(webhookId) };
    },
  };
}
