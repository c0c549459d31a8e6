import PostalMime from 'postal-mime';
import type { BerichtMetadata, Envelope } from './bericht.js';

const recipientHeader = 'X-Postvak-Aan';
const senderHeader = 'X-Postvak-Van';
const arrivalHeader = 'X-Postvak-Ontvangen';
/** Closes the envelope: what has these names further down came with the mail. */
const endHeader = 'X-Postvak-Einde';

/** Name of the file of a mail: its number in ten digits, so that names sort as numbers. */
export const fileNameOf = (volgnummer: number): string => `${String(volgnummer).padStart(10, '0')}.eml`;

/** The number in a file's name, or undefined for a file that is not a mail. */
export const numberOf = (fileName: string): number | undefined => {
  const match = /^(\d{10})\.eml$/.exec(fileName);
  return match?.[1] === undefined ? undefined : Number(match[1]);
};

/** The envelope and moment of arrival as headers before the mail, so that the index can be made again from the files. */
export const withEnvelope = (raw: Buffer, envelope: Envelope, ontvangenOp: string): Buffer => {
  const clean = (value: string): string => value.replace(/[\r\n]/g, '');
  const lines = [
    `${arrivalHeader}: ${ontvangenOp}`,
    `${senderHeader}: ${clean(envelope.van)}`,
    ...envelope.aan.map((address) => `${recipientHeader}: ${clean(address)}`),
    `${endHeader}: 1`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n`), raw]);
};

const headerPart = (file: Buffer): Buffer => {
  const end = file.indexOf('\r\n\r\n');
  return end === -1 ? file : file.subarray(0, end + 4);
};

/** Reads the metadata of a stored mail; only its headers are parsed, as the bodies of thousands of mails would take seconds. */
export const readMetadata = async (volgnummer: number, file: Buffer): Promise<BerichtMetadata> => {
  const mail = await PostalMime.parse(headerPart(file), { maxHeadersSize: Number.MAX_SAFE_INTEGER });
  const end = mail.headers.findIndex((header) => header.key === endHeader.toLowerCase());
  const ours = mail.headers.slice(0, Math.max(end, 0));
  const valuesOf = (name: string): string[] =>
    ours.filter((header) => header.key === name.toLowerCase()).map((header) => header.value);
  const [ontvangenOp = new Date(0).toISOString()] = valuesOf(arrivalHeader);
  const [sender = ''] = valuesOf(senderHeader);
  return {
    volgnummer,
    messageId: mail.messageId ?? '',
    aan: valuesOf(recipientHeader),
    van: mail.from?.address ?? sender,
    onderwerp: mail.subject ?? '',
    ontvangenOp,
  };
};

/** A mail opened: bodies, headers and attachments. */
export const readMail = (file: Buffer) => PostalMime.parse(file);
