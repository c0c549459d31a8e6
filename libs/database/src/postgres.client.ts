import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * A connection that breaks between two queries reports that as an event, and without a listener an event `error` ends the
 * process. Whoever uses the connection hears of it by a query that fails; the pool drops it.
 */
export class QuietClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** More texts than this are not made by hand: then each is used once, and keeping its plan costs more than it saves. */
const MOST_TEXTS = 500;

/** feature_not_supported: among others a kept plan whose columns a migration has changed since. */
const PLAN_OUT_OF_DATE = '0A000';

const isOutOfDate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === PLAN_OUT_OF_DATE;

/**
 * A connection that has the database keep the plan of each statement with parameters. Row rules make a plan several times
 * as much work as running it (ADR 0013); the database makes it anew by itself when somebody asks under another role.
 */
export class PreparingClient extends QuietClient {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const names = new Map<string, string>();
    const nameOf = (text: string): string | undefined => {
      const known = names.get(text);
      if (known !== undefined || names.size >= MOST_TEXTS) return known;
      const name = `s_${createHash('sha256').update(text).digest('base64url')}`;
      names.set(text, name);
      return name;
    };
    const ask = (...args: unknown[]): unknown => super.query(...(args as [string]));
    const query = (...args: unknown[]): unknown => {
      const [text, values, ...rest] = args;
      if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return ask(...args);
      const name = nameOf(text);
      const answer = ask(name === undefined ? { text, values } : { name, text, values }, ...rest);
      // The plan would be as old at the next attempt: the pool makes another connection then.
      if (answer instanceof Promise)
        answer.catch((error: unknown) => (isOutOfDate(error) ? this.end() : undefined));
      return answer;
    };
    Object.assign(this, { query });
  }
}
