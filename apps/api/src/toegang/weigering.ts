import { ProblemException } from '../http/problem.js';

const NIET_AANGEMELD = 'U bent niet aangemeld, of te lang niet actief geweest. Meld u opnieuw aan.';
const TOKEN_WERKT_NIET =
  'Dit token werkt niet: het is onbekend, ingetrokken of verlopen, of de dienst heeft geen rol en geen cohort. Vraag het de beheerder.';

/** To a request without a (valid) session or token. A program and a person have something else to do about it. */
export const nietAangemeld = (metToken = false): ProblemException =>
  new ProblemException(401, metToken ? TOKEN_WERKT_NIET : NIET_AANGEMELD, { code: 'niet-aangemeld' });

/** To who came by a link in a mail, for what asks for the account of his organisation. */
export const teZwak = (): ProblemException =>
  new ProblemException(
    403,
    'Dit kan niet met een link uit de mail. U kunt zich ook aanmelden met het account van uw organisatie. Meld u daarmee aan en doe het dan opnieuw.',
    { code: 'organisatie-account-nodig' },
  );
