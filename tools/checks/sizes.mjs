// No source file over 400 lines; prints the median and the 95th percentile, which CONTRIBUTING.md gives goals for.
import { finish, isGenerated, projectFiles, read } from './lib.mjs';

const limit = 400;
const sizes = projectFiles()
  .filter((file) => /\.(ts|tsx|mjs|cjs|js|css)$/.test(file) && !isGenerated(file))
  .map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }))
  .sort((a, b) => a.lines - b.lines);
const source = sizes.filter(({ file }) => !/\.(spec|css)\.?/.test(file));
const at = (share) => source[Math.min(source.length - 1, Math.floor(source.length * share))]?.lines ?? 0;

finish(
  sizes
    .filter(({ lines }) => lines > limit)
    .map(
      ({ file, lines }) =>
        `${file} heeft ${lines} regels. Het mogen er ${limit} zijn: maak er twee bestanden van.`,
    ),
  `${sizes.length} bestanden; mediaan ${at(0.5)} regels (doel < 60), 95% onder ${at(0.95)} (doel < 200)`,
);
