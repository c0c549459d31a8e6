import { fork } from 'node:child_process';
// Built-ins only: Jest does not resolve `.js` imports to `.ts` in a globalSetup.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the services for tests are. */
export interface TestServices {
  /** Connects as superuser: a test makes its own database, and removes it. */
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  /** Path of the time-skipping server. */
  readonly testServer: string;
}

type Message = { services: TestServices } | { fault: string };

const isMessage = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && ('services' in message || 'fault' in message);

const startServices = (): Promise<TestServices> =>
  new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('../dist/test-services.js', import.meta.url));
    if (!existsSync(script)) {
      reject(new Error('De tests hebben het gebouwde programma nodig. Voer eerst uit: npm run build'));
      return;
    }
    // A process of its own, seeing by its channel that Jest is gone: nothing stays behind, also not after kill -9.
    const holder = fork(script, [], { detached: true, stdio: 'ignore' });
    holder.once('exit', () => reject(new Error('De database of Temporal voor de tests is gestopt.')));
    holder.on('message', (message: unknown) => {
      if (!isMessage(message)) return;
      if ('fault' in message) {
        reject(new Error(message.fault));
        return;
      }
      resolve(message.services);
      // From here neither the process nor its channel keeps Jest alive.
      holder.unref();
      holder.channel?.unref();
    });
  });

/**
 * Jest's `globalSetup` for tests on real services. Sets `TEST_DATABASE_URL`, `TEST_TEMPORAL_ADDRESS`,
 * `TEST_TEMPORAL_NAMESPACE` and `TEMPORAL_TEST_SERVER` (the time-skipping server) for the tests.
 */
export default async function startTestServices(): Promise<void> {
  const services = await startServices();
  process.env['TEST_DATABASE_URL'] = services.databaseUrl;
  process.env['TEST_TEMPORAL_ADDRESS'] = services.temporalAddress;
  process.env['TEST_TEMPORAL_NAMESPACE'] = services.namespace;
  process.env['TEMPORAL_TEST_SERVER'] = services.testServer;
}
