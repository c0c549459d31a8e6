// `npm run asvs`: writes docs/asvs.md from docs/asvs/*.yaml.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRows, TABLE, titlesOf } from './checks/asvs/read.mjs';
import { requirements } from './checks/asvs/requirements.mjs';
import { asvsFaults } from './checks/asvs/rules.mjs';
import { asvsTable } from './checks/asvs/table.mjs';
import { finish, root } from './checks/lib.mjs';

const rows = readRows();
const faults = asvsFaults(rows, requirements, titlesOf);
if (faults.length === 0) writeFileSync(join(root, TABLE), asvsTable(rows, requirements));
finish(faults, `${TABLE} is geschreven, met ${rows.length} eisen.`);
