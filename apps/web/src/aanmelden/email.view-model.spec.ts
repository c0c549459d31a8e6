import { emailFout } from './email.view-model.js';

describe('een e-mailadres', () => {
  it.each(['k.deboer@enschede.example', 'x@y.example'])('mag zo: %s', (email) => {
    expect(emailFout(email)).toBeNull();
  });

  it.each(['enschede.example', 'k@enschede', 'k @enschede.example', 'k@@enschede.example'])(
    'mag niet zo: %s',
    (email) => {
      expect(emailFout(email)).toContain('volledig e-mailadres');
    },
  );

  it('ontbreekt', () => {
    expect(emailFout('')).toBe('Vul uw e-mailadres in.');
  });
});
