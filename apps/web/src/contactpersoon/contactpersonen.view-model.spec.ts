import type { TrajectContact } from '../api/types.js';
import {
  aanwezigen,
  actiesVoor,
  foutenInContact,
  foutenInVervanging,
  magToevoegen,
  mogelijkeVervangers,
  standVan,
  wijzigingVan,
} from './contactpersonen.view-model.js';

const VANDAAG = '2027-03-03';
const iemand = (id: string, anders: Partial<TrajectContact> = {}): TrajectContact => ({
  id,
  naam: `Naam ${id}`,
  email: `${id}@x.example`,
  niveau: 'beleid',
  hoofdcontact: false,
  uzelf: false,
  weekoverzicht: true,
  vertrektOp: null,
  vervanging: null,
  uitnodiging: null,
  ...anders,
});
const hoofd = iemand('h', { hoofdcontact: true });
const weg = iemand('w', { vertrektOp: VANDAAG });

describe('de contactpersonen van een traject', () => {
  it('say what is special about somebody, and nothing of what is usual', () => {
    const personen = [hoofd, iemand('a')];
    const stand = (anders: Partial<TrajectContact>) => standVan(iemand('b', anders), personen, VANDAAG);
    expect(stand({})).toEqual([]);
    expect(stand({ vertrektOp: '2027-04-01' })).toEqual(['Is er niet meer bij vanaf 1 apr 2027.']);
    expect(stand({ vertrektOp: VANDAAG })).toEqual(['Is er niet meer bij sinds 3 mrt 2027.']);
    const vervanging = { vervangerId: 'a', van: '2027-03-01', tot: VANDAAG };
    expect(stand({ vervanging })).toEqual(['Naam a vervangt van 1 mrt 2027 tot en met 3 mrt 2027.']);
    expect(stand({ vervanging: { ...vervanging, tot: '2027-03-02' } })).toEqual([]);
    expect(stand({ weekoverzicht: false, uitnodiging: 'verzonden' })).toEqual([
      'Krijgt voor elke taak een eigen mail.',
      'Mail met uitleg: verstuurd.',
    ]);
  });

  it('can be changed by the adviseur, the hoofdcontact and oneself, each as far as he may', () => {
    const personen = [hoofd, iemand('a'), weg];
    const acties = (wie: TrajectContact, rol: 'adviseur' | 'gemeente' | 'beheerder', alle = personen) =>
      actiesVoor(wie, alle, rol, VANDAAG);
    expect(acties(personen[1]!, 'adviseur')).toEqual(['wijzigen', 'vervanger', 'hoofdcontact']);
    expect(acties(hoofd, 'adviseur')).toEqual(['wijzigen', 'vervanger']);
    expect(acties(weg, 'adviseur')).toEqual(['wijzigen']);
    expect(acties(hoofd, 'beheerder')).toEqual([]);
    const ikHoofd = [{ ...hoofd, uzelf: true }, iemand('a')];
    expect(acties(ikHoofd[1]!, 'gemeente', ikHoofd)).toEqual(['vervanger', 'hoofdcontact']);
    const ikZelf = [hoofd, iemand('a', { uzelf: true })];
    expect(acties(ikZelf[1]!, 'gemeente', ikZelf)).toEqual(['vervanger']);
    expect(acties(hoofd, 'gemeente', ikZelf)).toEqual([]);
    expect(acties(hoofd, 'adviseur', [hoofd])).toEqual(['wijzigen']);
    expect([magToevoegen(ikHoofd, 'gemeente'), magToevoegen(ikZelf, 'gemeente')]).toEqual([true, false]);
    expect([magToevoegen([], 'adviseur'), magToevoegen(ikHoofd, 'beheerder')]).toEqual([true, false]);
  });

  it('stand in for each other while they are there', () => {
    const personen = [hoofd, iemand('a'), weg];
    expect(aanwezigen(personen, VANDAAG)).toEqual([hoofd, iemand('a')]);
    expect(mogelijkeVervangers(hoofd, personen, VANDAAG).map(({ id }) => id)).toEqual(['a']);
  });

  it('say which field is empty', () => {
    expect(foutenInVervanging({ vervangerId: '', van: '', tot: '' }).map(({ pad }) => pad)).toEqual([
      'vervangerId',
      'van',
      'tot',
    ]);
    expect(foutenInVervanging({ vervangerId: 'a', van: VANDAAG, tot: VANDAAG })).toEqual([]);
    expect(foutenInContact({ naam: ' ', email: '' }).map(({ pad }) => pad)).toEqual(['naam', 'email']);
    expect(foutenInContact({ naam: 'Kim', email: 'kim@x.example' })).toEqual([]);
  });

  it('ask for what is other than it was', () => {
    expect(wijzigingVan({ naam: 'Kim', niveau: 'beleid' }, { naam: 'Kim', niveau: 'bestuur' })).toEqual({
      niveau: 'bestuur',
    });
    expect(wijzigingVan({ vertrektOp: VANDAAG }, { vertrektOp: null })).toEqual({ vertrektOp: null });
  });
});
