import { ALS_SYSTEEM } from '../systeem.functie.js';

/** Whatever solves a problem lets go of the mail that was held for it; what is no longer true falls away at its turn. */
const LAAT_LOS = (kanaal: string): string => `
CREATE FUNCTION laat_aangehouden_los() RETURNS trigger LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  UPDATE bericht SET status = 'wacht', volgende_poging_op = now(), toelichting = NULL, adresprobleem_id = NULL
   WHERE adresprobleem_id = NEW.id AND status = 'aangehouden';
  PERFORM pg_notify('${kanaal}', '');
  RETURN NULL;
END $$;
CREATE TRIGGER adresprobleem_opgelost AFTER UPDATE OF opgelost_op ON adresprobleem FOR EACH ROW
  WHEN (OLD.opgelost_op IS NULL AND NEW.opgelost_op IS NOT NULL) EXECUTE FUNCTION laat_aangehouden_los();`;

/** The index says whether it is another address: sealed again with a new key, the same one looks different. */
const ANDER_ADRES = `
CREATE FUNCTION bij_ander_adres() RETURNS trigger LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  UPDATE adresprobleem SET opgelost_op = now(), opgelost_door = huidig_account(),
    oplossing = CASE WHEN NEW.email_index IS NULL THEN 'gewist' ELSE 'adres-gewijzigd' END
   WHERE account_id = NEW.id AND opgelost_op IS NULL;
  IF NEW.email_index IS NULL THEN
    UPDATE adresprobleem SET woorden = '' WHERE account_id = NEW.id AND woorden <> '';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER account_ander_adres AFTER UPDATE OF email_index ON account FOR EACH ROW
  WHEN (OLD.email_index IS DISTINCT FROM NEW.email_index) EXECUTE FUNCTION bij_ander_adres();`;

const GEWIST = `
CREATE FUNCTION bij_gewiste_contactpersoon() RETURNS trigger LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  UPDATE adresprobleem SET opgelost_op = coalesce(opgelost_op, now()), oplossing = coalesce(oplossing, 'gewist'), woorden = ''
   WHERE contactpersoon_id = NEW.id;
  UPDATE bericht SET status = 'vervallen', toelichting = NULL, adresprobleem_id = NULL
   WHERE contactpersoon_id = NEW.id AND status = 'aangehouden';
  UPDATE bericht_poging SET antwoord = '', nagekomen = NULL
   WHERE bericht_id IN (SELECT id FROM bericht WHERE contactpersoon_id = NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER contactpersoon_gewist AFTER UPDATE OF email ON contactpersoon FOR EACH ROW
  WHEN (NEW.email = '' AND OLD.email <> '') EXECUTE FUNCTION bij_gewiste_contactpersoon();`;

/** Another adviseur in the mails of a cohort, or one who was erased. */
const ANDERE_ADVISEUR = `
CREATE FUNCTION bij_andere_adviseur() RETURNS trigger LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  UPDATE adresprobleem SET opgelost_op = now(), opgelost_door = huidig_account(),
    oplossing = CASE WHEN NEW.adviseur_email = '' THEN 'gewist' ELSE 'adviseur-gewisseld' END
   WHERE cohort_id = NEW.id AND opgelost_op IS NULL;
  IF NEW.adviseur_email = '' THEN
    UPDATE adresprobleem SET woorden = '' WHERE cohort_id = NEW.id AND woorden <> '';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER cohort_andere_adviseur AFTER UPDATE OF adviseur_versie, adviseur_email ON cohort FOR EACH ROW
  WHEN (OLD.adviseur_versie <> NEW.adviseur_versie OR (NEW.adviseur_email = '' AND OLD.adviseur_email <> ''))
  EXECUTE FUNCTION bij_andere_adviseur();`;

/** What happens by itself when an address changes or goes. */
export const GEVOLGEN = (kanaal: string): string =>
  [LAAT_LOS(kanaal), ANDER_ADRES, GEWIST, ANDERE_ADVISEUR].join('\n');

export const GEVOLGEN_WEG = `
DROP TRIGGER adresprobleem_opgelost ON adresprobleem;
DROP TRIGGER account_ander_adres ON account;
DROP TRIGGER contactpersoon_gewist ON contactpersoon;
DROP TRIGGER cohort_andere_adviseur ON cohort;`;
