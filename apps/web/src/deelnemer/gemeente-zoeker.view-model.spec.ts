import { enigeTreffer } from './gemeente-zoeker.view-model.js';

const borne = { code: 'GM0147', naam: 'Borne', provincie: 'Overijssel', veiligheidsregio: 'Twente' };
const enschede = { ...borne, code: 'GM0153', naam: 'Enschede' };

describe('gemeente zoeken', () => {
  it('kiest vanzelf alleen als er één over is die nog niet meedoet', () => {
    expect(enigeTreffer([borne], new Set())).toBe(borne);
    expect(enigeTreffer([borne], new Set(['GM0147']))).toBeUndefined();
    expect(enigeTreffer([borne, enschede], new Set(['GM0147']))).toBeUndefined();
    expect(enigeTreffer([borne, enschede], new Set())).toBeUndefined();
    expect(enigeTreffer([], new Set())).toBeUndefined();
  });
});
