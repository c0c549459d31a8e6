import pg from 'pg';

export interface Luisteraar {
  stop(): Promise<void>;
}

/**
 * Listens to a channel of the database on a connection of its own; calls `bij` for each word on it. When the connection is
 * lost, `weg` is called, once, and nothing comes any more.
 * @throws Error when the database is away or refuses; no connection is left then
 */
export async function luisterNaar(
  connectionString: string,
  kanaal: string,
  { bij, weg }: { readonly bij: () => void; readonly weg: () => void },
): Promise<Luisteraar> {
  const connection = new pg.Client({ connectionString, keepAlive: true });
  const stop = async (): Promise<void> => {
    // An error of a connection that is going away concerns nobody, but unheard it would end the program.
    connection.removeAllListeners('error').on('error', () => undefined);
    await connection.end().catch(() => undefined);
  };
  connection.on('error', () => {
    void stop();
    weg();
  });
  connection.on('notification', bij);
  try {
    await connection.connect();
    await connection.query(`LISTEN ${kanaal}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
