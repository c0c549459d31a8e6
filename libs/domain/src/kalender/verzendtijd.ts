import { instantVan, lokaleTijd, type Instant } from './amsterdam.js';
import { plusDagen, type Datum } from './datum.js';
import { eersteWerkdagVanaf, isWerkdag } from './werkdagen.js';

const EERSTE_TIJD = '09:00';
const LAATSTE_TIJD = '17:00';

/** 09:00 in Amsterdam on this day: when a day's taken open and its mail leaves. */
export function ochtendVan(datum: Datum): Instant {
  return instantVan(datum, EERSTE_TIJD);
}

/** 17:00 in Amsterdam on this day: after this no mail leaves. */
export function sluitingVan(datum: Datum): Instant {
  return instantVan(datum, LAATSTE_TIJD);
}

/** The first 17:00 of a werkdag after `vanaf`. */
export function volgendeSluiting(vanaf: Instant): Instant {
  const { datum } = lokaleTijd(vanaf);
  const vandaag = sluitingVan(eersteWerkdagVanaf(datum));
  return vandaag > vanaf ? vandaag : sluitingVan(eersteWerkdagVanaf(plusDagen(datum, 1)));
}

/** The first instant from `vanaf` on at which mail may leave: on a werkdag between 09:00 and 17:00. */
export function eersteVerzendmoment(vanaf: Instant): Instant {
  const { datum } = lokaleTijd(vanaf);
  if (isWerkdag(datum)) {
    if (vanaf <= ochtendVan(datum)) return ochtendVan(datum);
    if (vanaf < sluitingVan(datum)) return vanaf;
  }
  return ochtendVan(eersteWerkdagVanaf(plusDagen(datum, 1)));
}
