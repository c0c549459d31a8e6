import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  maakTestDatabase,
  meldAan,
  startSmtp,
  TEST_SLEUTELS,
  type SmtpProef,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { leesAntwoord, type Vraag } from '../api.js';
import { maakDienst } from '../mensen.js';
import { maakWereld, type Wereld } from '../werelden.js';
import { freePort, Programma } from './programma.js';

const TEMPORAL = 'TEST_TEMPORAL_ADDRESS';

/** A namespace for these programs alone: a worker of ours takes no work of another test, nor its schedule. */
async function maakNamespace(address: string): Promise<string> {
  const connection = await Connection.connect({ address });
  const namespace = `fuzz-${randomUUID()}`;
  try {
    const workflowExecutionRetentionPeriod = msToTs('1 day');
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
    return namespace;
  } finally {
    await connection.close();
  }
}

/** The API and the worker as they are built, on a database of their own, with two worlds in it. */
export interface FuzzOpstelling {
  readonly url: string;
  readonly proef: TestDatabase;
  readonly eigen: Wereld;
  readonly ander: Wereld;
  /** A traject of the own adviseur and hoofdcontact whose process really runs. */
  readonly levend: { readonly cohortId: string; readonly trajectId: string };
  /** A service that is adviseur in the own cohorten. */
  readonly dienst: string;
  stop(): Promise<void>;
}

const vraagAan =
  (url: string): Vraag =>
  async (methode, pad, { als, inhoud } = {}) => {
    const antwoord = await fetch(`${url}/api/v1${pad}`, {
      method: methode,
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/json',
        ...(als === undefined ? {} : { Cookie: als }),
      },
      body: inhoud === undefined ? null : JSON.stringify(inhoud),
    });
    return leesAntwoord(antwoord.status, antwoord.headers, await antwoord.text());
  };

/** An oefencohort that has been started, so that commands reach a process; its clock stands as good as still. */
async function maakLevend(
  { vraag, database }: { vraag: Vraag; database: TestDatabase['database'] },
  { adviseur, trajecten }: Wereld,
): Promise<FuzzOpstelling['levend']> {
  const als = await meldAan(database, adviseur, 'adviseur');
  const doe = async <T>(pad: string, inhoud?: unknown): Promise<T> => {
    const { status, json, tekst } = await vraag('POST', pad, { als, inhoud });
    if (status !== 200 && status !== 201) throw new Error(`${pad}: ${String(status)} ${tekst}`);
    return json as T;
  };
  const { id: cohortId } = await doe<{ id: string }>('/cohorten', {
    naam: 'kanarie-a0-cohort',
    sjabloon: { sleutel: 'maatwerktraject', versie: 1 },
    startdatum: '2027-02-01',
    adviseur: { naam: 'kanarie-a0-adviseur', email: 'kanarie-a0-adviseur@les.example' },
    oefenklok: { dagenPerSeconde: 0.001 },
  });
  const [{ code }] = trajecten;
  const { trajectId } = await doe<{ trajectId: string }>(`/cohorten/${cohortId}/deelnemers`, {
    gemeentecode: 'GM0189',
    contactpersonen: [
      {
        naam: 'kanarie-a1-persoon beleid',
        email: `kanarie-a1-persoon-beleid@${code.toLowerCase()}.example`,
        niveau: 'beleid',
        hoofdcontact: true,
      },
    ],
  });
  await doe(`/cohorten/${cohortId}/start`);
  // Its processes start one after another: the first thing on the agenda comes a moment later.
  for (let poging = 0; poging < 60; poging += 1) {
    const { status } = await vraag('POST', `/cohorten/${cohortId}/klok/volgend-moment`, { als });
    if (status === 200) return { cohortId, trajectId };
    await wait(250);
  }
  throw new Error('het oefencohort begint niet');
}

async function startProgrammas(temporal: string, proef: TestDatabase, smtp: SmtpProef) {
  const [apiPort, workerPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${String(apiPort)}`;
  const gedeeld = {
    HOST: '127.0.0.1',
    TEMPORAL_ADDRESS: temporal,
    TEMPORAL_NAMESPACE: await maakNamespace(temporal),
    ENCRYPTION_KEYS: TEST_SLEUTELS,
    PRACTICE_SMTP_URL: smtp.url,
    PUBLIC_URL: url,
    LOG_LEVEL: 'warn',
    WEBHOOK_LOOPBACK: 'true',
  };
  const worker = await Programma.start(
    'worker',
    {
      ...gedeeld,
      DATABASE_URL: proef.logins.worker,
      WORKER_HEALTH_PORT: String(workerPort),
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Proef <proef@les.example>',
    },
    `http://127.0.0.1:${String(workerPort)}/health/live`,
  );
  const api = await Programma.start(
    'api',
    {
      ...gedeeld,
      DATABASE_URL: proef.logins.api,
      PORT: String(apiPort),
      RATE_LIMIT_PER_MINUTE: '999999',
    },
    `${url}/health/live`,
  ).catch(async (error: unknown) => {
    await worker.stop();
    throw error;
  });
  return { url, api, worker };
}

export async function startFuzzOpstelling(): Promise<FuzzOpstelling> {
  const temporal = process.env[TEMPORAL];
  if (!temporal) throw new Error(`${TEMPORAL} ontbreekt: start de tests met npm test.`);
  const proef = await maakTestDatabase();
  const smtp = await startSmtp();
  const open: (() => Promise<unknown>)[] = [() => proef.verwijder(), () => smtp.stop()];
  const stop = async (): Promise<void> => {
    for (const sluit of open.splice(0).reverse()) await sluit();
  };
  try {
    const { url, api, worker } = await startProgrammas(temporal, proef, smtp);
    open.push(
      () => worker.stop(),
      () => api.stop(),
    );
    const { database } = proef;
    const met = { vraag: vraagAan(url), database };
    const eigen = await maakWereld(met, 'a', ['GM0168', 'GM0141', 'GM0164']);
    const ander = await maakWereld(met, 'b', ['GM0150', 'GM0163', 'GM0147']);
    const levend = await maakLevend(met, eigen);
    const dienst = await maakDienst(database, [eigen.cohortId, eigen.conceptId, levend.cohortId]);
    return { url, proef, eigen, ander, levend, dienst, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
