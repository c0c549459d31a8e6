export {
  isLoopback,
  parseApiConfig,
  parseCodecConfig,
  parseConfig,
  parseMigrationConfig,
  parsePostvakConfig,
  parseWorkerConfig,
  type ApiConfig,
  type CodecConfig,
  type ConfigResult,
  type Environment,
  type LauncherConfig,
  type MigrationConfig,
  type PostvakConfig,
  type WorkerConfig,
} from './config.js';
export { secretNames } from './secret-files.js';
export { exitWithParent } from './exit-with-parent.js';
