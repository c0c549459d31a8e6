import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DatabaseGebruikerFout, databaseOptions, verbind } from '@maatwerktraject/database';
import { AanmeldenModule } from './aanmelden/aanmelden.module.js';
import { AccountModule } from './account/account.module.js';
import { AuditModule } from './audit/audit.module.js';
import { BegeleidingModule } from './begeleiding/begeleiding.module.js';
import { ContactpersoonModule } from './contactpersoon/contactpersoon.module.js';
import { BezorgingModule } from './bezorging/bezorging.module.js';
import { GebeurtenisModule } from './gebeurtenis/gebeurtenis.module.js';
import { CohortModule } from './cohort/cohort.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DeelnemerModule } from './deelnemer/deelnemer.module.js';
import { DiensttokenModule } from './diensttoken/diensttoken.module.js';
import { ExportModule } from './export/export.module.js';
import { GemeenteModule } from './gemeente/gemeente.module.js';
import { GroepssessieModule } from './groepssessie/groepssessie.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { SecurityLogModule } from './http/security-log.js';
import { InzageModule } from './inzage/inzage.module.js';
import { OmgevingModule } from './omgeving/omgeving.module.js';
import { PasskeyModule } from './passkey/passkey.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { SettingsModule, type Settings } from './settings.js';
import { SignaalModule } from './signaal/signaal.module.js';
import { SjabloonModule } from './sjabloon/sjabloon.module.js';
import { TaakModule } from './taak/taak.module.js';
import { ToegangModule } from './toegang/toegang.module.js';
import { AdviseurModule } from './adviseur/adviseur.module.js';
import { ToekenningModule } from './toekenning/toekenning.module.js';
import { TrajectModule } from './traject/traject.module.js';
import { WebhookModule } from './webhook/webhook.module.js';
import { OvergangModule } from './overgang/overgang.module.js';
import { WijzigingsplanModule } from './wijzigingsplan/wijzigingsplan.module.js';

const FEATURES = [
  ...[
    DatabaseModule,
    SecurityLogModule,
    AuditModule,
    ToegangModule,
    AanmeldenModule,
    PasskeyModule,
    HttpModule,
    OmgevingModule,
    HealthModule,
    GemeenteModule,
    SjabloonModule,
    CohortModule,
    ToekenningModule,
    AdviseurModule,
    DeelnemerModule,
  ],
  ...[TrajectModule, TaakModule, ExportModule, AccountModule, DiensttokenModule, InzageModule, PrivacyModule],
  ...[ContactpersoonModule, BegeleidingModule, BezorgingModule, SignaalModule],
  ...[GebeurtenisModule, WebhookModule, GroepssessieModule, WijzigingsplanModule, OvergangModule],
];

/** The most connections to the database. */
const POOL_SIZE = 10;

export interface AppOptions {
  /** False to look at the routes alone, without a database (the OpenAPI document, tests of the routes). */
  readonly connect: boolean;
}

@Module({})
export class AppModule {
  static with(settings: Settings, { connect }: AppOptions): DynamicModule {
    const options = databaseOptions(settings.databaseUrl, POOL_SIZE, { prepare: true });
    const database = TypeOrmModule.forRootAsync({
      useFactory: () => ({
        ...options,
        manualInitialization: !connect,
        retryAttempts: 5,
        retryDelay: 1000,
        // Waiting does not mend a user that may too much.
        toRetry: (error: unknown) => !(error instanceof DatabaseGebruikerFout),
      }),
      ...(connect ? { dataSourceFactory: () => verbind(options, 'api') } : {}),
    });
    return { module: AppModule, imports: [SettingsModule.with(settings), database, ...FEATURES] };
  }
}
