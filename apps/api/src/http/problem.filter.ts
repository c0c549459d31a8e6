import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { problemOfDatabase } from './database-fault.js';
import { ProblemException } from './problem.js';
import type { SecurityLog } from './security-log.js';

const SENTENCES: Readonly<Record<number, string>> = {
  400: 'Wij konden uw verzoek niet lezen. Kijk of het adres klopt, en stuur geldige JSON.',
  404: 'Dit adres bestaat niet. Kijk of het goed is overgenomen.',
  413: 'Dit is te groot. Stuur niet meer dan 1 MB.',
  415: 'Dit soort inhoud kunnen wij niet lezen. Stuur UTF-8.',
};

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  // Errors of Express and its body parsers.
  if (error instanceof Error && 'status' in error && typeof error.status === 'number') return error.status;
  return undefined;
};

/** Any thrown value as a problem; what we did not foresee becomes a 500 without details. */
export function problemOf(error: unknown): ProblemException {
  if (error instanceof ProblemException) return error;
  const status = statusOf(error);
  if (status !== undefined && status < 500)
    return new ProblemException(status, SENTENCES[status] ?? 'Dit verzoek kunnen wij niet uitvoeren.');
  return (
    problemOfDatabase(error) ??
    new ProblemException(
      500,
      'Er ging iets mis bij ons. Probeer het later opnieuw. Blijft het misgaan? Meld het dan.',
    )
  );
}

/** Headers of an answer that did not come about: a refusal is no file, and is nobody's version of anything. */
const OF_SUCCESS = ['Content-Disposition', 'ETag', 'Link', 'Last-Modified'];

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(private readonly securityLog: SecurityLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = problemOf(error);
    if (problem.status >= 500) this.log(error, request, response, problem.status === 503);
    else this.securityLog.refused(request, problem.status, problem.extras.code);
    if (response.headersSent) {
      // Half a file is out already: the broken connection is the only way left to say so.
      response.destroy();
      return;
    }
    for (const header of OF_SUCCESS) response.removeHeader(header);
    if (problem.extras.retryAfterSeconds !== undefined)
      response.set('Retry-After', String(problem.extras.retryAfterSeconds));
    if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem.body()));
  }

  private log(error: unknown, request: Request, response: Response, foreseen: boolean): void {
    const where = `${request.method} ${request.path} (${String(response.getHeader('X-Request-Id'))})`;
    const line = `${where}: ${error instanceof Error ? error.message : 'unknown fault'}`;
    if (foreseen) this.logger.warn(line);
    else this.logger.error(line, error instanceof Error ? error.stack : undefined);
  }
}
