import type { Navraag } from './postbode.js';

/**
 * Asks the built-in mailbox at `mailboxUrl` whether it holds a mail.
 * @throws Error when it does not answer within 5 s, or not with its usual answer.
 */
export function createPostvakNavraag(mailboxUrl: string): Navraag {
  return async (messageId) => {
    const adres = new URL('api/berichten', mailboxUrl.endsWith('/') ? mailboxUrl : `${mailboxUrl}/`);
    adres.searchParams.set('messageId', messageId);
    const antwoord = await fetch(adres, { signal: AbortSignal.timeout(5_000) });
    if (!antwoord.ok) throw new Error(`het postvak antwoordt met ${String(antwoord.status)}`);
    const inhoud: unknown = await antwoord.json();
    if (
      typeof inhoud !== 'object' ||
      inhoud === null ||
      !('berichten' in inhoud) ||
      !Array.isArray(inhoud.berichten)
    )
      throw new Error('het postvak geeft een onbekend antwoord');
    return inhoud.berichten.length > 0;
  };
}
