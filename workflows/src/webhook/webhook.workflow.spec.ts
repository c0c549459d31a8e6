import { randomUUID } from 'node:crypto';
import { besluitNa, isStoring, rustNa, type Uitslag } from '@maatwerktraject/domain';
import {
  TASK_QUEUE,
  WEBHOOK_WORKFLOW,
  webhookWorkflowId,
  wekWebhook,
  type BezorgRonde,
  type WebhookActivities,
} from '@maatwerktraject/messages';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { historiesVan, legVast, maakOmgeving, maakWorker } from '../../test/omgeving.js';

jest.setTimeout(120_000);

let omgeving: TestWorkflowEnvironment;

beforeAll(async () => {
  omgeving = await maakOmgeving();
});
afterAll(async () => {
  await omgeving.teardown();
});

const antwoord = (status: number, retryAfterS: number | null = null): Uitslag => ({
  soort: 'antwoord',
  status,
  retryAfterS,
});

interface Wachtend {
  pogingen: number;
  op: number;
}

/**
 * Stands in for the database and the receiver, by the same decisions of the domain; time is that of the test server.
 * `antwoorden`: one for each attempt, the last one for all after it.
 */
class Ontvanger implements WebhookActivities {
  readonly webhookId = randomUUID();
  readonly momenten: number[] = [];
  readonly mislukt: number[] = [];
  rondes = 0;
  actief = true;
  storing = 0;
  private wachtend: Wachtend[] = [];
  private rustTot = 0;

  constructor(private readonly antwoorden: readonly Uitslag[]) {}

  /** So many deliveries, each `uitElkaarMs` later than the one before. */
  async zet(aantal: number, uitElkaarMs = 0): Promise<void> {
    const op = await omgeving.currentTimeMs();
    for (let nummer = 0; nummer < aantal; nummer++)
      this.wachtend.push({ pogingen: 0, op: op + nummer * uitElkaarMs });
  }

  bezorgRonde = async (webhookId: string): Promise<BezorgRonde> => {
    expect(webhookId).toBe(this.webhookId);
    if (this.storing-- > 0) throw new Error('de database is even weg');
    this.rondes++;
    let [afgeleverd, nietGelukt, opRij] = [0, 0, 0];
    const nu = await omgeving.currentTimeMs();
    for (const levering of [...this.wachtend]) {
      if (!this.actief || this.rustTot > nu || levering.op > nu) continue;
      const uitslag =
        this.antwoorden[Math.min(this.momenten.length, this.antwoorden.length - 1)] ?? antwoord(200);
      this.momenten.push(nu);
      levering.pogingen++;
      const besluit = besluitNa(uitslag, levering.pogingen, 0);
      opRij = isStoring(uitslag) ? opRij + 1 : 0;
      this.rustTot = nu + rustNa(uitslag, opRij) * 1000;
      if (besluit.soort === 'opnieuw') levering.op = nu + besluit.overS * 1000;
      else this.wachtend = this.wachtend.filter((een) => een !== levering);
      if (besluit.soort === 'weg') this.actief = false;
      if (besluit.soort === 'mislukt') this.mislukt.push(nu);
      if (besluit.soort === 'afgeleverd') afgeleverd++;
      else nietGelukt++;
    }
    const eerste = Math.min(...this.wachtend.map(({ op }) => Math.max(op, this.rustTot)));
    const niets = !this.actief || this.wachtend.length === 0;
    return { afgeleverd, nietGelukt, volgendeOverMs: niets ? null : Math.max(0, eerste - nu) };
  };

  /** Ms between the attempts. */
  tussenpozen(): number[] {
    return this.momenten.slice(1).map((moment, index) => moment - (this.momenten[index] ?? 0));
  }

  wek() {
    return omgeving.client.workflow.signalWithStart(WEBHOOK_WORKFLOW, {
      workflowId: webhookWorkflowId(this.webhookId),
      taskQueue: TASK_QUEUE,
      args: [{ webhookId: this.webhookId }],
      signal: wekWebhook,
      signalArgs: [],
    });
  }
}

async function draai(ontvanger: Ontvanger, werk: () => Promise<void>): Promise<void> {
  const worker = await maakWorker(omgeving, { bezorgRonde: ontvanger.bezorgRonde });
  await worker.runUntil(werk);
}

/** Within a second: what a round itself takes. */
const ongeveer = (seconden: number): [number, number] => [seconden * 1000, seconden * 1000 + 1000];
const verwachtTussenpozen = (ontvanger: Ontvanger, seconden: readonly number[]): void => {
  const werkelijk = ontvanger.tussenpozen();
  expect(werkelijk).toHaveLength(seconden.length);
  for (const [index, verwacht] of seconden.entries()) {
    const [van, tot] = ongeveer(verwacht);
    expect(werkelijk[index]).toBeGreaterThanOrEqual(van);
    expect(werkelijk[index]).toBeLessThan(tot);
  }
};

