import { exitWithParent, parseCodecConfig } from '@maatwerktraject/config';
import { EncryptionCodec } from '@maatwerktraject/temporal-codec';
import { startHttp } from './codec.http.js';

exitWithParent();
const parsed = parseCodecConfig(process.env);
if (!parsed.ok) {
  for (const fault of parsed.faults) console.error(fault);
  process.exit(1);
}
const { keyring, ...settings } = parsed.config;

try {
  const http = await startHttp(new EncryptionCodec(keyring), settings);
  console.log(`De codecserver draait op http://${settings.host}:${settings.port}.`);
  const stop = (): void => void http.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  console.error(`De codecserver kan niet starten: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
