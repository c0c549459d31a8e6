export * from './traject/traject.activities.js';
export * from './cohort/cohort.activities.js';
export * from './bericht/bericht.opslag.js';
export * from './bericht/bericht.wachtrij.js';
export * from './bericht/postbode.js';
export * from './bericht/postvak.navraag.js';
export * from './aanmeldlink/aanmeldlink.bezorger.js';
export * from './bericht/smtp.verzender.js';
