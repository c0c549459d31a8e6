// Holds the names in the project to docs/begrippenlijst.md, the authoritative word list.
import ts from 'typescript';
import { finish, isGenerated, projectFiles, read } from './lib.mjs';
import { allowedOutside, findForbidden, parseWordList, splitWords } from './words.rules.mjs';

const list = parseWordList(read('docs/begrippenlijst.md'));
const faults = [];
if (list.forbidden.length < 30)
  faults.push('docs/begrippenlijst.md heeft te weinig woorden: de tabel is niet te lezen.');

const seen = new Set();
function check(file, name, place) {
  const key = `${file}:${name}`;
  if (seen.has(key)) return;
  seen.add(key);
  if (/[^\x20-\x7e]/.test(name)) {
    faults.push(`${place}: «${name}» heeft een teken met een accent. Schrijf de naam zonder.`);
  }
  const found = findForbidden(splitWords(name), list, allowedOutside(file));
  if (found) faults.push(`${place}: «${name}» bevat «${found.words}». Het woord is ${found.term}.`);
}

/** Names in code, and texts without spaces: addresses, tables, columns, status values, CSS classes. */
function checkTypeScript(file) {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const fromOutside = new Set();
  const place = (node) => `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
  const visit = (node) => {
    if (ts.isImportDeclaration(node) && isOutside(node.moduleSpecifier.text)) {
      node.importClause?.forEachChild((child) => collectNames(child, fromOutside));
      return;
    }
    if (ts.isIdentifier(node) && !fromOutside.has(node.text)) check(file, node.text, place(node));
    const text =
      ts.isStringLiteralLike(node) || isTemplatePart(node) || ts.isJsxText(node) ? node.text : undefined;
    if (text !== undefined && !ts.isJsxText(node)) {
      for (const part of namesInText(text)) check(file, part, place(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

const isOutside = (specifier) => !specifier.startsWith('.') && !specifier.startsWith('@maatwerktraject/');
const isTemplatePart = (node) =>
  ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);

function collectNames(node, names) {
  if (ts.isIdentifier(node)) names.add(node.text);
  ts.forEachChild(node, (child) => collectNames(child, names));
}

/** In a sentence for people any word may stand; in SQL, an address or a single word it is a name. */
function namesInText(text) {
  if (/^\s*(create|alter|select|insert|update|delete|drop|with|comment|grant|revoke)\b/i.test(text)) {
    return withoutSqlComments(text).match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  }
  return /\s/.test(text) ? [] : (text.match(/[\x21-\x7e]+/g) ?? []);
}

const withoutSqlComments = (text) =>
  text
    .replace(/--.*$/gm, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/'[^'\s]*\s[^']*'/g, '');

const files = projectFiles().filter((file) => !isGenerated(file) && !file.startsWith('tools/checks/'));
for (const file of files) {
  if (!/^(docs|\.)/.test(file)) check(file, file, file);
  if (/\.(ts|tsx|mjs)$/.test(file)) checkTypeScript(file);
  if (/\.sql$/.test(file)) for (const name of namesInText(`select ${read(file)}`)) check(file, name, file);
  if (/\.css$/.test(file)) {
    const text = read(file)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/url\([^)]*\)|@import[^;]*;/g, '');
    for (const [name] of text.matchAll(/[.#]?[a-z-][\w-]*/gi)) check(file, name, file);
  }
}
finish(faults, `${seen.size} namen gelezen, ${list.forbidden.length} woorden verboden`);
