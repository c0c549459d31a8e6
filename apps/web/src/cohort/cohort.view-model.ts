/** What is said about mails of which it is not certain that they arrived; `getal` is at least 1. */
export const onzekereMails = (getal: number): string =>
  getal === 1
    ? 'Van 1 mail is niet zeker of die is aangekomen. Die wordt niet vanzelf opnieuw verstuurd.'
    : `Van ${String(getal)} mails is niet zeker of ze zijn aangekomen. Ze worden niet vanzelf opnieuw verstuurd.`;
