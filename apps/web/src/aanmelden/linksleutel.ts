let sleutel: string | null = null;

/**
 * Takes the secret of a link from a mail out of the address, before anything can log or share it, and keeps it in memory
 * only. Gives it; null when the page was not opened with such a link.
 */
export function neemLinksleutel(): string | null {
  if (location.pathname === '/aanmelden/link' && location.hash.length > 1) {
    sleutel = location.hash.slice(1);
    history.replaceState(history.state, '', location.pathname);
  }
  return sleutel;
}

/** The secret works once; keeping it longer serves nobody. */
export function vergeetLinksleutel(): void {
  sleutel = null;
}

// When the page loads, and so before the router reads the address.
neemLinksleutel();
