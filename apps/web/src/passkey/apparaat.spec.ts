import { WebAuthnError } from '@simplewebauthn/browser';
import { apparaatZin } from './apparaat.js';

const metCode = (code: WebAuthnError['code']): WebAuthnError =>
  new WebAuthnError({ message: 'x', code, cause: new Error('x') });

describe('wat een apparaat niet kan', () => {
  it.each([
    [metCode('ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'), /staat al een passkey van u/],
    [metCode('ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT'), /Zet eerst een pincode/],
    [Object.assign(new Error('x'), { name: 'NotAllowedError' }), /afgebroken, of het duurde te lang/],
    [metCode('ERROR_INVALID_DOMAIN'), /gaf geen passkey/],
    ['x', /gaf geen passkey/],
  ])('is said in words that help', (fout, zin) => {
    expect(apparaatZin(fout)).toMatch(zin);
  });
});
