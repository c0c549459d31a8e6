import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Versies } from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { ProblemException } from './problem.js';

/** The entity tag of version `versie` of something that people edit: strong, for a version has one content. */
export const versionTag = (versie: number): string => `"${String(versie)}"`;

/** `versies`: what came in and what is there, where the caller may see both. */
export const otherVersion = (versies?: Versies): ProblemException =>
  new ProblemException(412, 'Iemand anders heeft dit intussen gewijzigd. Haal het opnieuw op en vergelijk.', {
    code: 'andere-versie',
    ...(versies === undefined ? {} : { versies }),
  });

/**
 * The version that an `If-Match` header names.
 * @throws ProblemException 428 when it is absent: nobody overwrites what they have not seen; 412 when it names no version
 * of ours, and so cannot match (also `*`, weak tags and lists).
 */
export function ifMatch(value: string | undefined): number {
  if (value === undefined)
    throw new ProblemException(
      428,
      'Stuur If-Match mee, met de ETag van de versie die u wijzigt. Dan overschrijft u niets van een ander.',
      { code: 'if-match-ontbreekt' },
    );
  const version = /^"(\d{1,9})"$/.exec(value.trim())?.[1];
  if (version === undefined) throw otherVersion();
  return Number(version);
}

/** The version that the caller has seen and wants to replace. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  ifMatch(context.switchToHttp().getRequest<Request>().get('If-Match')),
);
