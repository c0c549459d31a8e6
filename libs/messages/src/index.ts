export * from './identificaties.js';
export * from './traject.messages.js';
export * from './cohort.messages.js';
export * from './bewaren.messages.js';
export * from './webhook.messages.js';
