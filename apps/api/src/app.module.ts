import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { databaseOptions } from '@maatwerktraject/database';
import { AanmeldenModule } from './aanmelden/aanmelden.module.js';
import { AccountModule } from './account/account.module.js';
import { AuditModule } from './audit/audit.module.js';
import { CloudEventsModule } from './cloudevents/cloudevents.module.js';
import { CohortModule } from './cohort/cohort.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DeelnemerModule } from './deelnemer/deelnemer.module.js';
import { DiensttokenModule } from './diensttoken/diensttoken.module.js';
import { ExportModule } from './export/export.module.js';
import { GemeenteModule } from './gemeente/gemeente.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { InzageModule } from './inzage/inzage.module.js';
import { OmgevingModule } from './omgeving/omgeving.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { SETTINGS, SettingsModule, type Settings } from './settings.js';
import { SjabloonModule } from './sjabloon/sjabloon.module.js';
import { TaakModule } from './taak/taak.module.js';
import { ToegangModule } from './toegang/toegang.module.js';
import { ToekenningModule } from './toekenning/toekenning.module.js';
import { TrajectModule } from './traject/traject.module.js';
import { WebhookModule } from './webhook/webhook.module.js';

const FEATURES = [
  ...[
    DatabaseModule,
    AuditModule,
    ToegangModule,
    AanmeldenModule,
    HttpModule,
    OmgevingModule,
    HealthModule,
    GemeenteModule,
    SjabloonModule,
    CohortModule,
    ToekenningModule,
    DeelnemerModule,
  ],
  ...[TrajectModule, TaakModule, ExportModule, AccountModule, DiensttokenModule, InzageModule, PrivacyModule],
  ...[CloudEventsModule, WebhookModule],
];

export interface AppOptions {
  /** False to look at the routes alone, without a database (the OpenAPI document, tests of the routes). */
  readonly connect: boolean;
}

@Module({})
export class AppModule {
  static with(settings: Settings, { connect }: AppOptions): DynamicModule {
    const database = TypeOrmModule.forRootAsync({
      inject: [SETTINGS],
      useFactory: ({ databaseUrl }: Settings) => ({
        ...databaseOptions(databaseUrl),
        manualInitialization: !connect,
        retryAttempts: 5,
        retryDelay: 1000,
      }),
    });
    return { module: AppModule, imports: [SettingsModule.with(settings), database, ...FEATURES] };
  }
}
