// Part of `npm run build`: the workflows as one file, the same that tests replay histories against.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failureConverterPath } from '@maatwerktraject/temporal-codec';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';
import { root } from './paths.js';

const target = join(root, 'workflows', 'dist', 'workflow-bundle.js');
const { code } = await bundleWorkflowCode({
  workflowsPath: join(root, 'workflows', 'dist', 'index.js'),
  // What fails in a workflow is turned into a message there: with the same converter as outside.
  failureConverterPath,
  logger: new DefaultLogger('WARN'),
});
await mkdir(dirname(target), { recursive: true });
await writeFile(target, code);
