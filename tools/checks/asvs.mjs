// Every requirement of OWASP ASVS 5 (level 1 and 2, the chapters we answer) has one row, with a test that exists or a
// reason; and docs/asvs.md is made from those rows.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readRows, TABLE, titlesOf } from './asvs/read.mjs';
import { requirements } from './asvs/requirements.mjs';
import { asvsFaults } from './asvs/rules.mjs';
import { tableFaults } from './asvs/table.mjs';
import { finish, read, root } from './lib.mjs';

const rows = readRows();
const faults = asvsFaults(rows, requirements, titlesOf);
if (faults.length === 0) {
  faults.push(...tableFaults(existsSync(join(root, TABLE)) ? read(TABLE) : '', rows, requirements));
}
const met = rows.filter(({ oordeel }) => oordeel === 'voldaan').length;
const open = rows.filter(({ oordeel }) => oordeel === 'niet voldaan').length;
finish(faults, `${rows.length} eisen: ${met} voldaan, ${open} niet voldaan, de rest niet van toepassing`);
