import { foutenIn, NIEUW } from './nieuwe-deelnemer.view-model.js';

const gemeente = { code: 'GM0153', naam: 'Enschede', provincie: 'Overijssel', veiligheidsregio: 'Twente' };

describe('nieuwe deelnemer', () => {
  it('wijst aan wat er nog leeg is', () => {
    expect(foutenIn(null, NIEUW).map(({ pad }) => pad)).toEqual([
      'gemeentecode',
      'contactpersonen.0.naam',
      'contactpersonen.0.email',
      'contactpersonen.1.naam',
      'contactpersonen.1.email',
      'contactpersonen.2.naam',
      'contactpersonen.2.email',
    ]);
  });

  it('vraagt precies één hoofdcontact', () => {
    const persoon = { naam: 'A', email: 'a@voorbeeld.nl', niveau: 'beleid', hoofdcontact: true } as const;
    expect(foutenIn(gemeente, [persoon])).toEqual([]);
    expect(foutenIn(gemeente, [persoon, persoon])[0]?.pad).toBe('contactpersonen');
    expect(foutenIn(gemeente, [{ ...persoon, hoofdcontact: false }])[0]?.pad).toBe('contactpersonen');
  });
});
