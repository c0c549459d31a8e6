import type { Cohort } from '../api/types.js';

/** Sentences about mails that somebody has to look at; none when all went well. */
export function mailsDieAandachtVragen({
  berichtenOnbekend,
  berichtenMislukt,
}: Pick<Cohort, 'berichtenOnbekend' | 'berichtenMislukt'>): string[] {
  const zinnen: string[] = [];
  if (berichtenOnbekend === 1)
    zinnen.push('Van 1 mail is niet zeker of die is aangekomen. Die wordt niet vanzelf opnieuw verstuurd.');
  if (berichtenOnbekend > 1)
    zinnen.push(
      `Van ${String(berichtenOnbekend)} mails is niet zeker of ze zijn aangekomen. Ze worden niet vanzelf opnieuw verstuurd.`,
    );
  if (berichtenMislukt === 1) zinnen.push('1 mail kon niet worden verstuurd.');
  if (berichtenMislukt > 1) zinnen.push(`${String(berichtenMislukt)} mails konden niet worden verstuurd.`);
  return zinnen;
}
