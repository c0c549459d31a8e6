import { speelMetKills } from '../../tools/src/kills/main.js';
import { Proefstraat } from '../../tools/src/proefstraat/proefstraat.js';

jest.setTimeout(420_000);

let straat: Proefstraat | undefined;

afterAll(async () => {
  await straat?.sluit();
});

test('gegeven een oefencohort, als twintig keer op willekeurige momenten iets hard stopt, dan gaat geen mail en geen opdracht verloren of dubbel', async () => {
  straat = await Proefstraat.open({ naam: 'e2e-kills', mailMs: 5 });
  const { doden, toegezegd, mail, fouten } = await speelMetKills(straat, {
    kills: 20,
    seed: 5,
    gemeenten: 3,
  });
  expect(fouten).toEqual([]);
  expect(Object.values(doden).reduce((samen, aantal) => samen + aantal, 0)).toBe(20);
  // Every taak of three gemeenten, and every approval.
  expect(toegezegd).toBeGreaterThan(3 * (22 + 5));
  expect(mail.verzonden).toBeGreaterThan(60);
});
