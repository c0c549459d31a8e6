import { inspect } from 'node:util';
import * as fc from 'fast-check';
import {
  blindIndex,
  generateKey,
  isSealed,
  isSealedWithCurrent,
  open,
  openBytes,
  parseKeyring,
  seal,
  sealBytes,
} from './index.js';

const index = generateKey('index');
const old = generateKey('2026-a');
const fresh = generateKey('2027-a');
const before = parseKeyring(`${old},${index}`);
const after = parseKeyring(`${fresh},${index},${old}`);
const text = fc.string({ unit: 'binary' });

describe('seal and open', () => {
  it('give back every text, never the same twice, and hide it', () => {
    fc.assert(
      fc.property(text, text, (value, context) => {
        const sealed = seal(before, value, context);
        expect(open(before, sealed, context)).toBe(value);
        expect(seal(before, value, context)).not.toBe(sealed);
        expect(isSealed(sealed)).toBe(true);
        expect(sealed).toMatch(/^v1\.2026-a\.[A-Za-z0-9_-]+$/);
      }),
    );
    expect(seal(before, 'jan@borne.example', 'x')).not.toContain('jan');
  });

  it('refuse another context', () => {
    const sealed = seal(before, 'Jan', 'contactpersoon.naam.1');
    for (const context of ['contactpersoon.naam.2', 'contactpersoon.naam.', '', 'contactpersoon.naam.1 '])
      expect(() => open(before, sealed, context)).toThrow('changed');
  });

  it('refuse a change of any character', () => {
    const sealed = seal(before, 'Jan Jansen', 'plaats');
    for (let at = 0; at < sealed.length; at += 1)
      for (const other of ['A', 'b', '7', '-', '.', '=', '']) {
        const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
        if (changed !== sealed) expect(() => open(before, changed, 'plaats')).toThrow();
      }
    expect(() => open(before, `${sealed}A`, 'plaats')).toThrow();
    expect(() => open(before, `${sealed}\n`, 'plaats')).toThrow();
  });

  it('refuse a change of the last character that decodes to the same bytes', () => {
    // 12 + 3 + 16 bytes is 31: the last character has four bits that mean nothing.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const sealed = seal(before, 'Jan', 'plaats');
    const last = alphabet.indexOf(sealed.at(-1) ?? '');
    const twin = sealed.slice(0, -1) + (alphabet[last ^ 1] ?? '');
    const bytesOf = (value: string): Buffer => Buffer.from(value.split('.')[2] ?? '', 'base64url');
    expect(bytesOf(twin)).toEqual(bytesOf(sealed));
    expect(() => open(before, twin, 'plaats')).toThrow('not sealed');
  });

  it('know what is sealed', () => {
    for (const value of ['', 'jan@borne.example', 'v1.', 'v1.a.b', 'v2.2026-a.' + 'A'.repeat(60)])
      expect(isSealed(value)).toBe(false);
    expect(() => open(before, 'jan@borne.example', 'plaats')).toThrow('not sealed');
  });
});

describe('sealBytes and openBytes', () => {
  it('give back every byte and name the key', () => {
    fc.assert(
      fc.property(fc.uint8Array(), text, (bytes, context) => {
        const sealed = sealBytes(before, bytes, context);
        expect(sealed.keyId).toBe('2026-a');
        expect([...openBytes(before, sealed, context)]).toEqual([...bytes]);
      }),
    );
  });

  it('refuse a change of any byte, a shorter one and another context', () => {
    const { keyId, bytes } = sealBytes(before, Buffer.from('Jan'), 'plaats');
    for (const at of bytes.keys()) {
      const changed = Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte));
      expect(() => openBytes(before, { keyId, bytes: changed }, 'plaats')).toThrow('changed');
    }
    for (const length of [0, 12, 27, bytes.length - 1])
      expect(() => openBytes(before, { keyId, bytes: bytes.subarray(0, length) }, 'plaats')).toThrow();
    expect(() => openBytes(before, { keyId, bytes }, 'elders')).toThrow('changed');
  });

  it('use another key than columns do', () => {
    const { bytes } = sealBytes(before, Buffer.from('Jan Jansen uit Borne'), 'plaats');
    const asColumn = `v1.2026-a.${Buffer.from(bytes).toString('base64url')}`;
    expect(() => open(before, asColumn, 'plaats')).toThrow('changed');
  });
});

