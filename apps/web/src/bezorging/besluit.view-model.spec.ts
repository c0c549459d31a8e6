import { foutenInBesluit } from './besluit.view-model.js';

describe('foutenInBesluit', () => {
  it('asks for a choice and a reason', () => {
    expect(foutenInBesluit(undefined, ' kort ').map(({ pad }) => pad)).toEqual(['besluit', 'reden']);
    expect(foutenInBesluit('opnieuw', '   123456789   ').map(({ pad }) => pad)).toEqual(['reden']);
    expect(foutenInBesluit('aangekomen', 'gezien aan de telefoon')).toEqual([]);
  });
});
