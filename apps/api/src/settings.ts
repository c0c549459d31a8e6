import { Global, Module, type DynamicModule } from '@nestjs/common';
import { parseApiConfig, type ApiConfig, type ConfigResult, type Environment } from '@maatwerktraject/config';

/** The configuration, and whether there is a mailbox to practise with. */
export type Settings = ApiConfig & { readonly oefenen: boolean };

export const SETTINGS = Symbol('settings');

/** All faults at once, as Dutch sentences. */
export function readSettings(env: Environment): ConfigResult<Settings> {
  const result = parseApiConfig(env);
  if (!result.ok) return result;
  return { ok: true, config: { ...result.config, oefenen: result.config.practiceSmtpUrl !== undefined } };
}

@Global()
@Module({})
export class SettingsModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: SettingsModule,
      providers: [{ provide: SETTINGS, useValue: settings }],
      exports: [SETTINGS],
    };
  }
}
