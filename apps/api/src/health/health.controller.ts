import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Operation } from '../http/operation.decorator.js';
import { ProblemException } from '../http/problem.js';
import { ProcesService } from '../temporal/proces.service.js';
import { Openbaar } from '../toegang/recht.decorator.js';

const Gezondheid = z.object({ status: z.literal('ok') }).meta({ id: 'Gezondheid' });
type Gezondheid = z.infer<typeof Gezondheid>;

const DATABASE_DEADLINE_MS = 2_000;

// For those who run the product; not a part of the API that has a version.
@ApiExcludeController()
@SkipThrottle()
@Controller('health')
export class HealthController {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly proces: ProcesService,
  ) {}

  @Get('live')
  @Openbaar()
  @Operation({ id: 'leeft', summary: 'Zegt of dit programma draait.', answer: Gezondheid })
  live(): Gezondheid {
    return { status: 'ok' };
  }

  @Get('ready')
  @Openbaar()
  @Operation({
    id: 'isKlaar',
    summary: 'Zegt of de database en Temporal antwoorden.',
    answer: Gezondheid,
    problems: [503],
  })
  async ready(): Promise<Gezondheid> {
    const [database, temporal] = await Promise.all([this.databaseAnswers(), this.proces.isReady()]);
    const away = [...(database ? [] : ['de database']), ...(temporal ? [] : ['Temporal'])];
    if (away.length > 0)
      throw new ProblemException(503, `Nu niet bereikbaar: ${away.join(' en ')}.`, {
        code: 'niet-bereikbaar',
        retryAfterSeconds: 5,
      });
    return { status: 'ok' };
  }

  private async databaseAnswers(): Promise<boolean> {
    const late = new Promise<false>((resolve) => setTimeout(resolve, DATABASE_DEADLINE_MS, false).unref());
    const answer = this.database.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return Promise.race([answer, late]);
  }
}
