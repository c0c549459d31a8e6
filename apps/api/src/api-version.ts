/**
 * The version of the contract (semver), apart from that of the product: systems that use the API need to know only this
 * one. Its first number is the one in the address. See docs/api.md for what changes which number.
 */
export const API_VERSION = '1.0.0';

/** Where the API is, below the root, without a slash in front. */
export const API_PREFIX = `api/v${API_VERSION.split('.', 1).join()}`;
