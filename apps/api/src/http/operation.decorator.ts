import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { IDEMPOTENCY_FORM } from './idempotency-key.decorator.js';
import { TIME_LIMIT } from './time-limit.interceptor.js';

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
  414: 'Het adres is te lang.',
  415: 'Dit soort inhoud kunnen wij hier niet lezen.',
  422: 'Dit kenmerk is al gebruikt voor een ander verzoek, of de inhoud is iets anders dan hier wordt gevraagd.',
  428: 'De kopregel `If-Match` ontbreekt.',
  429: 'U vraagt te veel achter elkaar. Wacht `Retry-After` seconden.',
  431: 'De kopregels zijn te groot.',
  503: 'Het systeem is even niet bereikbaar. Probeer het opnieuw na `Retry-After` seconden.',
};

/** Metadata of a route: its `operationId`, and how it is accounted for. */
export const OPERATION_ID = 'operation-id';
export const AUDIT = 'audit';

/**
 * How a route is accounted for in the audit log. `eigen`: it writes its line itself, in the transaction of its change.
 * `automatisch`: the interceptor writes one. `geen`: there is nothing to account for. Of reads: `inzage` when a beheerder
 * reads, `identiteiten` when an onderzoeker does who sees names.
 */
export type AuditWijze = 'eigen' | 'automatisch' | 'geen' | 'inzage' | 'identiteiten';

/** Metadata of a route that takes an `Idempotency-Key`. */
export const COMMAND = 'command';

/** Metadata of a route about something that people edit, of which the answer has the `versie`. */
export const VERSIONED = 'versioned';

/** A file may take this long to write, in ms. */
const FILE_LIMIT_MS = 600_000;

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } } };

const RETRY_AFTER = { 'Retry-After': { description: 'Wachttijd in seconden.', schema: { type: 'integer' } } };

/** How one kind of refusal is described. */
export const problemResponse = (status: number) => ({
  description: PROBLEMS[status] ?? 'Dit ging niet goed.',
  content: problemContent,
  ...([429, 503].includes(status) ? { headers: { ...RETRY_AFTER } } : {}),
});

/** Documents one kind of refusal. */
export const ProblemResponse = (status: number): MethodDecorator & ClassDecorator =>
  ApiResponse({ status, ...problemResponse(status) });

export interface OperationOptions {
  /** `operationId`: unique, a verb and a noun. */
  readonly id: string;
  /** One Dutch sentence. */
  readonly summary: string;
  /** Schema of the answer, or the media type of a file, or nothing (204). */
  readonly answer?: z.ZodType | string;
  readonly status?: 200 | 201 | 202 | 204;
  /** Refusals besides those that every route has, or every route with input (see `openapi/conventions.ts`). */
  readonly problems?: readonly number[];
  /** A command that takes an `Idempotency-Key`. */
  readonly command?: boolean;
  /** About something that people edit: the answer has its `versie`, a change needs `If-Match`. */
  readonly versioned?: 'read' | 'change';
  /** How it is accounted for; whatever changes something says so (a test asks). */
  readonly audit?: AuditWijze;
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

const IF_MATCH = ApiHeader({
  name: 'If-Match',
  required: true,
  description: 'De `ETag` van de versie die u wijzigt, met de aanhalingstekens; `"0"` als er nog niets was.',
  schema: { type: 'string', pattern: '^"\\d{1,9}"$', examples: ['"3"'] },
});

/** Everything that the documentation says about a route, next to the route itself. */
export function Operation(options: OperationOptions): MethodDecorator {
  const { id, summary, status = 200, problems = [], command = false, versioned, audit } = options;
  return applyDecorators(
    ApiOperation({ operationId: id, summary }),
    HttpCode(status),
    SetMetadata(OPERATION_ID, id),
    ...(audit ? [SetMetadata(AUDIT, audit)] : []),
    answerResponse(options),
    ...(typeof options.answer === 'string' ? [SetMetadata(TIME_LIMIT, FILE_LIMIT_MS)] : []),
    ...problems.map(ProblemResponse),
    ...(versioned ? [SetMetadata(VERSIONED, true)] : []),
    ...(versioned === 'change' ? [...[412, 428].map(ProblemResponse), IF_MATCH] : []),
    ...(command
      ? [
          SetMetadata(COMMAND, true),
          ...[409, 422].filter((status) => !problems.includes(status)).map(ProblemResponse),
          ApiHeader({
            name: 'Idempotency-Key',
            required: false,
            description:
              'Kenmerk van deze opdracht. Dezelfde opdracht met hetzelfde kenmerk wordt één keer uitgevoerd.',
            schema: { type: 'string', pattern: IDEMPOTENCY_FORM.source },
          }),
        ]
      : []),
  );
}
