import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { maakCohort } from '../../tools/src/voorbeeld/cohort.opzet.js';
import { Stapel } from './stapel.js';

jest.setTimeout(400_000);

let stapel: Stapel;
let browser: Browser;

beforeAll(async () => {
  stapel = await Stapel.maak();
  await stapel.start();
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
});

afterAll(async () => {
  await browser.close();
  await stapel.ruimOp();
});

interface Uitvoering {
  workflowExecutionInfo: { execution: { runId: string } };
}

test('gegeven een lopend cohort, dan bewaart Temporal het versleuteld en laat alleen zijn eigen scherm het lezen', async () => {
  // So slow that nothing happens by itself while the test looks.
  const { cohortId } = await maakCohort(stapel.api(), { gemeenten: 1, duur: 1_000_000, seed: 1, uit: '' });
  const { urls, ports } = stapel.run();
  const scherm = urls.temporalUi ?? '';
  const workflow = `namespaces/maatwerktraject/workflows/${encodeURIComponent(`cohort/${cohortId}`)}`;
  const info = (await (await fetch(`${scherm}/api/v1/${workflow}`)).json()) as Uitvoering;
  const { runId } = info.workflowExecutionInfo.execution;

  const opgeslagen = await (await fetch(`${scherm}/api/v1/${workflow}/history`)).text();
  expect(opgeslagen).toContain(Buffer.from('binary/encrypted').toString('base64'));
  expect(opgeslagen).not.toContain(Buffer.from('json/plain').toString('base64'));

  const page = await browser.newPage();
  const gelezen: string[] = [];
  page.on('response', (response) => {
    if (response.url().startsWith(`http://127.0.0.1:${String(ports['codec'])}/decode`))
      void response.text().then((tekst) => gelezen.push(tekst));
  });
  await page.goto(`${scherm}/${workflow}/${runId}/history`);
  await page.getByText('"klok"').first().waitFor({ timeout: 60_000 });
  expect(gelezen.length).toBeGreaterThan(0);

  const log = readFileSync(join(stapel.dataDir, 'logs', 'codec.log'), 'utf8');
  expect(log).toContain('"who":"deze-computer"');
  expect(log).not.toContain('klok');
  const vreemd = await fetch(`http://127.0.0.1:${String(ports['codec'])}/decode`, {
    method: 'POST',
    body: '{"payloads":[]}',
  });
  expect(vreemd.status).toBe(401);
});
