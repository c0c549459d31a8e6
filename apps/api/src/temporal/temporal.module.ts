import { encryptedDataConverter } from '@maatwerktraject/temporal-codec';
import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import { SETTINGS, type Settings } from '../settings.js';
import { ProcesService } from './proces.service.js';

// A short absence passes unnoticed; a longer one is told within seconds, to someone who waits at a screen.
const retry = makeGrpcRetryInterceptor(defaultGrpcRetryOptions({ maxAttempts: 5 }));

@Module({
  providers: [
    {
      // Connects at the first call: the API also starts, and serves what it can, while Temporal is away.
      provide: Connection,
      useFactory: ({ temporalAddress }: Settings) =>
        Connection.lazy({ address: temporalAddress, connectTimeout: '5s', interceptors: [retry] }),
      inject: [SETTINGS],
    },
    {
      provide: Client,
      useFactory: (connection: Connection, { temporalNamespace, keyring }: Settings) =>
        new Client({
          connection,
          namespace: temporalNamespace,
          dataConverter: encryptedDataConverter(keyring),
        }),
      inject: [Connection, SETTINGS],
    },
    ProcesService,
  ],
  exports: [ProcesService],
})
export class TemporalModule implements OnApplicationShutdown {
  constructor(@Inject(Connection) private readonly connection: Connection) {}

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }
}
