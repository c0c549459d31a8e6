import { Module } from '@nestjs/common';
import { PasskeyModule } from '../passkey/passkey.module.js';
import { AanmeldLimiet } from './aanmeld.limiet.js';
import { AanmeldenController } from './aanmelden.controller.js';
import { AanmeldlinkController } from './aanmeldlink.controller.js';
import { AanmeldlinkService } from './aanmeldlink.service.js';
import { KoppelingService } from './koppeling.service.js';
import { OidcService } from './oidc.service.js';

@Module({
  imports: [PasskeyModule],
  controllers: [AanmeldenController, AanmeldlinkController],
  providers: [AanmeldLimiet, AanmeldlinkService, KoppelingService, OidcService],
  exports: [OidcService],
})
export class AanmeldenModule {}