describe('rotation', () => {
  it('seals with the first key and opens with each', () => {
    const sealed = seal(before, 'Jan', 'plaats');
    const bytes = sealBytes(before, Buffer.from('Jan'), 'plaats');
    expect(after).toMatchObject({ currentId: '2027-a', ids: ['2027-a', '2026-a'] });
    expect(open(after, sealed, 'plaats')).toBe('Jan');
    expect(Buffer.from(openBytes(after, bytes, 'plaats')).toString()).toBe('Jan');
    expect(isSealedWithCurrent(before, sealed)).toBe(true);
    expect(isSealedWithCurrent(after, sealed)).toBe(false);
    const again = seal(after, 'Jan', 'plaats');
    expect(isSealedWithCurrent(after, again)).toBe(true);
    expect(() => open(before, again, 'plaats')).toThrow('no key "2027-a"');
    expect(() => openBytes(before, sealBytes(after, Buffer.from('Jan'), 'plaats'), 'plaats')).toThrow(
      'no key "2027-a"',
    );
  });

  it('refuses another key under the same name', () => {
    const other = parseKeyring(`${generateKey('2026-a')},${index}`);
    expect(() => open(other, seal(before, 'Jan', 'plaats'), 'plaats')).toThrow('changed');
  });

  it('leaves the blind index as it was', () => {
    const known = blindIndex(before, 'jan@borne.example', 'contactpersoon.email');
    expect(known).toHaveLength(32);
    expect(blindIndex(after, 'jan@borne.example', 'contactpersoon.email')).toEqual(known);
    const otherIndex = parseKeyring(`${old},${generateKey('index')}`);
    for (const different of [
      blindIndex(before, 'jan@borne.example', 'medewerker.email'),
      blindIndex(before, 'Jan@borne.example', 'contactpersoon.email'),
      blindIndex(before, 'ljan@borne.example', 'contactpersoon.emai'),
      blindIndex(otherIndex, 'jan@borne.example', 'contactpersoon.email'),
    ])
      expect(different).not.toEqual(known);
  });
});

describe('a keyring', () => {
  it('shows no key when it is printed', () => {
    const secret = old.split(':')[1] ?? '';
    for (const shown of [JSON.stringify(before), inspect(before, { depth: 9, showHidden: true })]) {
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain(Buffer.from(secret, 'base64url').toString('hex').slice(0, 8));
    }
  });

  it.each([
    ['nothing', '', 'Sleutel 1 heeft geen goede naam'],
    ['an empty entry', `${index},`, 'Sleutel 2 heeft geen goede naam'],
    ['a key alone', 'a'.repeat(43), 'Sleutel 1 heeft geen goede naam'],
    ['a name of two words', `twee woorden:${'a'.repeat(43)}`, 'Sleutel 1 heeft geen goede naam'],
    ['a short key', `a:kort,${index}`, 'Sleutel 1 ("a") is niet goed'],
    ['a key of 31 bytes', `a:${'a'.repeat(42)}`, 'Sleutel 1 ("a") is niet goed'],
    // 43 characters hold two bits too many: these must be zero.
    ['a key with bits too many', `a:${'a'.repeat(42)}B`, 'Sleutel 1 ("a") is niet goed'],
    ['no key for the index', old, '"index" ontbreekt'],
    ['the key of the index alone', index, 'geen sleutel om mee te versleutelen'],
    ['a name twice', `${old},${index},${generateKey('2026-a')}`, '"2026-a" staat er twee keer in'],
    ['a key twice', `${old},b:${old.split(':')[1] ?? ''},${index}`, '"2026-a" en "b" zijn dezelfde'],
    [
      'an index with the key of the rest',
      `${old},index:${old.split(':')[1] ?? ''}`,
      '"2026-a" en "index" zijn dezelfde',
    ],
  ])('refuses %s', (_, bad, sentence) => {
    expect(() => parseKeyring(bad)).toThrow(sentence);
  });

  it('never shows a key in a refusal', () => {
    const secret = old.split(':')[1] ?? '';
    for (const bad of [
      secret,
      `a b:${secret}`,
      `a:${secret}x`,
      `${secret}:a`,
      `a:${secret},b:${secret}`,
      `a:${secret}`,
    ]) {
      const refusal = (): unknown => {
        try {
          return parseKeyring(bad);
        } catch (error) {
          return error;
        }
      };
      expect(refusal()).toBeInstanceOf(Error);
      expect(String(refusal())).not.toContain(secret);
    }
  });

  it('refuses a name that it could not read back, and one made elsewhere', () => {
    expect(() => generateKey('a,b')).toThrow('naam');
    expect(() => seal({ currentId: 'a', ids: ['a'] }, 'x', 'y')).toThrow('parseKeyring');
  });

  it('ignores white space around entries, as in a file', () => {
    expect(parseKeyring(` ${fresh},\n${old},\n${index}\n`)).toMatchObject({ ids: ['2027-a', '2026-a'] });
  });
});
