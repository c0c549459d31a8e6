import { createServer } from 'node:net';

type Probe = 'free' | 'taken' | 'forbidden' | 'unknown-host';

/** Tries to listen on a port: 0 stands for any free one. */
const listen = (port: number, host: string): Promise<{ probe: Probe; port: number }> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const probe =
        error.code === 'EADDRINUSE' ? 'taken' : error.code === 'EACCES' ? 'forbidden' : 'unknown-host';
      resolve({ probe, port });
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const given = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve({ probe: 'free', port: given }));
    });
  });

/** Whether this process may listen on the port of the host now. */
export const probePort = async (port: number, host: string): Promise<Probe> =>
  (await listen(port, host)).probe;

/** `preferred` when it is free and not yet given out, else any free port of the loopback address. Adds it to `given`. */
export const choosePort = async (preferred: number, given: Set<number>): Promise<number> => {
  let found = preferred;
  for (;;) {
    const fits = found <= 65_535 && !given.has(found);
    if (fits && (await probePort(found, '127.0.0.1')) === 'free') break;
    found = (await listen(0, '127.0.0.1')).port;
  }
  given.add(found);
  return found;
};
