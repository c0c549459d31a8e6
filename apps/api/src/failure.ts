import { DatabaseGebruikerFout, foutcode } from '@maatwerktraject/database';
import { problemOfDatabase } from './http/database-fault.js';

/** Why a program cannot start, in one Dutch sentence that says what to do. */
export function failureSentence(error: unknown, port?: number): string {
  if (error instanceof DatabaseGebruikerFout) return error.message;
  const code = foutcode(error);
  if (code === 'EADDRINUSE') return `Poort ${String(port)} is al in gebruik. Kies een andere poort met PORT.`;
  if (code === 'EACCES')
    return `Poort ${String(port)} mag dit programma niet gebruiken. Kies een poort boven 1024 met PORT.`;
  if (code === 'EADDRNOTAVAIL') return 'Het adres in HOST is niet van deze computer. Pas HOST aan.';
  if (code === '28P01' || code === '28000')
    return 'De database weigert de gebruiker of het wachtwoord in DATABASE_URL. Pas DATABASE_URL aan.';
  if (code === '3D000')
    return 'De database in DATABASE_URL bestaat niet. Maak de database aan of pas DATABASE_URL aan.';
  if (code === '42501')
    return 'De gebruiker in DATABASE_URL mag dit niet. Gebruik de eigenaar van de database, zie docs/beheer.md.';
  if (problemOfDatabase(error))
    return 'De database is niet bereikbaar. Kijk of PostgreSQL draait en of DATABASE_URL klopt.';
  return `Starten lukt niet: ${error instanceof Error ? error.message : String(error)}`;
}

/** Says what is wrong, one line each, and ends the program as failed. */
export function stopWith(sentences: readonly string[]): void {
  for (const sentence of sentences) console.error(sentence);
  process.exitCode = 1;
  // A connection that is still open must not keep a failed program alive.
  setTimeout(() => process.exit(1), 500).unref();
}
