/** What the functions about roles need of a database: the rows of a statement. */
export interface Bevraagbaar {
  query<T>(sql: string, parameters?: unknown[]): Promise<T>;
}

/** The user of the database may do too little or too much. The message is Dutch, and says what to do. */
export class DatabaseGebruikerFout extends Error {
  override readonly name = 'DatabaseGebruikerFout';
}

/** The code of an error: the SQLSTATE of the database, or what the system calls it; an empty text without one. */
export const foutcode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
