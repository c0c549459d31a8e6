/**
 * A rule of the API.
 * @typedef {object} Regel
 * @property {string} id that of the NLGov REST API Design Rules 2.2, `nlgov/…` for what only their linter asks,
 *   or `huis/…` for what we ask ourselves
 * @property {(document: object, context: object) => Iterable<[string[], string]>} find gives a place and a Dutch
 *   sentence for each fault; the context is what Spectral's own functions ask for
 * @property {boolean} [asWritten] look at the document before its references are followed
 */

/**
 * The rule in the form of Spectral.
 * @param {Regel} rule
 */
export const toSpectral = ({ find, asWritten = false }) => ({
  given: '$',
  severity: 'error',
  resolved: !asWritten,
  message: '{{error}}',
  then: {
    function: (document, _options, context) =>
      [...find(document, context)].map(([path, message]) => ({ path, message })),
  },
});
