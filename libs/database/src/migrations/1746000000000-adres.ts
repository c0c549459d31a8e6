import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCOUNTBERICHT_KANAAL } from '../toegang/kanalen.js';
import { DATABASE_ROLLEN } from '../toegang/database.rollen.js';
import { ALS_SYSTEEM, geefAanSysteem, haalWegVanSysteem } from './systeem.functie.js';

const { api, systeem } = DATABASE_ROLLEN;

const ZONDER = ['passkey-toegevoegd', 'passkey-verwijderd', 'passkeys-ingetrokken', 'webhook-gestopt'];
const soorten = (alle: readonly string[]): string => `
ALTER TABLE accountbericht DROP CONSTRAINT accountbericht_soort_check,
  ADD CONSTRAINT accountbericht_soort_check CHECK (soort IN (${alle.map((een) => `'${een}'`).join(', ')}));`;

const VAN_SYSTEEM = [{ functie: 'wijzig_adres(uuid, integer, text, bytea, text, text)', voor: api }] as const;

/**
 * Another address for somebody, also where he is a contactpersoon. Who reads the old mailbox gets no further: sessions and
 * links end, and the old address hears of it as well as the new one. Says why not, or nothing when it is done. The new
 * address is given twice and the old one with it: ciphertext belongs to its column (ADR 0010).
 */
const WIJZIG = `
CREATE FUNCTION wijzig_adres(een_account uuid, een_versie integer, een_email text, een_index bytea, een_contact_email text,
                             een_oud_adres text)
  RETURNS text LANGUAGE plpgsql VOLATILE ${ALS_SYSTEEM} AS $$
DECLARE oud account;
BEGIN
  IF huidige_rol() IS DISTINCT FROM 'beheerder' THEN RETURN 'onbekend'; END IF;
  SELECT * INTO oud FROM account WHERE id = een_account FOR UPDATE;
  IF NOT FOUND THEN RETURN 'onbekend'; END IF;
  IF oud.soort <> 'mens' OR oud.status = 'gewist' THEN RETURN 'geen-mens'; END IF;
  IF oud.versie <> een_versie THEN RETURN 'andere-versie'; END IF;
  IF oud.email_index = een_index THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM account WHERE email_index = een_index) THEN RETURN 'bezet'; END IF;
  UPDATE account SET email = een_email, email_index = een_index WHERE id = een_account;
  UPDATE contactpersoon SET email = een_contact_email WHERE account_id = een_account AND email <> '';
  UPDATE sessie SET beeindigd_op = now() WHERE account_id = een_account AND beeindigd_op IS NULL;
  UPDATE aanmeldlink SET vervalt_op = now() WHERE account_id = een_account AND vervalt_op > now();
  DELETE FROM passkey_vraag WHERE account_id = een_account;
  INSERT INTO accountbericht (account_id, soort, aan)
  VALUES (een_account, 'adres-gewijzigd', een_oud_adres), (een_account, 'adres-gewijzigd', NULL);
  PERFORM pg_notify('${ACCOUNTBERICHT_KANAAL}', '');
  RETURN NULL;
END $$;
${geefAanSysteem(VAN_SYSTEEM)}`;

/** A beheerder corrects the address of somebody (AVG article 16). `aan`: where a mail goes when not to the address of now. */
export class Adres1746000000000 implements MigrationInterface {
  name = 'Adres1746000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${soorten([...ZONDER, 'adres-gewijzigd'])}
      ALTER TABLE accountbericht ADD aan text, ADD CHECK (aan IS NULL OR soort = 'adres-gewijzigd');
      GRANT UPDATE (vervalt_op) ON aanmeldlink TO ${systeem};
      GRANT UPDATE (aan) ON accountbericht TO ${systeem};
      ${WIJZIG}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${haalWegVanSysteem(VAN_SYSTEEM)}
      REVOKE UPDATE (vervalt_op) ON aanmeldlink FROM ${systeem};
      REVOKE UPDATE (aan) ON accountbericht FROM ${systeem};
      SET ROLE ${systeem};
      DELETE FROM accountbericht WHERE soort = 'adres-gewijzigd';
      RESET ROLE;
      ALTER TABLE accountbericht DROP aan;
      ${soorten(ZONDER)}`);
  }
}
