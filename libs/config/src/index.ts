export {
  isLoopback,
  parseApiConfig,
  parseConfig,
  parseMigrationConfig,
  parsePostvakConfig,
  parseWorkerConfig,
  type ApiConfig,
  type ConfigResult,
  type Environment,
  type LauncherConfig,
  type MigrationConfig,
  type PostvakConfig,
  type WorkerConfig,
} from './config.js';
export { exitWithParent } from './exit-with-parent.js';
