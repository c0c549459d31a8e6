export * from './adres.js';
export * from './geheim.js';
export * from './verzender.js';
