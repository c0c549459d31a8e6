import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { Fout } from '@maatwerktraject/contracts';
import { speakDutch } from './dutch.js';
import { invalid } from './problem.js';

type PathPart = PropertyKey | { readonly key: PropertyKey };

interface Issue {
  readonly message: string;
  readonly path?: readonly PathPart[] | undefined;
}

class InvalidInput extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super('invalid input');
  }
}

const part = (piece: PathPart): string => String(typeof piece === 'object' ? piece.key : piece);

/** A person mends at most this many faults at a time; a body full of them need not come back in full. */
const MAX_FOUTEN = 1000;

/** The faults of a schema by field, below `base` when the schema was for a single parameter. */
export function foutenVan(issues: readonly Issue[], base?: string): Fout[] {
  return issues.slice(0, MAX_FOUTEN).map(({ path = [], message }) => ({
    pad: [...(base === undefined ? [] : [base]), ...path.map(part)].join('.'),
    zin: message,
  }));
}

/** Validates what has a schema (Standard Schema) and says in Dutch, per field, what is wrong with it. */
export class ContractPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => new InvalidInput(issues) });
    speakDutch();
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (error instanceof InvalidInput) throw invalid(foutenVan(error.issues, metadata.data));
      throw error;
    }
  }
}
