import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** Every schema that an answer can have; the document needs to know which of them are outputs. */
export const answerSchemas = new Set<z.ZodType>();

const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'De invoer is niet goed; `fouten` zegt per veld wat er mis is.',
  401: 'Er is geen sleutel meegestuurd, of de sleutel is niet bekend.',
  403: 'Deze rol mag dit niet.',
  404: 'Dit bestaat niet.',
  409: 'Het proces laat dit nu niet toe; `code` en `detail` zeggen waarom.',
  412: 'Iemand anders heeft dit intussen gewijzigd.',
  410: 'Dit werkt niet meer.',
  413: 'De inhoud is te groot.',
  429: 'Te vaak geprobeerd; probeer het opnieuw na `Retry-After` seconden.',
  503: 'De database of Temporal is niet bereikbaar. Probeer het opnieuw na `Retry-After` seconden.',
};

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } } };

/** Documents one kind of refusal. */
export const ProblemResponse = (status: number): MethodDecorator & ClassDecorator =>
  ApiResponse({
    status,
    description: PROBLEMS[status] ?? 'Dit ging niet goed.',
    content: problemContent,
    ...(status === 503 || status === 429
      ? { headers: { 'Retry-After': { description: 'Wachttijd in seconden.', schema: { type: 'integer' } } } }
      : {}),
  });

export interface OperationOptions {
  /** `operationId`: unique, a verb and a noun. */
  readonly id: string;
  /** One Dutch sentence. */
  readonly summary: string;
  /** Schema of the answer, or the media type of a file, or nothing (204). */
  readonly answer?: z.ZodType | string;
  readonly status?: 200 | 201 | 202 | 204;
  /** Refusals besides 401, 403 and 503. */
  readonly problems?: readonly number[];
  /** A command that takes an `Idempotency-Key`. */
  readonly command?: boolean;
}

const answerResponse = ({ answer, status = 200 }: OperationOptions): MethodDecorator => {
  if (answer === undefined) return ApiResponse({ status, description: 'Gelukt.' });
  if (typeof answer === 'string')
    return ApiResponse({
      status,
      description: 'Het bestand.',
      content: { [answer]: { schema: { type: 'string', format: 'binary' } } },
    });
  answerSchemas.add(answer);
  return ApiResponse({ status, description: 'Gelukt.', standardSchema: answer });
};

/** Everything that the documentation says about a route, next to the route itself. */
export function Operation(options: OperationOptions): MethodDecorator {
  const { id, summary, status = 200, problems = [], command = false } = options;
  return applyDecorators(
    ApiOperation({ operationId: id, summary }),
    HttpCode(status),
    answerResponse(options),
    ...problems.map(ProblemResponse),
    ...(command
      ? [
          ApiHeader({
            name: 'Idempotency-Key',
            required: false,
            description:
              'Kenmerk van deze opdracht. Dezelfde opdracht met hetzelfde kenmerk wordt één keer uitgevoerd.',
            schema: { type: 'string', minLength: 1, maxLength: 100 },
          }),
        ]
      : []),
  );
}
