import { setTimeout as rust } from 'node:timers/promises';
import { ochtendVan, plusWerkdagen, type Instant } from '@maatwerktraject/domain';
import { messageIdVan } from '@maatwerktraject/activities';
import { MAIL_DOMEIN, type Proefstraat } from '../../proefstraat/proefstraat.js';
import { spreiding, type Spreiding } from './cijfers.js';
import { wachtTot, type StormCohort } from './cohort.js';
import { dienIn, meldAan } from './inzending.js';

const MINUUT = 60_000;
/** Between moving the clock and T, so that all is at rest again. */
const AANLOOP_MS = 15_000;
const DREMPEL_MS = 90_000;
/** How long a supervisor leaves the worker dead. */
const HERSTART_MS = 250;

export interface Rondevorm {
  readonly inzendingen: number;
  /** The submissions are spread over so many ms from T. */
  readonly overMs: number;
  /** Kill -9 of the worker once half of the mail was accepted. */
  readonly doodWorker: boolean;
}

interface Bericht {
  readonly id: string;
  readonly status: string;
  readonly sleutel: string;
  readonly verzonden_op: Date | null;
}

export interface Storm {
  /** Reminders in the outbox at T. */
  readonly mails: number;
  readonly verzonden: number;
  /** Handed in before its turn came. */
  readonly vervallen: number;
  readonly onbekend: number;
  /** Of the unknown ones: how many the mail server has. */
  readonly onbekendAangenomen: number | null;
  readonly dubbel: number | null;
  readonly ontbreekt: number | null;
  readonly leegMs: number;
  readonly perSeconde: number;
  readonly vertraging: Spreiding;
  readonly inzending: Spreiding;
  /** Ms after T at which every traject had written its reminders down. */
  readonly geprojecteerdMs: number;
  readonly doodMs: number | null;
}

/** The day at nine on which the reminders before the due day of the scan go out: three per gemeente. */
export const herinneringOp = ({ startdatum }: StormCohort): Instant =>
  ochtendVan(plusWerkdagen(startdatum, 20));

/** Mail of T, as the outbox says. */
const berichten = (straat: Proefstraat, cohort: StormCohort, op: Instant): Promise<Bericht[]> =>
  straat.vraag<Bericht>(
    `SELECT id, status, sleutel, verzonden_op FROM bericht WHERE cohort_id = $1 AND soort = 'herinnering-voor' AND op = $2`,
    [cohort.id, new Date(op)],
  );

/** Hands in spread over the time; gives the ms of each. */
async function dienAllesIn(
  straat: Proefstraat,
  cohort: StormCohort,
  tEcht: number,
  { inzendingen, overMs }: Rondevorm,
): Promise<number[]> {
  const wie = cohort.trajecten.slice(0, inzendingen);
  return Promise.all(
    wie.map(async (traject, nummer) => {
      await rust(Math.max(0, tEcht + ((nummer + 0.5) * overMs) / inzendingen - Date.now()));
      return dienIn(straat, traject, 'scan.uitvoering', 'uitvoering');
    }),
  );
}

/** Kills the worker half-way and starts it again; gives the ms after T of the kill. */
async function doodHalverwege(
  straat: Proefstraat,
  vooraf: number,
  mails: number,
  tEcht: number,
): Promise<number> {
  await wachtTot('de helft van de mail', DREMPEL_MS, () =>
    Promise.resolve((straat.post()?.length ?? Infinity) - vooraf >= mails / 2),
  );
  const worker = straat.dienst('worker');
  await worker.dood();
  const ms = Date.now() - tEcht;
  await rust(HERSTART_MS);
  await worker.start();
  return ms;
}

/** One storm: everything at rest, the clock to just before T, and then all at once. */
export async function meetStorm(straat: Proefstraat, cohort: StormCohort, vorm: Rondevorm): Promise<Storm> {
  const op = herinneringOp(cohort);
  await meldAan(straat, cohort.trajecten.slice(0, vorm.inzendingen), 'uitvoering');
  // At noon on the werkdag before: what falls due until then is mailed then.
  await cohort.verzet(ochtendVan(plusWerkdagen(cohort.startdatum, 19)) + 180 * MINUUT);
  await cohort.postWeg();
  await cohort.verzet(op - AANLOOP_MS);
  const tEcht = cohort.echt(op);
  await rust(Math.max(0, tEcht - Date.now() - 100));
  const vooraf = straat.post()?.length ?? 0;
  const inzenden = dienAllesIn(straat, cohort, tEcht, vorm);
  const verwacht = 3 * cohort.trajecten.length;
  const dood = vorm.doodWorker ? doodHalverwege(straat, vooraf, verwacht, tEcht) : Promise.resolve(null);
  inzenden.catch(() => undefined);
  dood.catch(() => undefined);
  await rust(Math.max(0, tEcht - Date.now()));
  await cohort.bij(op, DREMPEL_MS);
  const geprojecteerdMs = Date.now() - tEcht;
  await cohort.postWeg(DREMPEL_MS);
  const doodMs = await dood;
  const inzendingen = await inzenden;
  await cohort.postWeg(DREMPEL_MS);
  return tel(straat, await berichten(straat, cohort, op), tEcht, { inzendingen, geprojecteerdMs, doodMs });
}

function tel(
  straat: Proefstraat,
  mails: readonly Bericht[],
  tEcht: number,
  rest: { inzendingen: number[]; geprojecteerdMs: number; doodMs: number | null },
): Storm {
  const met = (status: string): Bericht[] => mails.filter((mail) => mail.status === status);
  const verzonden = met('verzonden');
  const keren = new Map<string, number[]>();
  for (const { messageId, op } of straat.post() ?? [])
    keren.set(messageId, [...(keren.get(messageId) ?? []), op]);
  const eigen = straat.post() !== undefined;
  const aangenomen = (mail: Bericht): number[] => keren.get(messageIdVan(mail.sleutel, MAIL_DOMEIN)) ?? [];
  // Of another mail server only our own word is there: when its answer was written down.
  const momenten = eigen
    ? mails.flatMap((mail) => aangenomen(mail).slice(0, 1))
    : verzonden.flatMap(({ verzonden_op }) => (verzonden_op ? [verzonden_op.getTime()] : []));
  const leegMs = Math.max(...momenten) - tEcht;
  return {
    mails: mails.length,
    verzonden: verzonden.length,
    vervallen: met('vervallen').length,
    onbekend: met('onbekend').length,
    onbekendAangenomen: eigen ? met('onbekend').filter((mail) => aangenomen(mail).length > 0).length : null,
    dubbel: eigen ? mails.filter((mail) => aangenomen(mail).length > 1).length : null,
    // What is sent by our word and not there, and what the outbox has no end of.
    ontbreekt: eigen
      ? verzonden.filter((mail) => aangenomen(mail).length === 0).length +
        mails.filter(({ status }) => !['verzonden', 'vervallen', 'onbekend'].includes(status)).length
      : null,
    leegMs,
    perSeconde: (momenten.length / leegMs) * 1000,
    vertraging: spreiding(momenten.map((moment) => moment - tEcht)),
    inzending: spreiding(rest.inzendingen),
    geprojecteerdMs: rest.geprojecteerdMs,
    doodMs: rest.doodMs,
  };
}
