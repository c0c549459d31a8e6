import { emailFout } from './email.view-model.js';

describe('een e-mailadres', () => {
  it.each(['k.deboer@enschede.nl', 'x@y.example'])('mag zo: %s', (email) => {
    expect(emailFout(email)).toBeNull();
  });

  it.each(['enschede.nl', 'k@enschede', 'k @enschede.nl', 'k@@enschede.nl'])('mag niet zo: %s', (email) => {
    expect(emailFout(email)).toContain('volledig e-mailadres');
  });

  it('ontbreekt', () => {
    expect(emailFout('')).toBe('Vul uw e-mailadres in.');
  });
});
