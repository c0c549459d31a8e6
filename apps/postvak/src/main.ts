import { join } from 'node:path';
import { exitWithParent, parsePostvakConfig } from '@maatwerktraject/config';
import { BerichtStore } from './bericht.store.js';
import { startHttp } from './postvak.http.js';
import { startSmtp } from './postvak.smtp.js';

exitWithParent();
const parsed = parsePostvakConfig(process.env);
if (!parsed.ok) {
  for (const fault of parsed.faults) console.error(fault);
  process.exit(1);
}
const { host, smtpPort, httpPort, directory } = parsed.config;

try {
  const store = await BerichtStore.open(join(directory, 'berichten'));
  const smtp = await startSmtp(store, host, smtpPort);
  const http = await startHttp(store, host, httpPort);
  console.log(`Het postvak draait: SMTP op ${host}:${smtpPort}, pagina op http://${host}:${httpPort}.`);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await Promise.all([smtp.close(), http.close()]);
    await store.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
} catch (error) {
  console.error(`Het postvak kan niet starten: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
