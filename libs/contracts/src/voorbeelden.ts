import { BEHEER_VOORBEELDEN } from './voorbeelden.beheer.js';
import { BEZORGING_VOORBEELDEN } from './voorbeelden.bezorging.js';
import { BIJEENKOMST_VOORBEELDEN } from './voorbeelden.bijeenkomst.js';
import { COHORT_VOORBEELDEN } from './voorbeelden.cohort.js';
import { CONTACT_VOORBEELDEN } from './voorbeelden.contactpersoon.js';
import { PASSKEY_VOORBEELDEN } from './voorbeelden.passkey.js';
import { PRIVACY_VOORBEELDEN } from './voorbeelden.privacy.js';
import { SJABLOON_VOORBEELDEN } from './voorbeelden.sjabloon.js';
import { TOEGANG_VOORBEELDEN } from './voorbeelden.toegang.js';
import { TRAJECT_VOORBEELDEN } from './voorbeelden.traject.js';
import { VERANDERING_VOORBEELDEN } from './voorbeelden.verandering.js';
import { WEBHOOK_VOORBEELDEN } from './voorbeelden.webhook.js';
import { SIGNAAL_VOORBEELDEN } from './voorbeelden.signaal.js';
import { WIJZIGINGSPLAN_VOORBEELDEN } from './voorbeelden.wijzigingsplan.js';

/** For each schema of a body or an answer one example, which tells one story: gemeente Enschede in cohort Twente. */
export const VOORBEELDEN = new Map<unknown, unknown>([
  ...COHORT_VOORBEELDEN,
  ...SJABLOON_VOORBEELDEN,
  ...BIJEENKOMST_VOORBEELDEN,
  ...TRAJECT_VOORBEELDEN,
  ...CONTACT_VOORBEELDEN,
  ...BEZORGING_VOORBEELDEN,
  ...TOEGANG_VOORBEELDEN,
  ...BEHEER_VOORBEELDEN,
  ...PASSKEY_VOORBEELDEN,
  ...PRIVACY_VOORBEELDEN,
  ...VERANDERING_VOORBEELDEN,
  ...WEBHOOK_VOORBEELDEN,
  ...WIJZIGINGSPLAN_VOORBEELDEN,
  ...SIGNAAL_VOORBEELDEN,
]);
