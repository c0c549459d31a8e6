import { onzekereMails } from './cohort.view-model.js';

describe('mails waarvan niet zeker is of ze zijn aangekomen', () => {
  it('spreekt van één mail of van meer', () => {
    expect(onzekereMails(1)).toContain('Van 1 mail is niet zeker of die is aangekomen.');
    expect(onzekereMails(3)).toContain('Van 3 mails is niet zeker of ze zijn aangekomen.');
  });
});
