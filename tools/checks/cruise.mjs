import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

/**
 * Runs the rules of `.dependency-cruiser.cjs` over folders of a tree.
 * @param {string} tree absolute path of the tree; its own rules and tsconfig are used
 * @param {string[]} folders paths from the tree's root
 * @returns {Promise<{violations: {rule: string, from: string, to: string}[], modules: number, rules: string[]}>}
 */
export async function cruiseBoundaries(tree, folders) {
  process.chdir(tree);
  const configuration = createRequire(import.meta.url)(join(tree, '.dependency-cruiser.cjs'));
  const { enhancedResolveOptions, tsConfig, ...options } = configuration.options;
  const { output } = await cruise(
    folders,
    { ...options, ruleSet: { forbidden: configuration.forbidden }, validate: true, baseDir: tree },
    enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(tree, tsConfig.fileName)) },
  );
  return {
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    modules: output.summary.totalCruised,
    rules: configuration.forbidden.map(({ name }) => name),
  };
}
