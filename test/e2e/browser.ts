import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as rust } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Where pictures of the pages go; none are made without it. */
const SCHERMEN = process.env['SCREENSHOT_DIR'];

/** Loads no style sheet anew (`preload`): no rule among these reads one. Tells no more than what is wrong. */
const AXE_RUN = `axe.run(document, ${JSON.stringify({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  preload: false,
})})`;

/** One browser for a whole file of tests; each person in it has cookies of his own. */
export class TestBrowser {
  private constructor(private readonly browser: Browser) {}

  static async open(): Promise<TestBrowser> {
    return new TestBrowser(
      await chromium.launch({
        executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--no-first-run',
        ],
      }),
    );
  }

  /** The first page of another person. */
  async newPage(): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 900 },
      acceptDownloads: true,
    });
    return context.newPage();
  }

  async close(): Promise<void> {
    // What a failing test was looking at.
    if (SCHERMEN)
      for (const [nummer, page] of this.browser
        .contexts()
        .flatMap((context) => context.pages())
        .entries())
        await page
          .screenshot({ path: `${SCHERMEN}/einde-${String(nummer)}.png`, fullPage: true, timeout: 5_000 })
          .catch(() => undefined);
    await this.browser.close();
  }
}

/** Boxes with more in them than is seen, that cannot be reached with the keyboard or do not say in words that they scroll. */
const WIJDE_TABELLEN_ZONDER_HULP = `[...document.querySelectorAll('table')]
  .map((tabel) => tabel.parentElement)
  .filter((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1)
  .filter((box) => {
    // In the mailbox, which has no script, it stands before the box and is there by its width alone.
    const hulp = document.getElementById(box.getAttribute('aria-describedby') ?? '') ?? box.previousElementSibling;
    return box.tabIndex !== 0 || !box.hasAttribute('aria-label') || !hulp?.checkVisibility();
  })
  .map((box) => box.getAttribute('aria-label') ?? box.outerHTML.slice(0, 80))`;

/** Those that stay so: a table that has just become wider says so a moment later. */
async function zonderHulp(page: Page): Promise<string[]> {
  for (let keer = 1; ; keer += 1) {
    const gevonden = await page.evaluate<string[]>(WIJDE_TABELLEN_ZONDER_HULP);
    if (gevonden.length === 0 || keer === 10) return gevonden;
    await rust(100);
  }
}

interface AxeUitslag {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** What axe finds on the page as it is now, on a desktop and on a phone. */
export async function axe(page: Page, naam: string): Promise<void> {
  for (const [scherm, width] of [
    ['bureau', 1280],
    ['telefoon', 360],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    // By the debugger's protocol, which the page's own security policy does not forbid.
    const { violations } = await page.evaluate<AxeUitslag>(`${AXE};${AXE_RUN}`);
    if (SCHERMEN) {
      // As high as the page: what lies outside the window is not drawn of a frame in a sandbox.
      const height = await page.evaluate<number>('document.documentElement.scrollHeight');
      await page.setViewportSize({ width, height: Math.max(900, height) });
      await page.screenshot({ path: `${SCHERMEN}/${naam}-${scherm}.png` });
    }
    expect({
      naam,
      scherm,
      gevonden: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    }).toEqual({ naam, scherm, gevonden: [] });
    expect({ naam, scherm, zonderHulp: await zonderHulp(page) }).toEqual({ naam, scherm, zonderHulp: [] });
    const breedte = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect({ naam, scherm, past: breedte <= width }).toEqual({ naam, scherm, past: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
