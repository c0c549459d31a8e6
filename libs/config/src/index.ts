export {
  parseApiConfig,
  parseCodecConfig,
  parseConfig,
  parseIdentiteitConfig,
  parseMigrationConfig,
  parsePostvakConfig,
  parseWorkerConfig,
  variables,
  type ApiConfig,
  type CodecConfig,
  type ConfigResult,
  type Environment,
  type IdentiteitConfig,
  type LauncherConfig,
  type MigrationConfig,
  type PostvakConfig,
  type WorkerConfig,
} from './config.js';
export { secretNames } from './secret-files.js';
export { exitWithParent } from './exit-with-parent.js';
export type { Oefenpersoon } from './identiteit.schema.js';
export { isLoopback } from './loopback.js';
export type { OidcConfig } from './oidc.fields.js';
