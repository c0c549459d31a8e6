import type { Keyring } from '@maatwerktraject/crypto';
import type { DataSource } from 'typeorm';
import { messageIdVan } from '../bericht/bericht.opslag.js';
import type { Verzender, Verzending } from '../bericht/smtp.verzender.js';
import { createUitnodigingOpslag, type TeSturenUitnodiging, type Uitkomst } from './uitnodiging.opslag.js';
import { schrijfUitnodiging } from './uitnodiging.tekst.js';

export interface UitnodigingDeps {
  readonly database: DataSource;
  readonly keyring: Keyring;
  readonly publicUrl: string;
  /** Sender address, and the domain of Message-IDs. */
  readonly van: string;
  readonly mailDomein: string;
  readonly echt: Verzender;
  /** For oefencohorten; their mail never goes by `echt`. Null: it waits until there is one. */
  readonly oefen: Verzender | null;
}

export interface UitnodigingBezorger {
  /** Mails every invitation that is due; gives how many left. Rejects when the database is away. */
  bezorg(): Promise<number>;
}

function uitkomstVan(verzending: Verzending): Uitkomst {
  if (verzending.soort === 'mislukt') return verzending.definitief ? 'mislukt' : 'later';
  return verzending.soort;
}

/** Tells people what they were given, each grant once: what may have left is not sent again (ADR 0004). */
export function createUitnodigingBezorger(deps: UitnodigingDeps): UitnodigingBezorger {
  const opslag = createUitnodigingOpslag(deps.database, deps.keyring);

  const verstuur = async (uitnodiging: TeSturenUitnodiging): Promise<Uitkomst> => {
    const verzender = uitnodiging.oefen ? deps.oefen : deps.echt;
    if (!verzender) return 'later';
    const verzending = await verzender.verstuur({
      van: deps.van,
      aan: { naam: uitnodiging.naam, email: uitnodiging.email },
      messageId: messageIdVan(`uitnodiging/${uitnodiging.sleutels[0] ?? ''}`, deps.mailDomein),
      ...schrijfUitnodiging(uitnodiging, deps.publicUrl),
    });
    return uitkomstVan(verzending);
  };

  return {
    async bezorg() {
      let verzonden = 0;
      for (let een = await opslag.claim(); een; een = await opslag.claim()) {
        const uitkomst = await verstuur(een);
        await opslag.verwerk(een.sleutels, uitkomst);
        if (uitkomst === 'verzonden') verzonden += 1;
      }
      return verzonden;
    },
  };
}
