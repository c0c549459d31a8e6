// The packages from outside: sealed, without unknown install scripts, with a licence that fits, without known leaks.
import { finish, projectFiles, read } from './lib.mjs';
import { productionPackagesOf, readAllow, readLock } from './supply/lock.mjs';
import { askAudit } from './supply/npm-audit.mjs';
import {
  advisoryFaults,
  allowanceFaults,
  licenceFaults,
  lockfileFaults,
  scriptFaults,
} from './supply/rules.mjs';

const lock = readLock();
const allow = readAllow();
const today = new Date().toISOString().slice(0, 10);
const npmrc = projectFiles().includes('.npmrc') ? read('.npmrc') : '';
const answer = await askAudit();

const faults = [
  ...lockfileFaults(lock, allow),
  ...scriptFaults(lock, allow, npmrc),
  ...licenceFaults(lock, allow),
  ...allowanceFaults(allow, today),
  ...('report' in answer ? advisoryFaults(answer.report, allow) : []),
];
const count = productionPackagesOf(lock).length;
const leaks =
  'report' in answer
    ? 'geen bekende ernstige lekken'
    : `LET OP: bekende lekken NIET bekeken, de pakketbron geeft er geen antwoord op (${answer.reason})`;
finish(faults, `${count} pakketten verzegeld, licenties passen; ${leaks}`);
