import { ALS_SYSTEEM } from '../systeem.functie.js';

/**
 * A mail server said something of a mail that it took earlier. Only who can name the Message-ID, which is made from what
 * nobody can guess, and only a service: whom it is about is not limited to its cohorten. `voorgoed`: it will never arrive.
 * Of an address that was corrected after the attempt it is noted, and no more.
 */
const RETOUR = `
CREATE FUNCTION meld_retour(een_message_id text, voorgoed boolean, een_code text, een_woorden text, een_nagekomen text,
                            een_toelichting text) RETURNS text
  LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
DECLARE
  mail bericht;
  poging bericht_poging;
  probleem uuid;
BEGIN
  IF huidige_rol() IS DISTINCT FROM 'adviseur'
      OR NOT EXISTS (SELECT FROM account WHERE id = huidig_account() AND soort = 'dienst' AND status = 'actief') THEN
    RETURN 'onbekend';
  END IF;
  SELECT * INTO mail FROM bericht WHERE message_id = een_message_id ORDER BY created_at DESC LIMIT 1 FOR UPDATE;
  IF NOT FOUND THEN RETURN 'onbekend'; END IF;
  SELECT * INTO poging FROM bericht_poging WHERE bericht_id = mail.id ORDER BY nummer DESC LIMIT 1;
  UPDATE bericht_poging SET nagekomen = een_nagekomen, nagekomen_op = now() WHERE id = poging.id;
  IF NOT voorgoed OR mail.status NOT IN ('verzonden', 'onbekend', 'mislukt') OR EXISTS (
      SELECT FROM adresprobleem a LEFT JOIN contactpersoon p ON p.id = mail.contactpersoon_id
       WHERE a.oefen = mail.oefen AND a.oplossing = 'adres-gewijzigd' AND a.opgelost_op > poging.begonnen_op
         AND a.account_id = p.account_id) THEN
    RETURN 'genoteerd';
  END IF;
  probleem := adresprobleem_bij(mail.id, 'teruggekomen', een_code, een_woorden);
  IF probleem IS NULL THEN RETURN 'genoteerd'; END IF;
  UPDATE bericht SET status = 'aangehouden', adresprobleem_id = probleem, verzonden_op = NULL, toelichting = een_toelichting
   WHERE id = mail.id;
  RETURN 'adresprobleem';
END $$;`;

/** What a person found out about a mail that may or may not have arrived, or that was refused. Says why not, or nothing. */
const OVER_BERICHT = (kanaal: string): string => `
CREATE FUNCTION besluit_over_bericht(een_traject uuid, een_bericht uuid, een_besluit text) RETURNS text
  LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
DECLARE mail bericht;
BEGIN
  SELECT * INTO mail FROM bericht
   WHERE id = een_bericht AND traject_id = een_traject AND cohort_id = ANY (mijn_cohorten()) FOR UPDATE;
  IF NOT FOUND OR huidige_rol() IS DISTINCT FROM 'adviseur' THEN RETURN 'onbekend'; END IF;
  IF mail.status <> 'onbekend' AND NOT (mail.status = 'mislukt' AND een_besluit = 'opnieuw') THEN RETURN 'niet-nodig'; END IF;
  IF een_besluit = 'aangekomen' THEN
    UPDATE bericht SET status = 'verzonden', verzonden_op = coalesce(geclaimd_op, now()),
      toelichting = 'Een medewerker zocht uit dat de mail is aangekomen.' WHERE id = mail.id;
  ELSE
    UPDATE bericht SET status = 'wacht', volgende_poging_op = now(),
      toelichting = 'Een medewerker laat deze mail opnieuw versturen.' WHERE id = mail.id;
    PERFORM pg_notify('${kanaal}', '');
  END IF;
  RETURN NULL;
END $$;`;

/** Somebody says that the address works now. The problem is found below a traject that it is about. */
const OPLOSSEN = `
CREATE FUNCTION los_adresprobleem_op(een_traject uuid, een_probleem uuid) RETURNS text
  LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
DECLARE probleem adresprobleem;
BEGIN
  SELECT a.* INTO probleem FROM adresprobleem a JOIN traject t ON t.id = een_traject AND t.cohort_id = ANY (mijn_cohorten())
   WHERE a.id = een_probleem AND (a.cohort_id = t.cohort_id OR EXISTS (
     SELECT FROM contactpersoon p WHERE p.traject_id = t.id AND (p.id = a.contactpersoon_id OR p.account_id = a.account_id)))
   FOR UPDATE OF a;
  IF NOT FOUND OR huidige_rol() IS DISTINCT FROM 'adviseur' THEN RETURN 'onbekend'; END IF;
  IF probleem.opgelost_op IS NOT NULL THEN RETURN 'al-opgelost'; END IF;
  UPDATE adresprobleem SET opgelost_op = now(), opgelost_door = huidig_account(), oplossing = 'opnieuw'
   WHERE id = een_probleem;
  RETURN NULL;
END $$;`;

/** What others decide about mail: a mail server, and people. */
export const BESLUITEN = (kanaal: string): string => [RETOUR, OVER_BERICHT(kanaal), OPLOSSEN].join('\n');
