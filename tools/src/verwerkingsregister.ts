// `npm run register`: brings the tables in docs/verwerkingsregister.md up to date with the code.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.js';
import { metRegister } from './verwerkingsregister.text.js';

const file = join(root, 'docs', 'verwerkingsregister.md');
writeFileSync(file, metRegister(readFileSync(file, 'utf8')));
