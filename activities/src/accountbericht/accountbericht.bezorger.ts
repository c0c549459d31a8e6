import type { AanmeldlinkBezorger, AanmeldlinkDeps } from '../aanmeldlink/aanmeldlink.bezorger.js';
import { messageIdVan } from '../bericht/bericht.opslag.js';
import type { BerichtTekst } from '../bericht/brief.tekst.js';
import { createAccountberichtOpslag, type TeSturenAccountbericht } from './accountbericht.opslag.js';
import { schrijfAccountbericht, schrijfWebhookbericht } from './accountbericht.tekst.js';

const schrijf = (bericht: TeSturenAccountbericht, publicUrl: string): BerichtTekst =>
  bericht.webhook
    ? schrijfWebhookbericht({ ...bericht, webhook: bericht.webhook }, publicUrl)
    : schrijfAccountbericht(bericht, publicUrl);

/**
 * Mails people about the security of their accounts, and who manages about webhooks that stopped. Such a mail may go twice after a crash, under one Message-ID: better
 * than not at all, and unlike the mail of a traject (ADR 0004) nobody looks after one whose fate is unknown.
 */
export function createAccountberichtBezorger(deps: AanmeldlinkDeps): AanmeldlinkBezorger {
  const opslag = createAccountberichtOpslag(deps.database, deps.keyring);

  const verstuur = async (bericht: TeSturenAccountbericht): Promise<'verzonden' | 'mislukt' | 'later'> => {
    const verzender = bericht.oefen ? deps.oefen : deps.echt;
    if (!verzender) return 'mislukt';
    const verzending = await verzender.verstuur({
      van: deps.van,
      aan: { naam: bericht.naam, email: bericht.email },
      messageId: messageIdVan(`accountbericht/${bericht.id}`, deps.mailDomein),
      ...schrijf(bericht, deps.publicUrl),
    });
    if (verzending.soort !== 'mislukt') return 'verzonden';
    return verzending.definitief ? 'mislukt' : 'later';
  };

  return {
    async bezorg() {
      let verzonden = 0;
      for (let bericht = await opslag.claim(); bericht; bericht = await opslag.claim()) {
        const hoe = await verstuur(bericht);
        await opslag.verwerk(bericht.id, hoe);
        if (hoe === 'verzonden') verzonden += 1;
      }
      return verzonden;
    },
  };
}
