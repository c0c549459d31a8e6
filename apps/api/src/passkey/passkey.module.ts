import { Module } from '@nestjs/common';
import { AanmeldLimiet } from '../aanmelden/aanmeld.limiet.js';
import { PasskeyAanmeldingController } from './passkey-aanmelding.controller.js';
import { PasskeyController } from './passkey.controller.js';
import { PasskeyService } from './passkey.service.js';
import { PasskeysIntrekkenController } from './passkeys-intrekken.controller.js';
import { PasskeysIntrekkenService } from './passkeys-intrekken.service.js';
import { TweedeFactorService } from './tweede-factor.service.js';

@Module({
  controllers: [PasskeyController, PasskeyAanmeldingController, PasskeysIntrekkenController],
  providers: [AanmeldLimiet, PasskeyService, PasskeysIntrekkenService, TweedeFactorService],
  exports: [TweedeFactorService],
})
export class PasskeyModule {}
