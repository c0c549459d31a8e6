// Every relative link in a Markdown file leads to a file, and every #anchor to a heading.
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finish, lineAt, projectFiles, read, root } from './lib.mjs';

const withoutCode = (text) =>
  text.replace(/```[\s\S]*?```|`[^`\n]*`/g, (code) => code.replace(/[^\n]/g, ' '));

/** The anchors that GitHub and GitLab make of the headings. */
function anchors(text) {
  const seen = new Map();
  return [...text.replace(/```[\s\S]*?```/g, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(([, heading]) => {
    const plain = heading.replace(/`/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    const slug = plain
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
}

const faults = [];
let links = 0;
for (const file of projectFiles().filter((name) => name.endsWith('.md'))) {
  const text = withoutCode(read(file));
  const targets = [
    ...text.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g),
    ...text.matchAll(/^\[[^\]]+\]:\s+(\S+)/gm),
  ];
  for (const match of targets) {
    const target = match[1];
    if (/^[a-z][a-z+.-]*:/i.test(target)) continue;
    links += 1;
    const [path, anchor] = target.split('#');
    const from =
      path === '' ? file : join(path.startsWith('/') ? '' : dirname(file), decodeURIComponent(path));
    const place = `${file}:${lineAt(text, match.index)}`;
    if (!existsSync(join(root, from))) {
      faults.push(`${place}: de link naar ${target} leidt nergens heen.`);
    } else if (
      anchor &&
      statSync(join(root, from)).isFile() &&
      from.endsWith('.md') &&
      !anchors(read(from)).includes(anchor)
    ) {
      faults.push(`${place}: ${from} heeft geen kop #${anchor}.`);
    }
  }
}
finish(faults, `${links} links leiden ergens heen`);
