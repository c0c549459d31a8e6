import type { AanmeldlinkDeps } from '@maatwerktraject/activities';
import type { WorkerConfig } from '@maatwerktraject/config';
import type { DataSource } from 'typeorm';
import { mailDomeinVan } from '../worker.config.js';
import type { MailSenders } from './mail.senders.js';

/** What everything that mails people about their accounts needs. */
export const mailDepsVan = (
  { keyring, mailFrom, publicUrl }: WorkerConfig,
  database: DataSource,
  { echt, oefen }: MailSenders,
): AanmeldlinkDeps => ({
  database,
  keyring,
  publicUrl,
  van: mailFrom,
  mailDomein: mailDomeinVan(mailFrom),
  echt,
  oefen,
});
