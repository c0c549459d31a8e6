import { ProblemException, unavailable } from './problem.js';

const AWAY = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH'],
  // Shutting down, crashed, starting up, too many connections.
  ...['57P01', '57P02', '57P03', '53300'],
]);

// NUL, half a surrogate pair, or bytes that are no UTF-8.
const UNSTORABLE = new Set(['22021', '22P02', '22P05']);

// The last one: TypeORM lets go of a connection that breaks in the middle of a transaction, and the next question finds it so.
const AWAY_MESSAGE =
  /timeout exceeded when trying to connect|Connection terminated|not queryable|is not established|query runner was already released/;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';

/** What a fault of PostgreSQL or of the way to it means for the caller; undefined when it is a fault of ours. */
export function problemOfDatabase(error: unknown): ProblemException | undefined {
  const code = codeOf(error);
  if (UNSTORABLE.has(code))
    return new ProblemException(
      400,
      'In de tekst staat een teken dat niet kan worden bewaard. Haal het weg en probeer het opnieuw.',
    );
  // Two who waited for each other: one of them was let go, and nothing of it was done.
  if (code === '40P01')
    return new ProblemException(
      503,
      'Iemand anders wijzigde op hetzelfde moment hetzelfde. Er is niets veranderd. Probeer het opnieuw.',
      { code: 'tegelijk', retryAfterSeconds: 1 },
    );
  const message = error instanceof Error ? error.message : '';
  if (AWAY.has(code) || code.startsWith('08') || AWAY_MESSAGE.test(message))
    return unavailable('De database');
  return undefined;
}
