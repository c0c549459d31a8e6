import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

const BEGIN = 'whsec_';

/** A new secret to sign with: 256 random bits, as Standard Webhooks writes them. */
export const nieuwGeheim = (): string => `${BEGIN}${randomBytes(32).toString('base64')}`;

/** The headers of one attempt. While a secret is being replaced there are two, and a signature of each. */
export function ondertekend(
  id: string,
  moment: Date,
  inhoud: string,
  geheimen: readonly string[],
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(moment.getTime() / 1000)),
    'webhook-signature': geheimen.map((geheim) => new Webhook(geheim).sign(id, moment, inhoud)).join(' '),
  };
}