test('wat meteen lukt is een ronde, en daarna is het proces klaar', async () => {
  const ontvanger = new Ontvanger([antwoord(204)]);
  await ontvanger.zet(3);
  await draai(ontvanger, async () => {
    await (await ontvanger.wek()).result();
  });
  expect([ontvanger.rondes, ontvanger.momenten.length]).toEqual([1, 3]);
});

test('wat niet lukt wordt volgens het schema herhaald, tot het lukt', async () => {
  const ontvanger = new Ontvanger([antwoord(500), antwoord(500), antwoord(404), antwoord(200)]);
  await ontvanger.zet(1);
  await draai(ontvanger, async () => {
    await (await ontvanger.wek()).result();
    await legVast(omgeving, webhookWorkflowId(ontvanger.webhookId), 'webhook-herhaalt');
  });
  verwachtTussenpozen(ontvanger, [5, 300, 1800]);
});

test('na tien pogingen in ruim drie dagen is het mislukt', async () => {
  const ontvanger = new Ontvanger([{ soort: 'fout', fout: 'geen-verbinding' }]);
  await ontvanger.zet(1);
  await draai(ontvanger, async () => {
    await (await ontvanger.wek()).result();
  });
  verwachtTussenpozen(ontvanger, [5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400]);
  expect(ontvanger.mislukt).toHaveLength(1);
});

test('wie om rust vraagt, krijgt zolang niets; ook niet als er iets bij komt', async () => {
  const ontvanger = new Ontvanger([antwoord(429, 7200), antwoord(200)]);
  await ontvanger.zet(1);
  await draai(ontvanger, async () => {
    const handle = await ontvanger.wek();
    await omgeving.sleep('10 minutes');
    await ontvanger.zet(1);
    await ontvanger.wek();
    await omgeving.sleep('10 minutes');
    expect(ontvanger.momenten).toHaveLength(1);
    await handle.result();
  });
  expect(ontvanger.momenten).toHaveLength(3);
  expect(ontvanger.tussenpozen()[0]).toBeGreaterThanOrEqual(7_200_000);
});

test('een nieuwe gebeurtenis wacht niet op de volgende poging van een oude', async () => {
  const ontvanger = new Ontvanger([antwoord(400), antwoord(400), antwoord(200)]);
  await ontvanger.zet(1);
  await draai(ontvanger, async () => {
    await ontvanger.wek();
    await omgeving.sleep('1 minute');
    expect(ontvanger.momenten).toHaveLength(2);
    await ontvanger.zet(1);
    const handle = await ontvanger.wek();
    await omgeving.sleep('2 seconds');
    expect(ontvanger.momenten).toHaveLength(3);
    await handle.result();
  });
  expect(ontvanger.momenten).toHaveLength(4);
});

test('410 beeindigt alles wat nog wachtte', async () => {
  const ontvanger = new Ontvanger([antwoord(410)]);
  await ontvanger.zet(5);
  await draai(ontvanger, async () => {
    await (await ontvanger.wek()).result();
    await legVast(omgeving, webhookWorkflowId(ontvanger.webhookId), 'webhook-weg');
  });
  expect(ontvanger.momenten).toHaveLength(1);
});

test('wie gepauzeerd is krijgt niets meer, en gaat daarna verder in een nieuw proces', async () => {
  const ontvanger = new Ontvanger([antwoord(503), antwoord(200)]);
  await ontvanger.zet(1);
  await draai(ontvanger, async () => {
    const handle = await ontvanger.wek();
    await omgeving.sleep('1 second');
    ontvanger.actief = false;
    await handle.result();
    expect(ontvanger.momenten).toHaveLength(1);
    ontvanger.actief = true;
    await (await ontvanger.wek()).result();
  });
  expect(ontvanger.momenten).toHaveLength(2);
});

test('een ronde die zelf mislukt wordt herhaald', async () => {
  const ontvanger = new Ontvanger([antwoord(200)]);
  await ontvanger.zet(1);
  ontvanger.storing = 3;
  await draai(ontvanger, async () => {
    await (await ontvanger.wek()).result();
  });
  expect(ontvanger.momenten).toHaveLength(1);
});

test('een lange geschiedenis wordt voortgezet, zonder een ronde te missen', async () => {
  // Refused each time, so that there is always a next attempt; no two fall together, so that each is a round. One signal: the
  // test server loses a workflow task during which another comes.
  const ontvanger = new Ontvanger([antwoord(400)]);
  await draai(ontvanger, async () => {
    await ontvanger.zet(13, 1_000);
    await ontvanger.wek();
    const id = webhookWorkflowId(ontvanger.webhookId);
    await omgeving.client.workflow.getHandle(id).result();
    const runs = await historiesVan(omgeving, id);
    expect(runs.length).toBeGreaterThan(1);
    expect(Math.max(...runs.map(({ events }) => events))).toBeLessThanOrEqual(600);
  });
  expect(ontvanger.momenten).toHaveLength(13 * 10);
});
