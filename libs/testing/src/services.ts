export * from './account.factory.js';
export * from './sleutels.js';
export * from './cohort.factory.js';
export * from './cookie.jar.js';
export * from './identiteit.server.js';
export * from './rol.database.js';
export * from './smtp.server.js';
export * from './test.database.js';
