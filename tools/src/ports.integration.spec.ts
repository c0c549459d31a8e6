import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { choosePort, probePort } from './ports.js';

it('takes the port that it prefers, and another when that one is taken or given out', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    expect(await probePort(port, '127.0.0.1')).toBe('taken');
    const given = new Set<number>();
    const other = await choosePort(port, given);
    expect(other).not.toBe(port);
    const third = await choosePort(other, given);
    expect(third).not.toBe(other);
    expect(given).toEqual(new Set([other, third]));
    expect(await choosePort(70_000, given)).toBeLessThanOrEqual(65_535);
  } finally {
    server.close();
  }
});

it('knows a host that is not of this computer', async () => {
  expect(await probePort(3999, '192.0.2.1')).toBe('unknown-host');
});
