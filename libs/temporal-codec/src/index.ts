export { encryptedDataConverter, failureConverterPath } from './data-converter.js';
export { EncryptionCodec } from './encryption.codec.js';
