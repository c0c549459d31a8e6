import type { BerichtMetadata } from './bericht.js';

/** Which mails to give: all conditions hold together. */
export interface BerichtFilter {
  /** Exact Message-ID, with or without angle brackets. */
  readonly messageId?: string | undefined;
  /** Part of an address of a recipient, in any case. */
  readonly aan?: string | undefined;
  /** Part of a recipient's address or of the subject, in any case. */
  readonly zoek?: string | undefined;
  /** Mails that arrived at or after this instant, in milliseconds since 1970. */
  readonly sinds?: number | undefined;
}

const bare = (messageId: string): string => messageId.replace(/^<|>$/g, '');

const matches = (bericht: BerichtMetadata, filter: BerichtFilter): boolean => {
  const aan = filter.aan?.toLowerCase();
  const zoek = filter.zoek?.toLowerCase();
  return (
    (aan === undefined || bericht.aan.some((address) => address.toLowerCase().includes(aan))) &&
    (filter.sinds === undefined || Date.parse(bericht.ontvangenOp) >= filter.sinds) &&
    (zoek === undefined ||
      bericht.onderwerp.toLowerCase().includes(zoek) ||
      bericht.aan.some((address) => address.toLowerCase().includes(zoek)))
  );
};

/** All metadata in memory, in order of `volgnummer`. */
export class BerichtIndex {
  private readonly berichten: BerichtMetadata[] = [];
  private readonly byMessageId = new Map<string, BerichtMetadata[]>();

  get count(): number {
    return this.berichten.length;
  }

  /** Adds a mail; its number must be higher than every number before it. */
  add(bericht: BerichtMetadata): void {
    const last = this.berichten.at(-1);
    if (last !== undefined && last.volgnummer >= bericht.volgnummer) throw new Error('numbers must rise');
    this.berichten.push(bericht);
    const key = bare(bericht.messageId);
    const same = this.byMessageId.get(key);
    if (same === undefined) this.byMessageId.set(key, [bericht]);
    else same.push(bericht);
  }

  get(volgnummer: number): BerichtMetadata | undefined {
    const found = this.berichten[this.positionAfter(volgnummer - 1)];
    return found?.volgnummer === volgnummer ? found : undefined;
  }

  /** Oldest first, from after number `na`; `limiet` at most. */
  after(na: number, limiet: number, filter: BerichtFilter = {}): BerichtMetadata[] {
    const source =
      filter.messageId === undefined ? undefined : (this.byMessageId.get(bare(filter.messageId)) ?? []);
    const found: BerichtMetadata[] = [];
    const all = source ?? this.berichten;
    for (
      let i = source === undefined ? this.positionAfter(na) : 0;
      i < all.length && found.length < limiet;
      i += 1
    ) {
      const bericht = all[i];
      if (bericht !== undefined && bericht.volgnummer > na && matches(bericht, filter)) found.push(bericht);
    }
    return found;
  }

  /** Newest first: one page of `size` mails, and how many match in all. */
  page(page: number, size: number, filter: BerichtFilter): { berichten: BerichtMetadata[]; total: number } {
    const all = this.after(0, Number.POSITIVE_INFINITY, filter).reverse();
    return { berichten: all.slice((page - 1) * size, page * size), total: all.length };
  }

  /** Position of the first mail with a number above `volgnummer` (numbers rise, with gaps). */
  private positionAfter(volgnummer: number): number {
    let low = 0;
    let high = this.berichten.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.berichten[middle]?.volgnummer ?? Number.POSITIVE_INFINITY) > volgnummer) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
