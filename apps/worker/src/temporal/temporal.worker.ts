import type { WorkerConfig } from '@maatwerktraject/config';
import {
  createBewaarActivities,
  createCohortActivities,
  createTrajectActivities,
  createWebhookActivities,
  createWebhookOpslag,
} from '@maatwerktraject/activities';
import { TASK_QUEUE } from '@maatwerktraject/messages';
import { encryptedDataConverter } from '@maatwerktraject/temporal-codec';
import { createWebhookVerzender } from '@maatwerktraject/webhook';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { DataSource } from 'typeorm';
import { zorgVoorBewaarSchedule } from '../bewaren/bewaar.schedule.js';
import { WORKER_CONFIG } from '../worker.config.js';
import { createTrajectStarter } from './traject.starter.js';
import { createWebhookStarter } from '../webhook/webhook.starter.js';
import { WebhookWekker } from '../webhook/webhook.wekker.js';
import { workflowBundlePath } from './workflow-bundle.js';

/** Kept in memory at most; a traject that is not there is rebuilt from its history, which is short. */
const MAX_CACHED_WORKFLOWS = 1_000;

/** Runs the workflows and activities of this product until the process is asked to stop. */
@Injectable()
export class TemporalWorker implements OnModuleInit {
  private readonly logger = new Logger(TemporalWorker.name);
  private running: Promise<void> = Promise.resolve();
  private worker: Worker | undefined;

  constructor(
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    @InjectDataSource() private readonly database: DataSource,
  ) {}

  async onModuleInit(): Promise<void> {
    const { temporalAddress: address, temporalNamespace: namespace, keyring, publicUrl } = this.config;
    const dataConverter = encryptedDataConverter(keyring);
    const connection = await NativeConnection.connect({ address });
    const clientConnection = await Connection.connect({ address });
    const client = new Client({ connection: clientConnection, namespace, dataConverter });
    const starter = createTrajectStarter(client.workflow);
    this.worker = await Worker.create({
      connection,
      namespace,
      dataConverter,
      taskQueue: TASK_QUEUE,
      workflowBundle: { codePath: workflowBundlePath() },
      activities: {
        ...createTrajectActivities({ database: this.database }),
        ...createBewaarActivities({ database: this.database, heartbeat }),
        ...createWebhookActivities({
          opslag: createWebhookOpslag(this.database, keyring),
          verzend: createWebhookVerzender({ regels: { loopback: this.config.webhookLoopback } }),
          afzender: { bron: this.config.cloudEventsSource, publicUrl },
          heartbeat,
          isStopping: () => cancellationSignal().aborted,
        }),
        ...createCohortActivities({
          database: this.database,
          starter,
          // A local activity has no heartbeat.
          heartbeat: () => {
            if (!activityInfo().isLocal) heartbeat();
          },
        }),
      },
      maxCachedWorkflows: MAX_CACHED_WORKFLOWS,
      // Few at once: what waits, waits in the server, where nothing runs out of its time. With many at once on two cores
      // each takes long enough to be given up and tried again, and a busy morning never ends.
      maxConcurrentWorkflowTaskExecutions: 10,
      maxConcurrentLocalActivityExecutions: 10,
      maxConcurrentActivityTaskExecutions: 10,
      // A task that waits in a queue need not be rebuilt from its history elsewhere: there is no elsewhere. But after a kill
      // the tasks of the worker that is gone wait this long before the next one gets them.
      stickyQueueScheduleToStartTimeout: '8 seconds',
      shutdownGraceTime: '5 seconds',
      shutdownForceTime: '10 seconds',
    });
    await zorgVoorBewaarSchedule(client.schedule);
    const wekker = new WebhookWekker(
      this.database,
      this.config.databaseUrl,
      createWebhookStarter(client.workflow),
    );
    wekker.start();
    this.running = this.worker.run().finally(async () => {
      await wekker.stop();
      await clientConnection.close();
      await connection.close();
    });
    this.running.catch((error: unknown) => {
      this.logger.error(error);
    });
    this.logger.log('worker draait');
  }

  /** Whether it polls for work. */
  isReady(): boolean {
    return this.worker?.getState() === 'RUNNING';
  }

  /** Settles when the worker has stopped: on SIGTERM or SIGINT, which the SDK itself listens to. */
  finished(): Promise<void> {
    return this.running;
  }
}
