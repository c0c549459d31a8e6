import { notFound, ProblemException, refused } from '../http/problem.js';

/** A change of what protects an account asks for a login of at most this long ago. */
export const VERS_MINUTEN = 10;

export const ALLEEN_MET_LINK =
  'Een passkey hoort bij aanmelden met een link uit een mail. U bent anders aangemeld. Vraag uw eigen organisatie om een extra controle.';
export const ALLEEN_OP_NAAM =
  'Passkeys werken niet op dit adres, want het is een getal en geen naam. Vraag de beheerder om een adres met een naam.';

export const alleenMetLink = (): ProblemException => refused('alleen-met-link', ALLEEN_MET_LINK);
export const alleenOpNaam = (): ProblemException => refused('passkeys-uit', ALLEEN_OP_NAAM);

export const nietVers = (): ProblemException =>
  new ProblemException(
    403,
    `Hiervoor moet u net zijn aangemeld. Meld u af, meld u aan met een nieuwe link, en doe het dan binnen ${String(VERS_MINUTEN)} minuten.`,
    { code: 'aanmelding-te-oud' },
  );

export const geenPasskey = (): ProblemException =>
  notFound('Deze passkey is er niet (meer). Ververs de pagina.');

export const bewijsVerlopen = (): ProblemException =>
  new ProblemException(
    410,
    'Het aanmelden duurde te lang, of is te vaak geprobeerd. Vraag een nieuwe link en begin opnieuw.',
    { code: 'bewijs-verlopen' },
  );

export const vraagVerlopen = (): ProblemException =>
  new ProblemException(410, 'Dit duurde te lang. Begin opnieuw met toevoegen.', { code: 'vraag-verlopen' });

/** One answer for all that can be wrong: it helps nobody to find out what. */
export const nietAangenomen = (): ProblemException =>
  new ProblemException(
    403,
    'Deze passkey is niet aangenomen. Probeer het opnieuw, met een passkey die u hier hebt toegevoegd.',
    { code: 'passkey-geweigerd' },
  );
