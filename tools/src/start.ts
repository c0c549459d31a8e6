import { explain } from '../bootstrap.mjs';
import { stopRunningCommands, type UserError } from '../long-step.mjs';
import { planLaunch, type LaunchPlan } from './launch-plan.js';
import { Launcher } from './launcher.js';
import { endOrphans } from './run-file.js';
import { checkAlone, checkPort, openDataDir, readConfig, readEnvironment } from './start-checks.js';
import { summary } from './summary.js';

const prepare = async (): Promise<LaunchPlan> => {
  const env = readEnvironment();
  // Also for the programs that are looked for by name (TEMPORAL_TEST_SERVER, XDG_CACHE_HOME) and for the children.
  Object.assign(process.env, env);
  const config = readConfig(env);
  openDataDir(config.dataDir);
  checkAlone(config);
  const orphans = await endOrphans(config.dataDir);
  if (orphans.length > 0)
    console.log(`Van de vorige keer draaide nog iets (${orphans.join(', ')}). Dat is nu gestopt.`);
  await checkPort(config);
  return planLaunch(config);
};

/**
 * `npm start` after the bootstrap: brings everything up, waits for Ctrl-C or SIGTERM, stops everything. Gives the exit
 * code; every failure is printed as one Dutch sentence.
 */
export const start = async (): Promise<number> => {
  // A reader of our output that goes away (`npm start | head`) must not end the services without order.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  const stopAsked = new Promise<'stop'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('stop'));
  });
  let giveUp: (error: UserError) => void = () => undefined;
  const givenUp = new Promise<never>((_resolve, reject) => {
    giveUp = reject;
  });
  // Handled where it is awaited; a service that dies while we stop is no failure of its own.
  givenUp.catch(() => undefined);
  let launcher: Launcher | undefined;
  let code = 0;
  try {
    const plan = await prepare();
    const current = new Launcher(plan, giveUp);
    launcher = current;
    if ((await Promise.race([current.bringUp(), stopAsked, givenUp])) !== 'stop') {
      console.log(summary(plan, current.databaseLocation));
      await Promise.race([stopAsked, givenUp]);
    }
    console.log('\nAlles wordt gestopt.');
  } catch (error) {
    explain(error);
    code = 1;
  }
  stopRunningCommands();
  await launcher?.stop();
  if (code === 0) console.log('Gestopt.');
  return code;
};
