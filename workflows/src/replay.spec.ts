import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encryptedDataConverter } from '@maatwerktraject/temporal-codec';
import { Worker } from '@temporalio/worker';
import { GEDRAAID } from '../test/sleutels.js';

jest.setTimeout(120_000);

const HISTORIES = join(import.meta.dirname, '../histories');
const namen = readdirSync(HISTORIES).filter((naam) => naam.endsWith('.json'));

test('er zijn vastgelegde histories om na te spelen', () => {
  expect(namen.length).toBeGreaterThanOrEqual(10);
  const versleuteld = namen.filter((naam) =>
    readFileSync(join(HISTORIES, naam), 'utf8').includes('"encryption-key-id"'),
  );
  expect(versleuteld.length).toBeGreaterThanOrEqual(5);
  expect(versleuteld.length).toBeLessThan(namen.length);
});

test('elke vastgelegde history speelt zonder verschil na op de bundel van productie', async () => {
  const histories = namen.map((naam) => ({
    workflowId: naam,
    history: JSON.parse(readFileSync(join(HISTORIES, naam), 'utf8')) as object,
  }));
  const uitkomsten = Worker.runReplayHistories(
    {
      workflowBundle: { codePath: join(import.meta.dirname, '../dist/workflow-bundle.js') },
      replayName: 'vastgelegd',
      // As in production: opens what is encrypted, and takes what is from before that as it is.
      dataConverter: encryptedDataConverter(GEDRAAID),
    },
    histories,
  );
  const mislukt: string[] = [];
  let nagespeeld = 0;
  for await (const { workflowId, error } of uitkomsten) {
    nagespeeld++;
    if (error) mislukt.push(`${workflowId}: ${error.message}`);
  }
  expect(mislukt).toEqual([]);
  expect(nagespeeld).toBe(namen.length);
});
