import type { Stapel } from './stapel.js';

/** The link in the newest mail to this address with this in its subject; waits for one that is not `behalve`. */
export async function linkUitMail(
  stapel: Stapel,
  aan: string,
  onderwerp: string,
  behalve?: string,
): Promise<string> {
  for (let keer = 0; keer < 60; keer++) {
    const lijst = (await (
      await fetch(new URL(`/api/berichten?aan=${encodeURIComponent(aan)}`, stapel.mailboxUrl()))
    ).json()) as {
      berichten: { volgnummer: number; onderwerp: string }[];
    };
    const mail = lijst.berichten.filter((bericht) => bericht.onderwerp.includes(onderwerp)).at(-1);
    if (mail) {
      const { text, html } = (await (
        await fetch(new URL(`/api/berichten/${String(mail.volgnummer)}`, stapel.mailboxUrl()))
      ).json()) as {
        text: string;
        html: string;
      };
      const link = /https?:\/\/\S+/.exec(text)?.[0];
      if (!link || !html.includes(link)) throw new Error(`de mail heeft geen link in tekst en HTML: ${text}`);
      if (link !== behalve) return link;
    }
    await new Promise((klaar) => setTimeout(klaar, 500));
  }
  throw new Error(`geen mail aan ${aan} over ${onderwerp}`);
}
