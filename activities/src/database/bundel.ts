/**
 * Does work on many things at once that are offered one by one: what comes while the work is under way waits for the next
 * round. Each promise settles as the round of its item does.
 */
export function bundel<T>(doe: (items: readonly T[]) => Promise<unknown>): (item: T) => Promise<void> {
  let wachtend: T[] = [];
  let bezig = Promise.resolve();
  let ronde: Promise<void> | undefined;
  return (item) => {
    wachtend.push(item);
    ronde ??= bezig.then(async () => {
      const nu = wachtend;
      wachtend = [];
      ronde = undefined;
      await doe(nu);
    });
    const eigen = ronde;
    // The next round begins also when this one fails.
    bezig = eigen.catch(() => undefined);
    return eigen;
  };
}
