import PostalMime from 'postal-mime';

/** What a mail server reports about a mail of ours (RFC 3464). */
export interface Retour {
  /** By which it may be found, the likeliest first; with angle brackets. */
  readonly messageIds: readonly string[];
  /** It will never be delivered; otherwise the server goes on trying. */
  readonly voorgoed: boolean;
  /** Status code (RFC 3463), as `5.1.1`. */
  readonly code: string;
  readonly woorden: string;
}

type Velden = ReadonlyMap<string, string>;

const OPTIES = { forceRfc822Attachments: true, maxNestingDepth: 20 } as const;

/** Fields of one group of a status report, or of the headers of a mail; unfolded, names in small letters. */
async function veldenVan(tekst: string): Promise<Velden> {
  const { headers } = await PostalMime.parse(`${tekst.trim()}\r\n\r\n`);
  return new Map(headers.map(({ key, value }) => [key, value.trim()]));
}

const alsTekst = (inhoud: ArrayBuffer | Uint8Array | string): string =>
  typeof inhoud === 'string' ? inhoud : new TextDecoder().decode(inhoud);

const MESSAGE_ID = /^[^\s<>@]{1,200}@[^\s<>@]{1,200}$/;

const alsMessageId = (tekst: string | undefined): string[] => {
  const kaal = (tekst ?? '').trim().slice(0, 500).replace(/^</, '').replace(/>$/, '');
  return MESSAGE_ID.test(kaal) ? [`<${kaal}>`] : [];
};

/** `smtp; 550 5.1.1 …` without the part that says whose words it are. */
const woordenVan = (velden: Velden): string =>
  (velden.get('diagnostic-code') ?? '')
    .replace(/^[a-z0-9-]{1,40}\s*;\s*/i, '')
    .replace(/\s+/g, ' ')
    .slice(0, 500);

const isVoorgoed = (velden: Velden): boolean =>
  velden.get('action')?.toLowerCase() === 'failed' && (velden.get('status') ?? '').startsWith('5.');

const isLater = (velden: Velden): boolean =>
  velden.get('action')?.toLowerCase() === 'delayed' || (velden.get('status') ?? '').startsWith('4.');

/** Reads a raw message; null when it is no report of a mail that was not delivered. */
export async function leesRetour(bericht: Uint8Array): Promise<Retour | null> {
  const { attachments } = await PostalMime.parse(bericht, OPTIES);
  const deel = (...soorten: readonly string[]): string | undefined => {
    const een = attachments.find(({ mimeType }) => soorten.includes(mimeType));
    return een && alsTekst(een.content);
  };
  const rapport = deel('message/delivery-status', 'message/global-delivery-status');
  if (rapport === undefined) return null;
  const groepen = await Promise.all(
    rapport
      .split(/\r?\n[ \t]*(?:\r?\n)+/)
      .filter((groep) => groep.trim() !== '')
      .slice(0, 20)
      .map(veldenVan),
  );
  const over = groepen.find(isVoorgoed) ?? groepen.find(isLater);
  if (!over) return null;
  const terug = deel('message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers');
  // Only the headers: what the mail said is no concern of ours.
  const kop = terug === undefined ? undefined : await veldenVan(terug.split(/\r?\n\r?\n/)[0] ?? '');
  return {
    messageIds: [
      ...alsMessageId(kop?.get('message-id')),
      ...groepen.flatMap((groep) => alsMessageId(groep.get('original-envelope-id'))),
    ],
    voorgoed: isVoorgoed(over),
    code: (over.get('status') ?? '').slice(0, 12),
    woorden: woordenVan(over),
  };
}
