import autocannon from 'autocannon';

/** What is asked of a server: paths that take turns, and the headers that go with them. */
export interface Last {
  readonly url: string;
  readonly paden: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

export interface Ronde {
  /** Answers per second. */
  readonly perSeconde: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

export interface Verhouding {
  readonly mediaan: number;
  readonly laagste: number;
  readonly hoogste: number;
}

/** @throws Error when an answer was not 200: then something else was measured. */
export async function meetRonde(last: Last, seconden: number, verbindingen: number): Promise<Ronde> {
  const uitslag = await autocannon({
    url: last.url,
    connections: verbindingen,
    duration: seconden,
    requests: last.paden.map((path) => ({ method: 'GET', path, headers: { ...last.headers } })),
  });
  if (uitslag.non2xx > 0 || uitslag.errors > 0)
    throw new Error(
      `${String(uitslag.non2xx)} antwoorden waren geen 200, ${String(uitslag.errors)} bleven uit`,
    );
  return {
    // Counted over the whole round: whole seconds are too coarse for so short a one.
    perSeconde: uitslag['2xx'] / uitslag.duration,
    p50: uitslag.latency.p50,
    p99: uitslag.latency.p99,
  };
}

const mediaan = (waarden: readonly number[]): number => {
  const op = [...waarden].sort((a, b) => a - b);
  const midden = Math.floor(op.length / 2);
  return op.length % 2 === 1 ? (op[midden] ?? 0) : ((op[midden - 1] ?? 0) + (op[midden] ?? 0)) / 2;
};

/** A figure of one side divided by that of the other, per pair of rounds. */
export function verhouding(
  paren: readonly (readonly [Ronde, Ronde])[],
  cijfer: (ronde: Ronde) => number,
): Verhouding {
  const alle = paren.map(([a, b]) => cijfer(a) / cijfer(b));
  return { mediaan: mediaan(alle), laagste: Math.min(...alle), hoogste: Math.max(...alle) };
}

export const mediaanVan = (ronden: readonly Ronde[], cijfer: (ronde: Ronde) => number): number =>
  mediaan(ronden.map(cijfer));
