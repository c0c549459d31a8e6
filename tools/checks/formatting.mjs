import { report, runTool } from './command.mjs';

const result = runTool('prettier', ['--check', '.', '--log-level', 'warn']);
const help = '\nHerstel dit met: npm run check:fix';
report([{ ...result, output: result.output + help }], 'overal dezelfde opmaak');
