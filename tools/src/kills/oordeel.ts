import { messageIdVan } from '@maatwerktraject/activities';
import { nieuwTraject, pasToe, procesDeel, type Gebeurtenis, type Sjabloon } from '@maatwerktraject/domain';
import { MAIL_DOMEIN, type Proefstraat } from '../proefstraat/proefstraat.js';
import { feitVan, type Toegezegd } from './kassabon.js';

export interface Mailstand {
  readonly verzonden: number;
  /** Nobody knows whether it arrived; a person has to look. */
  readonly onbekend: number;
  readonly onbekendAangenomen: number;
  readonly anders: number;
  readonly fouten: readonly string[];
}

/** The outbox beside what the mail server accepted. */
export async function beoordeelMail(straat: Proefstraat): Promise<Mailstand> {
  const keren = new Map<string, number>();
  for (const { messageId } of straat.post() ?? []) keren.set(messageId, (keren.get(messageId) ?? 0) + 1);
  const mails = await straat.vraag<{ sleutel: string; status: string }>(
    'SELECT sleutel, status FROM bericht ORDER BY op, id',
  );
  const fouten: string[] = [];
  const stand = { verzonden: 0, onbekend: 0, onbekendAangenomen: 0, anders: 0 };
  for (const { sleutel, status } of mails) {
    const aantal = keren.get(messageIdVan(sleutel, MAIL_DOMEIN)) ?? 0;
    if (status === 'verzonden') stand.verzonden += 1;
    else if (status === 'onbekend') stand.onbekend += 1;
    else stand.anders += 1;
    if (status === 'onbekend') stand.onbekendAangenomen += Math.min(1, aantal);
    const mag = status === 'verzonden' ? aantal === 1 : status === 'onbekend' ? aantal <= 1 : aantal === 0;
    if (!mag) fouten.push(`mail ${sleutel} is ${status} en ${String(aantal)} keer aangenomen`);
    if (['wacht', 'bezig'].includes(status)) fouten.push(`mail ${sleutel} is nog ${status}`);
  }
  // Also invitations, which are in another table.
  for (const [id, aantal] of keren)
    if (aantal > 1) fouten.push(`mail ${id} is ${String(aantal)} keer aangenomen`);
  return { ...stand, fouten };
}

interface Feitrij {
  readonly workflow_id: string;
  readonly traject_id: string | null;
  readonly seq: number;
  readonly soort: string;
  readonly op: Date;
  readonly door: string;
  readonly inhoud: Record<string, unknown>;
}

/** Every promise once on record, and no hole in the numbers. */
async function beoordeelFeiten(
  toegezegd: readonly Toegezegd[],
  feiten: readonly Feitrij[],
): Promise<string[]> {
  const fouten: string[] = [];
  const laatste = new Map<string, number>();
  for (const { workflow_id, seq } of feiten) {
    if (seq !== (laatste.get(workflow_id) ?? 0) + 1)
      fouten.push(`${workflow_id} heeft geen feit voor ${String(seq)}`);
    laatste.set(workflow_id, seq);
  }
  const telling = new Map<string, number>();
  for (const { traject_id, soort, inhoud } of feiten) {
    const { stap, taak, checkIn } = inhoud as Record<string, string | undefined>;
    const wat = {
      'taak-ingediend': `${stap ?? ''}.${taak ?? ''}`,
      'stap-goedgekeurd': stap,
      'check-in-vastgelegd': checkIn,
    }[soort];
    const sleutel = `${traject_id ?? ''} ${soort} ${wat ?? ''}`;
    telling.set(sleutel, (telling.get(sleutel) ?? 0) + 1);
  }
  for (const opdracht of toegezegd) {
    const feit = feitVan(opdracht);
    if (!feit) continue;
    const aantal = telling.get(`${feit.traject} ${feit.soort} ${feit.wat}`) ?? 0;
    if (aantal !== 1) fouten.push(`${opdracht.pad} staat ${String(aantal)} keer vast`);
  }
  return Promise.resolve(fouten);
}

const alsFeit = ({ soort, op, door, inhoud }: Feitrij): Gebeurtenis =>
  ({ ...inhoud, soort, op: op.getTime(), door }) as Gebeurtenis;

/** The rows that people read are what the facts say. */
async function beoordeelProjectie(
  straat: Proefstraat,
  feiten: readonly Feitrij[],
  sjabloon: Sjabloon,
): Promise<string[]> {
  const fouten: string[] = [];
  const trajecten = await straat.vraag<{
    id: string;
    status: string;
    stap: string;
    startdatum: string;
    ingediend: number;
    stappen: number;
  }>(
    `SELECT t.id, t.status, t.stap, c.startdatum,
            (SELECT count(*) FROM taak WHERE traject_id = t.id AND status = 'ingediend') AS ingediend,
            (SELECT count(*) FROM stap WHERE traject_id = t.id AND status = 'afgerond') AS stappen
       FROM traject t JOIN cohort c ON c.id = t.cohort_id`,
  );
  for (const { id, status, stap, startdatum, ingediend, stappen } of trajecten) {
    const eigen = feiten.filter(({ traject_id }) => traject_id === id).map(alsFeit);
    const toestand = eigen.reduce(pasToe, nieuwTraject(procesDeel(sjabloon), startdatum));
    const tel = (soort: string): number => eigen.filter((feit) => feit.soort === soort).length;
    const volgens = [toestand.status, toestand.stap?.sleutel, tel('taak-ingediend'), tel('stap-goedgekeurd')];
    const gelezen = [status, stap, ingediend, stappen];
    if (volgens.join() !== gelezen.join())
      fouten.push(`traject ${id} is ${gelezen.join()}, maar volgens de feiten ${volgens.join()}`);
  }
  return fouten;
}

/** Workflows that are neither running nor done as they should be. */
async function beoordeelProcessen(straat: Proefstraat, trajectIds: readonly string[]): Promise<string[]> {
  const client = await straat.client();
  const fouten: string[] = [];
  for (const id of trajectIds) {
    const { status } = await client.workflow.getHandle(`traject/${id}`).describe();
    if (status.name !== 'COMPLETED') fouten.push(`het proces van ${id} is ${status.name}`);
  }
  return fouten;
}

/** All that is wrong once everything has come to its end. */
export async function beoordeelProces(
  straat: Proefstraat,
  toegezegd: readonly Toegezegd[],
  trajectIds: readonly string[],
  sjabloon: Sjabloon,
): Promise<string[]> {
  const feiten = await straat.vraag<Feitrij>(
    'SELECT workflow_id, traject_id, seq, soort, op, door, inhoud FROM gebeurtenis ORDER BY workflow_id, seq',
  );
  return [
    ...(await beoordeelFeiten(toegezegd, feiten)),
    ...(await beoordeelProjectie(straat, feiten, sjabloon)),
    ...(await beoordeelProcessen(straat, trajectIds)),
  ];
}
