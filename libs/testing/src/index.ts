export * from './toeval.js';
export * from './traject.factory.js';
