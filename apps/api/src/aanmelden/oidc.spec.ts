import { zijnMeerdereFactoren } from './oidc.service.js';

describe('meerdere factoren', () => {
  it.each([[['mfa']], [['pwd', 'otp']], [['pwd', 'mfa']], [['pin', 'hwk']], [['face', 'swk']]])(
    'are proven by %j',
    (amr) => {
      expect(zijnMeerdereFactoren(amr)).toBe(true);
    },
  );

  it.each([
    [['pwd']],
    [['otp']],
    [['pin']],
    [['hwk']],
    [['pwd', 'pin']],
    [['otp', 'sms']],
    [[]],
    ['mfa'],
    [undefined],
  ])('are not proven by %j', (amr) => {
    expect(zijnMeerdereFactoren(amr)).toBe(false);
  });
});
