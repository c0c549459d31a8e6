import { mailsDieAandachtVragen } from './cohort.view-model.js';

const zinnen = (berichtenOnbekend: number, berichtenMislukt: number): string =>
  mailsDieAandachtVragen({ berichtenOnbekend, berichtenMislukt }).join(' ');

describe('mails waar iemand naar moet kijken', () => {
  it('spreekt van één mail of van meer', () => {
    expect(zinnen(1, 0)).toContain('Van 1 mail is niet zeker of die is aangekomen.');
    expect(zinnen(3, 0)).toContain('Van 3 mails is niet zeker of ze zijn aangekomen.');
    expect(zinnen(0, 1)).toBe('1 mail kon niet worden verstuurd.');
    expect(zinnen(0, 2)).toBe('2 mails konden niet worden verstuurd.');
  });

  it('noemt beide als beide er zijn, en niets als alles goed ging', () => {
    expect(mailsDieAandachtVragen({ berichtenOnbekend: 2, berichtenMislukt: 1 })).toHaveLength(2);
    expect(mailsDieAandachtVragen({ berichtenOnbekend: 0, berichtenMislukt: 0 })).toEqual([]);
  });
});
