import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError, progress, runToLog } from '../long-step.mjs';
import { installInCache, runs } from './cache.js';
import { buildLog, cacheDir } from './paths.js';
import { sdkDownload } from './sdk-download.js';

const version = '1.38.0';
const program = 'temporal-test-server';
const downloadMs = 5 * 60_000;

const dependency = (group: string, artifact: string, number: string): string =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${number}</version></dependency>`;

// slf4j-nop: without a logger of its own the server writes warnings at every start.
const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>maatwerktraject</groupId><artifactId>test-server</artifactId><version>1</version>
<dependencies>${dependency('io.temporal', 'temporal-test-server', version)}${dependency('org.slf4j', 'slf4j-nop', '2.0.16')}</dependencies>
</project>
`;

const wrapper = `#!/bin/sh
exec java -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;

const fromMaven = async (): Promise<string | undefined> => {
  if (!(await runs('java', ['-version'])) || !(await runs('mvn', ['-v']))) return undefined;
  const fill = async (folder: string): Promise<boolean> => {
    writeFileSync(join(folder, 'pom.xml'), pom);
    const args = [
      '-q',
      '-B',
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${join(folder, 'lib')}`,
    ];
    const code = await runToLog('mvn', args, {
      log: buildLog('test-server'),
      cwd: folder,
      timeoutMs: downloadMs,
    });
    writeFileSync(join(folder, program), wrapper);
    chmodSync(join(folder, program), 0o755);
    return code === 0 && existsSync(join(folder, 'lib', `temporal-test-server-${version}.jar`));
  };
  return progress('De testserver van Temporal wordt opgehaald met Maven.', () =>
    installInCache(join('temporal-test-server', version), program, fill),
  );
};

/**
 * Path of the time-skipping test server, for `existing-path` of the SDK: `TEMPORAL_TEST_SERVER`, fetched before, fetched
 * by the SDK, or fetched with Maven, in this order. Throws a `UserError` that says what to install.
 */
export const findTestServer = async (): Promise<string> => {
  const chosen = process.env['TEMPORAL_TEST_SERVER'];
  if (chosen) {
    if (!existsSync(chosen))
      throw new UserError(`TEMPORAL_TEST_SERVER wijst naar ${chosen}, maar dat bestand is er niet.`);
    return chosen;
  }
  const cached = join(cacheDir(), 'temporal-test-server', version, program);
  if (existsSync(cached)) return cached;
  const fetched = await sdkDownload(
    'time-skipping',
    'default',
    join('temporal-test-server', version),
    program,
    downloadMs,
  );
  const found = fetched ?? (await fromMaven());
  if (found !== undefined) return found;
  throw new UserError(
    `De testserver van Temporal ontbreekt. Installeer Java 17 en Maven, of zet TEMPORAL_TEST_SERVER. Kijk ook in ${buildLog('test-server')}.`,
  );
};
