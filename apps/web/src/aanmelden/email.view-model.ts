/** What is wrong with an address as it was typed; null when nothing is. The API looks more closely. */
export function emailFout(email: string): string | null {
  if (email === '') return 'Vul uw e-mailadres in.';
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
    ? null
    : 'Vul een volledig e-mailadres in, zoals naam@gemeente.nl.';
}
