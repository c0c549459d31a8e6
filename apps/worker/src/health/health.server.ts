import { createServer, type Server } from 'node:http';
import type { WorkerConfig } from '@maatwerktraject/config';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { TemporalWorker } from '../temporal/temporal.worker.js';
import { WORKER_CONFIG } from '../worker.config.js';

/** `GET /health/live` and `/health/ready` of the worker, on its own port. */
@Injectable()
export class HealthServer implements OnModuleInit, OnApplicationShutdown {
  private server: Server | undefined;

  constructor(
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    @InjectDataSource() private readonly database: DataSource,
    private readonly worker: TemporalWorker,
  ) {}

  async onModuleInit(): Promise<void> {
    const server = createServer((request, response) => {
      void this.status(request.url ?? '').then((status) => {
        response.writeHead(status).end();
      });
    });
    this.server = server;
    const { healthPort, host } = this.config;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(healthPort, host, resolve);
    });
  }

  onApplicationShutdown(): void {
    this.server?.close();
  }

  private async status(url: string): Promise<number> {
    if (url === '/health/live') return 200;
    if (url !== '/health/ready') return 404;
    if (!this.worker.isReady()) return 503;
    try {
      await this.database.query('SELECT 1');
      return 200;
    } catch {
      return 503;
    }
  }
}
