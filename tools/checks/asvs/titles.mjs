import ts from 'typescript';

const TEST = new Set(['it', 'test']);

/** Whether this is `it`, `test`, or what `.each(…)` of one of them gives. */
function isTest(expression) {
  if (ts.isIdentifier(expression)) return TEST.has(expression.text);
  if (ts.isCallExpression(expression)) return isTest(expression.expression);
  return ts.isPropertyAccessExpression(expression) && isTest(expression.expression);
}

/**
 * The titles of the tests in a file, as they stand in its source (`%s` and all).
 * @returns {Set<string>}
 */
export function titlesIn(text, file = 'proef.spec.ts') {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const titles = new Set();
  const visit = (node) => {
    if (ts.isCallExpression(node) && isTest(node.expression)) {
      const [title] = node.arguments;
      if (title !== undefined && ts.isStringLiteralLike(title)) titles.add(title.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}
