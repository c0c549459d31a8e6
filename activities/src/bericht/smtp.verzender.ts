import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Agenda } from '../agendabericht/agenda.ics.js';

export interface Mail {
  readonly van: string;
  readonly aan: { readonly naam: string; readonly email: string };
  readonly onderwerp: string;
  readonly tekst: string;
  readonly html: string;
  readonly messageId: string;
  /** An invitation for a calendar: another form of the text, and a file beside it (RFC 6047). */
  readonly agenda?: Agenda;
}

/**
 * How handing over a mail ended (ADR 0004). `onbekend`: the text was on its way when the answer stayed away, so the
 * server may have it. In every `mislukt` the server certainly has not taken it; `definitief` says that it never will.
 */
export type Verzending =
  | { readonly soort: 'verzonden'; readonly antwoord: string }
  | {
      readonly soort: 'mislukt';
      readonly definitief: boolean;
      readonly reden: string;
      /** Present when it is the address that is wrong: the status code (RFC 3463), or else that of SMTP. */
      readonly adrescode?: string;
    }
  | { readonly soort: 'onbekend'; readonly reden: string };

export interface Verzender {
  /** Never throws: every way to fail is an answer. */
  verstuur(mail: Mail): Promise<Verzending>;
  sluit(): void;
}

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

interface SmtpFout {
  readonly message: string;
  /** What the server said, when it said something. */
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
  /** The SMTP command that was answered so, as nodemailer names it. */
  readonly command?: string | undefined;
}

const alsFout = (fout: unknown): SmtpFout => (fout instanceof Error ? fout : { message: String(fout) });

/** Why a recipient was refused for ever; nothing when it was for what we are or send (`5.7`, RFC 3463). */
function adrescodeVan(code: number, antwoord: string): string | undefined {
  const status = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(antwoord)?.[1];
  return status?.startsWith('5.7.') ? undefined : (status ?? String(code));
}

/**
 * The answer that belongs to an error, given whether the text of the mail had begun to leave. Only a refusal of this
 * recipient or of this text is for ever; one of our login or of our own address is mended by us, and the mail waits.
 */
export function duidFout(fout: SmtpFout, tekstOnderweg: boolean): Verzending {
  const reden = (fout.response ?? fout.message).slice(0, 500);
  const { responseCode: code, command } = fout;
  if (code !== undefined) {
    const definitief = code >= 500 && (command === 'RCPT TO' || command === 'DATA');
    const adrescode = definitief && command === 'RCPT TO' ? adrescodeVan(code, reden) : undefined;
    return { soort: 'mislukt', definitief, reden, ...(adrescode === undefined ? {} : { adrescode }) };
  }
  return tekstOnderweg ? { soort: 'onbekend', reden } : { soort: 'mislukt', definitief: false, reden };
}

/** A stream of one buffer that remembers whether anybody has begun to read it, which SMTP does after the server's 354. */
class Inhoud extends Readable {
  begonnen = false;

  constructor(private readonly inhoud: Buffer) {
    super();
  }

  override _read(): void {
    this.begonnen = true;
    this.push(this.inhoud);
    this.push(null);
  }
}

/** A mail as it goes over the line. Auto-Submitted (RFC 3834) keeps holiday replies away. */
function stelOp(mail: Mail): Promise<Buffer> {
  return new MailComposer({
    from: mail.van,
    to: { name: mail.aan.naam, address: mail.aan.email },
    subject: mail.onderwerp,
    text: mail.tekst,
    html: mail.html,
    messageId: mail.messageId,
    ...(mail.agenda
      ? { icalEvent: { method: mail.agenda.methode, filename: 'bijeenkomst.ics', content: mail.agenda.ics } }
      : {}),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'nl' },
  })
    .compile()
    .build();
}

/** Hands one mail over; gives the server's answer, or rejects with nodemailer's error. */
function geef(
  verbinding: SMTPConnection,
  mail: Mail,
  inhoud: Inhoud,
  retouradres: string | undefined,
): Promise<string> {
  const { from } = new MailComposer({ from: retouradres ?? mail.van }).compile().getEnvelope();
  // Only said to a server that knows what it is (RFC 3461).
  const dsn = { id: mail.messageId.replace(/[<>]/g, ''), return: 'headers', notify: ['failure', 'delay'] };
  return new Promise((klaar, mis) => {
    verbinding.send(
      { from, to: [mail.aan.email], ...(retouradres === undefined ? {} : { dsn }) },
      inhoud,
      (fout, info) => {
        if (fout) mis(fout);
        else klaar(info.response);
      },
    );
  });
}

/**
 * Hands mail to one SMTP server over connections that are kept open. Not nodemailer's own pool: that one sends a mail
 * again by itself when a connection drops, and does not tell whether the text had left (ADR 0004).
 * @param url `smtp://` or `smtps://`, with user and password where needed.
 * @param retouradres where a mail server sends what it cannot deliver; the sender of the mail when absent.
 */
export function createSmtpVerzender(url: string, retouradres?: string): Verzender {
  const { auth, ...opties } = parseConnectionUrl(url);
  const vrij: SMTPConnection[] = [];
  let gesloten = false;

  const vergeet = (verbinding: SMTPConnection): void => {
    const plek = vrij.indexOf(verbinding);
    if (plek >= 0) vrij.splice(plek, 1);
  };

  const verbind = async (): Promise<SMTPConnection> => {
    const verbinding = new SMTPConnection({ ...TIMEOUTS, ...opties });
    verbinding.once('end', () => {
      vergeet(verbinding);
    });
    try {
      await new Promise<void>((klaar, mis) => {
        verbinding.once('error', mis);
        verbinding.connect((fout) => {
          if (fout) mis(fout);
          else klaar();
        });
      });
      if (auth?.user)
        await new Promise<void>((klaar, mis) => {
          verbinding.login({ user: auth.user, pass: auth.pass }, (fout) => {
            if (fout) mis(fout);
            else klaar();
          });
        });
    } catch (fout) {
      verbinding.close();
      throw fout;
    }
    // From here on errors come with `send`; an idle connection that breaks must not end the process.
    verbinding.on('error', () => {
      vergeet(verbinding);
      verbinding.close();
    });
    return verbinding;
  };

  return {
    async verstuur(mail) {
      let inhoud: Inhoud;
      let verbinding: SMTPConnection;
      try {
        inhoud = new Inhoud(await stelOp(mail));
        verbinding = vrij.pop() ?? (await verbind());
      } catch (fout) {
        return duidFout(alsFout(fout), false);
      }
      try {
        const antwoord = await geef(verbinding, mail, inhoud, retouradres);
        if (gesloten) verbinding.quit();
        else vrij.push(verbinding);
        return { soort: 'verzonden', antwoord };
      } catch (fout) {
        verbinding.close();
        return duidFout(alsFout(fout), inhoud.begonnen);
      }
    },
    sluit() {
      gesloten = true;
      for (const verbinding of vrij.splice(0)) verbinding.quit();
    },
  };
}
