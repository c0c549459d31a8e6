import { ROLLEN } from '@maatwerktraject/domain';
import { andereRollen, beginVan, rollenVoorPagina } from './rol.view-model.js';

describe('rollen', () => {
  it('beginnen elk op een eigen pagina', () => {
    expect(ROLLEN.map(beginVan)).toEqual(['/cohorten', '/mijn', '/onderzoek', '/beheer']);
  });

  it('zijn te kiezen als men ze heeft, en er niet al in werkt', () => {
    expect(andereRollen({ rol: 'adviseur', rollen: ['adviseur', 'beheerder'] })).toEqual(['beheerder']);
    expect(andereRollen({ rol: 'adviseur', rollen: ['adviseur'] })).toEqual([]);
  });

  it('geven een pagina als die voor zo’n rol is', () => {
    const ik = { rollen: ['adviseur', 'beheerder'] as const };
    expect(rollenVoorPagina({ rollen: [...ik.rollen] }, ['beheerder', 'onderzoeker'])).toEqual(['beheerder']);
    expect(rollenVoorPagina({ rollen: [...ik.rollen] }, ['gemeente'])).toEqual([]);
  });
});
