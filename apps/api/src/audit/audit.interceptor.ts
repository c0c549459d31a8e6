import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { isHandeling } from '@maatwerktraject/domain';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { z } from 'zod';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { AUDIT, OPERATION_ID, type AuditWijze } from '../http/operation.decorator.js';
import { problemOf } from '../http/problem.filter.js';
import type { HerkendVerzoek } from '../toegang/aangemelde.js';
import { schrijfAudit } from './audit.query.js';
import { metGemaakt, onderwerpVan, overigeParams } from './verzoek.js';
import { WeigeringService } from './weigering.service.js';

interface Ronde {
  readonly operatie: string;
  readonly wijze: AuditWijze | undefined;
  readonly request: HerkendVerzoek;
  readonly response: Response;
}

/** A command that may have been carried out, wholly or in part; the rest was never begun. */
const kanUitgevoerdZijn = (status: number): boolean => status === 409 || status >= 500;

/** A list of trajecten, as far as it matters which ones. */
const Trajecten = z.object({ items: z.array(z.object({ id: z.string() })) });

/** Which trajecten were read: the one in the address (a taak has its traject in its ID), or those of a list. */
function gelezenTrajecten({ trajectId, taakId }: HerkendVerzoek['params'], answer: unknown): string[] {
  const id = trajectId ?? taakId;
  return id === undefined ? Trajecten.parse(answer).items.map((een) => een.id) : [String(id).slice(0, 36)];
}

/** The reason on record for which this beheerder may see a traject: the one of now, or that of a moment ago. */
async function inzageVan(db: Db, trajectId: string): Promise<string | null> {
  const [rij] = await db.query<{ id: string }[]>(
    `SELECT id FROM inzage WHERE traject_id = $1 AND account_id = huidig_account() ORDER BY vervalt_op DESC LIMIT 1`,
    [trajectId],
  );
  return rij?.id ?? null;
}

/**
 * Writes the audit lines that routes do not write themselves, by what each declares (`audit` of its Operation), and what was
 * refused. The innermost interceptor: an answer that is given again by its key is no new act. Without its line nobody
 * gets the answer; a command then gives its key back, and does nothing twice when it is sent again.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: ScopedDatabase,
    private readonly weigeringen: WeigeringService,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = context.getHandler();
    const request = context.switchToHttp().getRequest<HerkendVerzoek>();
    const operatie = this.reflector.get<string | undefined>(OPERATION_ID, handler);
    if (!request.wie || operatie === undefined) return next.handle();
    const wijze = this.reflector.get<AuditWijze | undefined>(AUDIT, handler);
    const response = context.switchToHttp().getResponse<Response>();
    // A promise: the line is written also when nobody waits for the answer any more.
    return from(this.metVerantwoording({ operatie, wijze, request, response }, next));
  }

  private async metVerantwoording(ronde: Ronde, next: CallHandler): Promise<unknown> {
    let answer: unknown;
    try {
      answer = await lastValueFrom(next.handle(), { defaultValue: undefined });
    } catch (error) {
      await this.naFout(ronde, problemOf(error).status);
      throw error;
    }
    const { wijze, request, response } = ronde;
    if (wijze === 'automatisch') await this.schrijf(ronde, response.statusCode, answer);
    if (wijze === 'inzage' && request.wie?.rol === 'beheerder') await this.schrijfInzage(ronde, answer);
    if (wijze === 'identiteiten' && request.wie?.rol === 'onderzoeker') await this.schrijfIdentiteiten(ronde);
    return answer;
  }

  private async naFout(ronde: Ronde, status: number): Promise<void> {
    const { operatie, wijze, request } = ronde;
    // A 404 from a route is about something that was asked for by its ID, in the address or in the body.
    if (status === 403 || status === 404) await this.weigeringen.noteer(request, operatie, status);
    // What went wrong first is what the caller hears.
    if (wijze === 'automatisch' && kanUitgevoerdZijn(status))
      await this.schrijf(ronde, status).catch(() => undefined);
  }

  private async schrijf({ operatie, request }: Ronde, status: number, answer?: unknown): Promise<void> {
    // A test asks that every route with this kind of line has its name in the list.
    if (!isHandeling(operatie)) throw new Error(`no handeling ${operatie}`);
    const params = metGemaakt(request.params, operatie, answer);
    await this.database.transaction((db) =>
      schrijfAudit(db, {
        handeling: operatie,
        onderwerp: onderwerpVan(params),
        inhoud: { status, ...overigeParams(params) },
        request,
      }),
    );
  }

  private async schrijfInzage({ operatie, request }: Ronde, answer: unknown): Promise<void> {
    const { taakId } = request.params;
    const ids = gelezenTrajecten(request.params, answer);
    if (ids.length === 0) return;
    await this.database.transaction(async (db) => {
      for (const id of ids)
        await schrijfAudit(db, {
          handeling: 'inzage-gebruiken',
          onderwerp: `traject/${id}`,
          inhoud: {
            operatie,
            inzageId: await inzageVan(db, id),
            ...(taakId === undefined ? {} : { taakId }),
          },
          request,
        });
    });
  }

  private async schrijfIdentiteiten({ operatie, request }: Ronde): Promise<void> {
    const cohortId = request.params['cohortId'];
    await this.database.transaction(async (db) => {
      const [rij] = await db.query<{ ziet: boolean }[]>('SELECT ziet_identiteiten($1) AS ziet', [cohortId]);
      if (rij?.ziet)
        await schrijfAudit(db, {
          handeling: 'identiteiten-lezen',
          onderwerp: onderwerpVan(request.params),
          inhoud: { operatie },
          request,
        });
    });
  }
}
