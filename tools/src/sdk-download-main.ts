// Runs as its own process: starts a server of the SDK once, so that it is downloaded into the folder given.
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [kind, version = 'default', downloadDir = '.'] = process.argv.slice(2);
const executable = { type: 'cached-download' as const, version, downloadDir };
const environment =
  kind === 'dev-server'
    ? await TestWorkflowEnvironment.createLocal({ server: { executable } })
    : await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
await environment.teardown();
