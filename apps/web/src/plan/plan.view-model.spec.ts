import { mailNaam, urenInWoorden } from './plan.view-model.js';

describe('plan in woorden', () => {
  it.each([
    [45, '45 minuten'],
    [120, '2 uur'],
    [375, '6 uur en 15 minuten'],
  ])('schrijft %d minuten als %s', (minuten, woorden) => {
    expect(urenInWoorden(minuten)).toBe(woorden);
  });

  it('noemt een mail bij zijn naam, en laat een onbekende staan', () => {
    expect(mailNaam('taak-geopend')).toBe('nieuwe taak');
    expect(mailNaam('weekoverzicht')).toBe('weekoverzicht');
  });
});
