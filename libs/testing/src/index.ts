export * from './toeval.js';
export * from './traject.factory.js';
export * from './zetten.js';
