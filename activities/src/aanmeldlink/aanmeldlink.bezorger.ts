import type { Keyring } from '@maatwerktraject/crypto';
import type { DataSource } from 'typeorm';
import { messageIdVan } from '../bericht/bericht.opslag.js';
import type { Verzender } from '../bericht/smtp.verzender.js';
import { createAanmeldlinkOpslag, type TeSturenLink } from './aanmeldlink.opslag.js';
import { schrijfAanmeldlink } from './aanmeldlink.tekst.js';

export interface AanmeldlinkDeps {
  readonly database: DataSource;
  readonly keyring: Keyring;
  readonly publicUrl: string;
  /** Sender address, and the domain of Message-IDs. */
  readonly van: string;
  readonly mailDomein: string;
  readonly echt: Verzender;
  /** For people of oefencohorten alone; null where nobody practises: then they get no link. */
  readonly oefen: Verzender | null;
}

export interface AanmeldlinkBezorger {
  /** Mails every link that is asked for and not yet sent; gives how many left. Rejects when the database is away. */
  bezorg(): Promise<number>;
}

/**
 * Mails links to log in. Unlike the mail of a traject (ADR 0004) such a mail may go twice after a crash: each has a secret
 * of its own, and only the last one works.
 */
export function createAanmeldlinkBezorger(deps: AanmeldlinkDeps): AanmeldlinkBezorger {
  const opslag = createAanmeldlinkOpslag(deps.database, deps.keyring);

  const verstuur = async (link: TeSturenLink): Promise<'verzonden' | 'mislukt' | 'later'> => {
    const verzender = link.oefen ? deps.oefen : deps.echt;
    if (!verzender) return 'mislukt';
    const verzending = await verzender.verstuur({
      van: deps.van,
      aan: { naam: link.naam, email: link.email },
      messageId: messageIdVan(`aanmeldlink/${link.sleutel}`, deps.mailDomein),
      ...schrijfAanmeldlink(link, deps.publicUrl),
    });
    if (verzending.soort !== 'mislukt') return 'verzonden';
    return verzending.definitief ? 'mislukt' : 'later';
  };

  return {
    async bezorg() {
      let verzonden = 0;
      for (let link = await opslag.claim(); link; link = await opslag.claim()) {
        const hoe = await verstuur(link);
        await opslag.verwerk(link.id, hoe);
        if (hoe === 'verzonden') verzonden += 1;
      }
      return verzonden;
    },
  };
}
