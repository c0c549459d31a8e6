import pg from 'pg';

export interface Luisteraar {
  stop(): Promise<void>;
}

interface Hoor {
  readonly bij: () => void;
  readonly weg: (error: Error) => void;
  readonly eerst?: (connection: Pick<pg.Client, 'query'>) => Promise<unknown>;
}

/**
 * Listens to a channel of the database on a connection of its own; calls `bij` for each word on it. When the connection is
 * lost, `weg` is called, once, and nothing comes any more. `eerst` is asked on that connection before it listens: a lock that
 * lives as long as it.
 * @throws Error when the database is away or refuses; no connection is left then
 */
export async function luisterNaar(
  connectionString: string,
  kanaal: string,
  { bij, weg, eerst }: Hoor,
): Promise<Luisteraar> {
  const connection = new pg.Client({ connectionString, keepAlive: true });
  const stop = async (): Promise<void> => {
    // An error of a connection that is going away concerns nobody, but unheard it would end the program.
    connection.removeAllListeners('error').on('error', () => undefined);
    await connection.end().catch(() => undefined);
  };
  connection.on('error', (error) => {
    void stop();
    weg(error);
  });
  connection.on('notification', bij);
  try {
    await connection.connect();
    await eerst?.(connection);
    await connection.query(`LISTEN ${kanaal}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
