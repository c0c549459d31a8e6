import { escapeHtml, linkify } from './postvak.html.js';

describe('escapeHtml', () => {
  it('leaves nothing that HTML would read', () => {
    expect(escapeHtml(`<b a="1" c='2'>&</b>`)).not.toMatch(/[<>"']|&(?!#)/);
  });
});

describe('linkify', () => {
  it('links an address and leaves the full stop after it alone', () => {
    expect(linkify('Ga naar https://mt.example/t/1?s=a&b=2. Dank!')).toBe(
      'Ga naar <a href="https://mt.example/t/1?s=a&#38;b=2" target="_blank" rel="noopener noreferrer">https://mt.example/t/1?s=a&#38;b=2</a>. Dank!',
    );
  });

  it('links http and https only', () => {
    expect(linkify('javascript:alert(1) <script>')).toBe('javascript:alert(1) &#60;script&#62;');
  });
});
