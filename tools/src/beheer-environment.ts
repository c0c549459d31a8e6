import { encryptionKeys } from './encryption-keys.js';
import { runningLauncher } from './run-file.js';
import { readConfig, readEnvironment } from './start-checks.js';

/** Where a command finds the database and the keys: what is configured, and else those of the running `npm start`. */
export const beheerEnvironment = (): NodeJS.ProcessEnv => {
  const environment = { ...process.env, ...readEnvironment() };
  if (environment['DATABASE_URL'] || environment['DATABASE_URL_FILE']) return environment;
  const { dataDir, encryptionKeys: configured } = readConfig(readEnvironment());
  const running = runningLauncher(dataDir);
  if (!running) return environment;
  return {
    ...environment,
    DATABASE_URL: running.databaseUrl,
    ENCRYPTION_KEYS: configured ?? encryptionKeys(dataDir).keys,
  };
};
