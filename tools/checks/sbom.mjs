// The bill of materials is valid CycloneDX, the same every time, and names every package that runs.
import { bomFaults } from './supply/bom-rules.mjs';
import { createBom } from './supply/bom.mjs';
import { readAllow, readLock } from './supply/lock.mjs';
import { productionByNpm } from './supply/npm-ls.mjs';
import { finish } from './lib.mjs';

const lock = readLock();
const allow = readAllow();
const text = createBom(lock, allow);
const expected = productionByNpm();
const faults = await bomFaults(text, expected, allow);
if (createBom(readLock(), allow) !== text)
  faults.push('De stuklijst is de tweede keer anders dan de eerste.');
finish(faults, `${expected.length} pakketten in de stuklijst, geldig volgens CycloneDX 1.6`);
