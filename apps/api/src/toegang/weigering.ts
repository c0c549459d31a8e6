import { ProblemException } from '../http/problem.js';

/** To a request without a (valid) session or token. */
export const nietAangemeld = (): ProblemException =>
  new ProblemException(401, 'U bent niet aangemeld, of te lang niet actief geweest. Meld u opnieuw aan.', {
    code: 'niet-aangemeld',
  });

/** To who came by a link in a mail, for what asks for the account of his organisation. */
export const teZwak = (): ProblemException =>
  new ProblemException(
    403,
    'Dit kan niet met een link uit de mail. U kunt zich ook aanmelden met het account van uw organisatie. Meld u daarmee aan en doe het dan opnieuw.',
    { code: 'organisatie-account-nodig' },
  );
