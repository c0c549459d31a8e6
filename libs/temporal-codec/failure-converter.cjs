// Message and stack of a failure become a payload, and so go through the codec. Temporal loads this file by its path, in
// Node with require() and in the bundle of the workflows: hence CommonJS, and nothing but the SDK in it.
const { DefaultFailureConverter } = require('@temporalio/common');

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
