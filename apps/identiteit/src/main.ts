import { exitWithParent, parseIdentiteitConfig } from '@maatwerktraject/config';
import { startHttp } from './identiteit.http.js';
import { createProvider } from './identiteit.provider.js';
import { openSleutels } from './sleutel.store.js';

exitWithParent();
const parsed = parseIdentiteitConfig(process.env);
if (!parsed.ok) {
  for (const fault of parsed.faults) console.error(fault);
  process.exit(1);
}
const { config } = parsed;

try {
  const http = await startHttp(config, createProvider(config, await openSleutels(config.directory)));
  console.log(
    `De oefenaanmelding draait op ${config.issuer}. Iedereen op deze computer kan zich hier aanmelden.`,
  );
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await http.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
} catch (error) {
  console.error(
    `De oefenaanmelding kan niet starten: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(1);
}
