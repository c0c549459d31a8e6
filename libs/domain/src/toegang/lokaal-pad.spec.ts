import { isLokaalPad, LOKAAL_PAD } from './lokaal-pad.js';

describe('een pagina van deze website', () => {
  it.each([
    '/',
    '/mijn',
    '/mijn?van=mail',
    '/taken/0c9f6f0e-5e86-4f7e-9d3a-1f1f3b1b2c3d.inventariseren.scan.beleid?na=x',
    '/aanmelden/klaar?naar=%2Ftaken%2F1.a.b.c',
    '/cohorten/1/export/v1.2',
    `/${'x'.repeat(LOKAAL_PAD.langst - 1)}`,
  ])('is %s', (pad) => {
    expect(isLokaalPad(pad)).toBe(true);
    // Whatever a browser makes of it, it stays here.
    expect(new URL(pad, 'https://hier.example').origin).toBe('https://hier.example');
  });

  it.each([
    ...['//evil.example', '///evil.example', '/\\evil.example', '\\/evil.example', '\\\\evil.example'],
    ...[
      '/%2f%2fevil.example',
      '/%2F/evil.example',
      '/%2fevil.example',
      '/%5cevil.example',
      '/%5C%5Cevil.example',
    ],
    ...['/\t/evil.example', '/\n/evil.example', '/\r\n/evil.example', '\t//evil.example', ' //evil.example'],
    ...['/%09/evil.example', '/%0a/evil.example', '/%0D%0ASet-Cookie:a', '/%00', '/x%7f', '/%1F/x'],
    ...['/..//evil.example', '/.//evil.example', '/x/..//evil.example', '/x//evil.example', '/x/../..', '/.'],
    ...['/%2e%2e//evil.example', '/%2E/%2fevil.example', '/mijn?naar=//evil.example'],
    ...[
      'https://evil.example',
      'https:evil.example',
      'evil.example',
      'javascript:alert(1)',
      'data:text/html,x',
    ],
    ...['/@evil.example:x', '/x#y', '/x y', '/<script>', '/é', '/\u0000', '/\u2028', '/ｘ', '', 'mijn'],
    `/${'x'.repeat(LOKAAL_PAD.langst)}`,
  ])('is niet %j', (pad) => {
    expect(isLokaalPad(pad)).toBe(false);
  });
});
