import { isDezeComputer, rolVan } from './sleutels.js';

const sleutels = { adviseur: 'a'.repeat(20), gemeente: 'g'.repeat(20), onderzoeker: 'o'.repeat(20) };

describe('ontwikkelsleutels', () => {
  it('belong to one role', () => {
    expect(rolVan(sleutels.gemeente, sleutels)).toBe('gemeente');
    expect(rolVan(sleutels.onderzoeker, sleutels)).toBe('onderzoeker');
    expect(rolVan('g'.repeat(19), sleutels)).toBeUndefined();
    expect(rolVan('', sleutels)).toBeUndefined();
  });

  it.each([
    ['localhost:3000', true],
    ['127.0.0.1', true],
    ['[::1]:3000', true],
    ['localhost.example:3000', false],
    ['maatwerktraject.example', false],
    ['127.0.0.1.example', false],
    [undefined, false],
  ])('are given to host %s: %s', (host, expected) => {
    expect(isDezeComputer(host)).toBe(expected);
  });
});
