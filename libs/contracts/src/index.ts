export * from './algemeen.js';
export * from './toegang.js';
export * from './gemeente.js';
export * from './sjabloon.js';
export * from './cohort.js';
export * from './traject.js';
export * from './privacy.js';
export * from './voorbeelden.js';
