import { schrijfBericht } from './bericht.tekst.js';
import type { BerichtOpslag, Geclaimd } from './bericht.opslag.js';
import type { Verzender, Verzending } from './smtp.verzender.js';

/** Whether the practice mailbox holds a mail with this Message-ID. Rejects when it cannot be asked. */
export type Navraag = (messageId: string) => Promise<boolean>;

export interface PostbodeDeps {
  readonly opslag: BerichtOpslag;
  /** Sender address of all mail. */
  readonly van: string;
  readonly echt: Verzender;
  /** For oefencohorten; their mail never goes by `echt`. Null: it waits until there is one. */
  readonly oefen: { readonly verzender: Verzender; readonly navraag: Navraag | null } | null;
  /** Name under which mail is claimed; the caller holds the advisory lock of this name as long as the postbode runs. */
  readonly naam: string;
  readonly gelijktijdig: number;
  readonly meld: (zin: string) => void;
}

export interface Postbode {
  /** There may be mail. */
  wek(): void;
  /** Runs until `stop`; rejects when the database cannot be reached. */
  loop(): Promise<void>;
  /** Claims nothing more; `loop` ends once what is under way has been answered. */
  stop(): void;
}

const RUST_MS = 1_000;
const OPRUIMEN_MS = 2_000;

const GEEN_OEFENPOSTVAK: Verzending = {
  soort: 'mislukt',
  definitief: false,
  reden: 'er is geen postvak voor oefencohorten ingesteld (PRACTICE_SMTP_URL)',
};

/** Takes mail from the outbox and hands it to the mail server; see ADR 0004 for what is promised. */
export function createPostbode(deps: PostbodeDeps): Postbode {
  const { opslag, naam, gelijktijdig, meld } = deps;
  const onderweg = new Set<Promise<void>>();
  let gestopt = false;
  let gewekt = false;
  let fout: unknown;
  let maakWakker = (): void => undefined;

  const wek = (): void => {
    gewekt = true;
    maakWakker();
  };

  const rust = async (): Promise<void> => {
    if (!gewekt)
      await new Promise<void>((klaar) => {
        const wekker = setTimeout(klaar, RUST_MS);
        maakWakker = () => {
          clearTimeout(wekker);
          klaar();
        };
      });
    gewekt = false;
  };

  const verstuur = (mail: Geclaimd): Promise<Verzending> => {
    const verzender = mail.oefen ? deps.oefen?.verzender : deps.echt;
    if (!verzender) return Promise.resolve(GEEN_OEFENPOSTVAK);
    const { messageId, aan } = mail;
    return verzender.verstuur({ van: deps.van, aan, messageId, ...schrijfBericht(mail.gegevens) });
  };

  const bezorg = async (mail: Geclaimd): Promise<void> => {
    if (!mail.geldig) {
      await opslag.vervallen(mail.id);
      return;
    }
    if (mail.verlopen) {
      await opslag.overgeslagen(mail.id);
      return;
    }
    const verzending = await verstuur(mail);
    await opslag.verwerk(mail, verzending);
    // Not the server's words: they often hold the address. They stand with the mail itself.
    if (verzending.soort !== 'verzonden') meld(`mail ${mail.id}: ${verzending.soort}`);
  };

  const neemOpPad = (mail: Geclaimd): void => {
    const taak = bezorg(mail)
      .catch((reden: unknown) => {
        fout = reden;
      })
      .finally(() => {
        onderweg.delete(taak);
        wek();
      });
    onderweg.add(taak);
  };

  const vraagNa = async (): Promise<void> => {
    const navraag = deps.oefen?.navraag;
    if (!navraag) return;
    for (const { id, messageId } of await opslag.onbekendeOefenmail()) {
      // Without an answer the mail stays unknown, and is asked after again.
      const aangekomen = await navraag(messageId).catch(() => undefined);
      if (aangekomen !== undefined) await opslag.beslis(id, messageId, aangekomen);
    }
  };

  const ruimOp = async (): Promise<void> => {
    const achtergebleven = await opslag.markeerAchtergebleven();
    if (achtergebleven > 0) meld(`${String(achtergebleven)} mails waren onderweg toen een verzender stopte`);
    await opslag.houdAan();
    await vraagNa();
  };

  return {
    wek,
    stop() {
      gestopt = true;
      wek();
    },
    async loop() {
      let opgeruimd = 0;
      try {
        while (!gestopt && fout === undefined) {
          if (Date.now() - opgeruimd > OPRUIMEN_MS) {
            await ruimOp();
            opgeruimd = Date.now();
          }
          const plekken = gelijktijdig - onderweg.size;
          // Not one by one as places fall free: a claim is a query, and half a batch costs as much as one mail.
          const geclaimd = plekken * 2 >= gelijktijdig ? await opslag.claim(naam, plekken) : [];
          geclaimd.forEach(neemOpPad);
          if (geclaimd.length === 0) await rust();
        }
      } finally {
        // Also after a fault: as long as mail is on its way, the caller must keep the lock that says so.
        await Promise.all(onderweg);
      }
      if (fout !== undefined)
        throw fout instanceof Error ? fout : new Error('de postbode is gestopt', { cause: fout });
    },
  };
}
