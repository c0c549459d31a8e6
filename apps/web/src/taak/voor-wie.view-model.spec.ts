import { voorWieInWoorden } from './voor-wie.view-model.js';

describe('voor wie een taak is', () => {
  it('spreekt een gemeente aan als uw gemeente', () => {
    expect(voorWieInWoorden('bestuur', 'gemeente')).toBe(
      'Deze taak is voor iemand van het bestuur van uw gemeente.',
    );
    expect(voorWieInWoorden('bestuur', 'adviseur')).toBe(
      'Deze taak is voor iemand van het bestuur van de gemeente.',
    );
  });

  it('noemt de adviseur', () => {
    expect(voorWieInWoorden('adviseur', 'gemeente')).toBe('De adviseur vult deze taak in.');
  });
});
