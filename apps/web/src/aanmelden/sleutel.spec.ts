import { splitsSleutel } from './sleutel.js';

describe('sleutel in het adres', () => {
  it('haalt de sleutel uit het adres en laat de rest staan', () => {
    expect(splitsSleutel('http://localhost:3000/taken/a.b.c.d?sleutel=geheim&x=1#deel')).toEqual({
      sleutel: 'geheim',
      adres: '/taken/a.b.c.d?x=1#deel',
    });
  });

  it('vindt niets als er geen sleutel is', () => {
    expect(splitsSleutel('http://localhost:3000/?sleutel=')).toEqual({ sleutel: null, adres: '/' });
    expect(splitsSleutel('http://localhost:3000/mijn').sleutel).toBeNull();
  });
});
