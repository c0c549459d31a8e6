import type { z } from 'zod';
import type { BerichtPagina } from '@maatwerktraject/contracts';
import type { Sjabloon } from '@maatwerktraject/domain';
import type { ApiClient } from './api.client.js';
import { controleerPlan, controleerPostvak, controleerTraject, type Bericht, type Plan } from './controle.js';
import type { Traject } from './simulatie.js';

interface PostvakPagina {
  readonly berichten: readonly { readonly messageId: string }[];
  readonly volgende: number | null;
}

async function alleBerichten(api: ApiClient, trajectId: string): Promise<Bericht[]> {
  const berichten: Bericht[] = [];
  for (let na: string | null = ''; na !== null;) {
    const deel: z.infer<typeof BerichtPagina> = await api.lees(
      'adviseur',
      `/trajecten/${trajectId}/berichten?limiet=500${na === '' ? '' : `&na=${na}`}`,
    );
    berichten.push(...deel.items);
    na = deel.volgende;
  }
  return berichten;
}

/** How often the mailbox holds each Message-ID. */
export async function telPostvak(mailboxUrl: string): Promise<Map<string, number>> {
  const telling = new Map<string, number>();
  for (let na: number | null = 0; na !== null;) {
    const antwoord = await fetch(new URL(`/api/berichten?limiet=500&na=${String(na)}`, mailboxUrl));
    if (!antwoord.ok) throw new Error(`Het postvak antwoordt met ${String(antwoord.status)}.`);
    const pagina = (await antwoord.json()) as PostvakPagina;
    for (const { messageId } of pagina.berichten) telling.set(messageId, (telling.get(messageId) ?? 0) + 1);
    na = pagina.volgende;
  }
  return telling;
}

const zonderHaken = (id: string): string => id.replace(/^<|>$/g, '');

/** Waits until no mail is under way, then checks every traject and the mailbox. */
export async function kijkNa(
  api: ApiClient,
  mailboxUrl: string,
  trajectIds: readonly string[],
  sjabloon: Sjabloon,
): Promise<{ fouten: string[]; mails: number; overgeslagen: number }> {
  const fouten: string[] = [];
  const verzonden: string[] = [];
  let overgeslagen = 0;
  let plan: Plan | undefined;
  for (const id of trajectIds) {
    const traject = await api.lees<Traject>('adviseur', `/trajecten/${id}`);
    let berichten = await alleBerichten(api, id);
    // The last mails may still be on their way; the mailbox takes them within seconds.
    for (
      let keer = 0;
      keer < 60 && berichten.some(({ status }) => ['wacht', 'bezig', 'onbekend'].includes(status));
      keer++
    ) {
      await new Promise((klaar) => setTimeout(klaar, 1_000));
      berichten = await alleBerichten(api, id);
    }
    plan ??= await api.lees<Plan>('adviseur', `/cohorten/${traject.cohortId}/plan`);
    fouten.push(...controleerPlan(traject, plan), ...controleerTraject(traject, berichten, sjabloon));
    overgeslagen += berichten.filter(({ status }) => status === 'overgeslagen').length;
    for (const { status, messageId } of berichten)
      if (status === 'verzonden' && messageId) verzonden.push(zonderHaken(messageId));
  }
  const ontvangen = await telPostvak(mailboxUrl);
  const eigen = new Map([...ontvangen].map(([id, aantal]) => [zonderHaken(id), aantal]));
  fouten.push(...controleerPostvak(verzonden, eigen));
  return { fouten, mails: verzonden.length, overgeslagen };
}
