import { randomUUID } from 'node:crypto';
import { setTimeout as rust } from 'node:timers/promises';
import type { z } from 'zod';
import type { Cohort, Deelnemer, GemeentePagina } from '@maatwerktraject/contracts';
import {
  domeinTijd,
  eersteWerkdagVanaf,
  MAATWERKTRAJECT_1,
  NIVEAUS,
  ochtendVan,
  procesDeel,
  type Datum,
  type Instant,
  type Klok,
  type Niveau,
} from '@maatwerktraject/domain';
import { COHORT_WORKFLOW, cohortWorkflowId, TASK_QUEUE, type KlokVerzoek } from '@maatwerktraject/messages';
import type { Proefstraat } from '../../proefstraat/proefstraat.js';

const TEGELIJK = 8;
const MINUUT = 60_000;

export interface StormTraject {
  readonly id: string;
  readonly email: Readonly<Record<Niveau, `${string}@${string}`>>;
}

/** Runs work on all, a few at once, in order. */
export async function opAlle<T, R>(
  items: readonly T[],
  tegelijk: number,
  doe: (item: T) => Promise<R>,
): Promise<R[]> {
  const uit: R[] = [];
  let volgende = 0;
  const loper = async (): Promise<void> => {
    for (let plek = volgende++; plek < items.length; plek = volgende++) {
      const item = items[plek];
      if (item !== undefined) uit[plek] = await doe(item);
    }
  };
  await Promise.all(Array.from({ length: tegelijk }, loper));
  return uit;
}

/** Tries until `lukt` says so. @throws Error with `wat` when that takes longer than `ms`. */
export async function wachtTot(wat: string, ms: number, lukt: () => Promise<boolean>): Promise<void> {
  for (const tot = Date.now() + ms; !(await lukt()); await rust(50))
    if (Date.now() > tot) throw new Error(`dit duurde langer dan ${String(ms / 1000)} s: ${wat}`);
}

/**
 * A real cohort of which the clock runs at the pace of real time but shows another day, so that a werkdag at nine can be
 * met at any hour. The API gives no cohort such a clock; its process takes it, and mail leaves by it.
 */
export class StormCohort {
  private klok: Klok | undefined;

  private constructor(
    private readonly straat: Proefstraat,
    readonly id: string,
    readonly startdatum: Datum,
    readonly trajecten: readonly StormTraject[],
  ) {}

  /** All gemeenten (or the first `aantal`), each with somebody on every niveau. */
  static async maak(straat: Proefstraat, naam: string, aantal: number): Promise<StormCohort> {
    const api = straat.api();
    const jaar = new Date().getUTCFullYear() + 1;
    const startdatum = eersteWerkdagVanaf(`${String(jaar)}-02-01`);
    const { id } = await api.doe<z.infer<typeof Cohort>>('adviseur', 'POST', '/cohorten', {
      naam: `Storm ${naam}`,
      sjabloon: { sleutel: 'maatwerktraject', versie: 1 },
      startdatum,
      adviseur: { naam: 'Adviseur Storm', email: 'adviseur@storm.example' },
    });
    const { items } = await api.lees<z.infer<typeof GemeentePagina>>('adviseur', '/gemeenten?limiet=500');
    const trajecten = await opAlle(items.slice(0, aantal), TEGELIJK, async ({ code }) => {
      const adres = (niveau: Niveau): `${string}@${string}` =>
        `${niveau}@${code.toLowerCase()}-${naam}.example`;
      const { trajectId } = await api.doe<z.infer<typeof Deelnemer>>(
        'adviseur',
        'POST',
        `/cohorten/${id}/deelnemers`,
        {
          gemeentecode: code,
          contactpersonen: NIVEAUS.map((niveau) => ({
            naam: `Medewerker ${niveau}`,
            email: adres(niveau),
            niveau,
            hoofdcontact: niveau === 'beleid',
          })),
        },
      );
      return {
        id: trajectId,
        email: { bestuur: adres('bestuur'), beleid: adres('beleid'), uitvoering: adres('uitvoering') },
      };
    });
    return new StormCohort(straat, id, startdatum, trajecten);
  }

  /** Starts it just after nine on its first day; gives the ms until the first stap of all is open on record. */
  async start(): Promise<number> {
    const begonnen = Date.now();
    const domein = ochtendVan(this.startdatum) + MINUUT;
    this.klok = { echt: begonnen, domein, factor: 1, versie: 1 };
    const client = await this.straat.client();
    await client.workflow.start(COHORT_WORKFLOW, {
      workflowId: cohortWorkflowId(this.id),
      taskQueue: TASK_QUEUE,
      args: [
        {
          cohortId: this.id,
          klok: this.klok,
          sjabloon: procesDeel(MAATWERKTRAJECT_1),
          startdatum: this.startdatum,
        },
      ],
    });
    await wachtTot('starten', 2 * MINUUT, async () => (await this.tel('volgend_moment_op IS NULL')) === 0);
    return Date.now() - begonnen;
  }

  /** Moves the clock of all; returns once every traject has handled what is due by then. */
  async verzet(naar: Instant): Promise<void> {
    const client = await this.straat.client();
    const verzoek: KlokVerzoek = { verzoekId: randomUUID(), naar };
    await client.workflow
      .getHandle(cohortWorkflowId(this.id))
      .executeUpdate('verzet-klok', { args: [verzoek] });
    const [rij] = await this.straat.vraag<{ klok_echt: number; klok_domein: number; klok_versie: number }>(
      'SELECT klok_echt, klok_domein, klok_versie FROM cohort WHERE id = $1',
      [this.id],
    );
    if (!rij) throw new Error('het cohort is weg');
    this.klok = {
      echt: rij.klok_echt,
      domein: rij.klok_domein,
      factor: 1,
      versie: rij.klok_versie,
    };
    await this.bij(naar);
  }

  /** Until every traject has written down what was due at this instant of its clock. */
  async bij(moment: Instant, ms = MINUUT): Promise<void> {
    await wachtTot(
      'verwerken van wat aan de beurt is',
      ms,
      async () => (await this.tel('volgend_moment_op <= $2', new Date(moment))) === 0,
    );
  }

  /** The real instant at which its clock shows `domein`. */
  echt(domein: Instant): number {
    const { klok } = this;
    if (!klok) throw new Error('het cohort is nog niet gestart');
    return klok.echt + domein - klok.domein;
  }

  nu(): Instant {
    return this.klok ? domeinTijd(this.klok, Date.now()) : Date.now();
  }

  /** Until no mail of it waits. */
  async postWeg(ms = MINUUT): Promise<void> {
    await wachtTot('versturen van eerdere mail', ms, async () => {
      const [rij] = await this.straat.vraag<{ aantal: number }>(
        `SELECT count(*) AS aantal FROM bericht WHERE cohort_id = $1 AND status IN ('wacht', 'bezig')`,
        [this.id],
      );
      return rij?.aantal === 0;
    });
  }

  private async tel(wat: string, ...waarden: unknown[]): Promise<number> {
    const [rij] = await this.straat.vraag<{ aantal: number }>(
      `SELECT count(*) AS aantal FROM traject WHERE cohort_id = $1 AND ${wat}`,
      [this.id, ...waarden],
    );
    return rij?.aantal ?? 0;
  }
}
