import { bestandsnaamUit } from './bestandsnaam.js';

describe('de naam van de export', () => {
  it('is die van de API', () => {
    expect(bestandsnaamUit('attachment; filename="maatwerktraject-twente-2027.zip"')).toBe(
      'maatwerktraject-twente-2027.zip',
    );
  });

  it('is een vaste naam als de API er geen geeft', () => {
    expect(bestandsnaamUit(null)).toBe('maatwerktraject-export.zip');
    expect(bestandsnaamUit('inline')).toBe('maatwerktraject-export.zip');
  });
});
