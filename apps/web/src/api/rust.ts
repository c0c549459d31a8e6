import { focusManager } from '@tanstack/react-query';

/** How long a page keeps itself up to date without anybody touching it, in ms. */
export const GEDULD_MS = 15 * 60_000;
const GEBRUIK = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/**
 * Lets pages stop asking the API by themselves once nobody uses them: a forgotten window would keep its session alive for
 * ever. The first touch makes everything up to date again.
 */
export function rustZonderGebruik(venster: EventTarget): void {
  let wekker: ReturnType<typeof setTimeout> | undefined;
  const gebruikt = (): void => {
    clearTimeout(wekker);
    // Undefined: whether the page is seen decides again.
    focusManager.setFocused(undefined);
    wekker = setTimeout(() => focusManager.setFocused(false), GEDULD_MS);
  };
  for (const soort of GEBRUIK) venster.addEventListener(soort, gebruikt, { passive: true });
  gebruikt();
}
