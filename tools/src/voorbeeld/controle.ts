import {
  berichtnaam,
  eersteVerzendmoment,
  eersteWerkdagVanaf,
  lokaleTijd,
  momentenVanTaak,
  ochtendVan,
  planStap,
  plusDagen,
  plusWerkdagen,
  type Instant,
  type Sjabloon,
} from '@maatwerktraject/domain';
import type { z } from 'zod';
import type { BerichtRegel, CohortPlan } from '@maatwerktraject/contracts';
import type { Traject } from './simulatie.js';

export type Bericht = z.infer<typeof BerichtRegel>;
export type Plan = z.infer<typeof CohortPlan>;
type Stap = Traject['stappen'][number];

const ms = (tijdstip: string | null): Instant => (tijdstip === null ? Infinity : Date.parse(tijdstip));

/** The first werkdag of which 09:00 is not before `vanaf`. */
function eersteOchtend(vanaf: Instant): string {
  const { datum } = lokaleTijd(vanaf);
  return eersteWerkdagVanaf(ochtendVan(datum) >= vanaf ? datum : plusDagen(datum, 1));
}

/** Where the days of a traject differ from what its sjabloon and its approvals ask. */
function verschillenInDagen(traject: Traject, sjabloon: Sjabloon): string[] {
  const fouten: string[] = [];
  let vorige: Instant = -Infinity;
  for (const [index, stap] of traject.stappen.entries()) {
    const vorm = sjabloon.stappen[index];
    if (!vorm) return [`stap ${stap.sleutel} staat niet in het sjabloon`];
    const haalbaar = vorige === -Infinity ? stap.geplandOp : eersteOchtend(vorige);
    const verwacht = stap.geplandOp > haalbaar ? stap.geplandOp : haalbaar;
    if (stap.opentOp !== verwacht)
      fouten.push(`stap ${stap.sleutel} opende ${String(stap.opentOp)}, verwacht ${verwacht}`);
    const plan = planStap(vorm, index + 1, verwacht);
    if (stap.eindigtOp !== plan.eindigtOp)
      fouten.push(`stap ${stap.sleutel} eindigt ${String(stap.eindigtOp)}, verwacht ${plan.eindigtOp}`);
    for (const taak of plan.taken) {
      const echt = stap.taken.find(({ sleutel, uitvoerder }) => `${sleutel}.${uitvoerder}` === taak.sleutel);
      if (echt?.opentOp !== taak.opentOp || echt.vervaltOp !== taak.vervaltOp)
        fouten.push(
          `taak ${taak.sleutel}: ${String(echt?.opentOp)} tot ${String(echt?.vervaltOp)}, verwacht ${taak.opentOp} tot ${taak.vervaltOp}`,
        );
    }
    for (const gesprek of plan.checkIns)
      if (stap.checkIns.find(({ sleutel }) => sleutel === gesprek.sleutel)?.weekVan !== gesprek.weekVan)
        fouten.push(`gesprek ${gesprek.sleutel} hoort in de week van ${gesprek.weekVan}`);
    vorige = ms(stap.goedgekeurdOp);
  }
  return fouten;
}

const alsSleutel = (soort: string, stap: string, onderwerp: string, op: Instant): string =>
  `${soort} ${stap} ${onderwerp} ${new Date(op).toISOString()}`;

/** Each mail that the rules ask for, with its moment, given when people did what they did. */
function verwachteBerichten(traject: Traject, sjabloon: Sjabloon): string[] {
  const einde = ms(traject.stappen.at(-1)?.goedgekeurdOp ?? null);
  const perStap = (stap: Stap): string[] => {
    const taken = stap.taken.flatMap((taak) => {
      const { opentOp, vervaltOp, uitvoerder } = taak;
      if (!opentOp || !vervaltOp) return [];
      const sleutel = `${taak.sleutel}.${uitvoerder}`;
      return momentenVanTaak(
        { sleutel, taak: taak.sleutel, uitvoerder, opentOp, vervaltOp },
        sjabloon.herinneringen,
      )
        .filter(({ op }) => op <= ms(taak.ingediendOp))
        .map(({ soort, op }) => alsSleutel(berichtnaam(soort), stap.sleutel, sleutel, op));
    });
    // The example's adviseur never puts a conversation on record before its week.
    const gesprekken = stap.checkIns
      .filter(({ weekVan }) => ochtendVan(weekVan) <= einde)
      .map(({ sleutel, weekVan }) => alsSleutel('check-in-week', stap.sleutel, sleutel, ochtendVan(weekVan)));
    const eerste = eersteVerzendmoment(ms(stap.ingeleverdOp));
    const later = ochtendVan(plusWerkdagen(lokaleTijd(eerste).datum, sjabloon.akkoordNaWerkdagen));
    const akkoord = [['stap-ingeleverd', eerste] as const, ['akkoord-herinnering', later] as const]
      .filter(([, op]) => op <= ms(stap.goedgekeurdOp))
      .map(([soort, op]) => alsSleutel(soort, stap.sleutel, stap.sleutel, op));
    return [...taken, ...gesprekken, ...akkoord];
  };
  const laatste = traject.stappen.at(-1)?.sleutel ?? '';
  return [
    ...traject.stappen.flatMap(perStap),
    alsSleutel('traject-afgerond', laatste, laatste, eersteVerzendmoment(einde)),
  ];
}

function verschillenInBerichten(
  traject: Traject,
  berichten: readonly Bericht[],
  sjabloon: Sjabloon,
): string[] {
  const telling = new Map<string, number>();
  for (const sleutel of verwachteBerichten(traject, sjabloon))
    telling.set(sleutel, (telling.get(sleutel) ?? 0) - 1);
  for (const { soort, stap, onderwerp, op } of berichten) {
    const sleutel = alsSleutel(soort, stap, onderwerp, Date.parse(op));
    telling.set(sleutel, (telling.get(sleutel) ?? 0) + 1);
  }
  return [...telling]
    .filter(([, aantal]) => aantal !== 0)
    .map(([sleutel, aantal]) => (aantal < 0 ? `mail ontbreekt: ${sleutel}` : `mail te veel: ${sleutel}`));
}

/** Where the days that a traject was planned with differ from the plan that the adviseur saw before the start. */
export function controleerPlan(traject: Traject, plan: Plan): string[] {
  const dagen = (stap: string, sleutel: string, van: string, tot: string): string =>
    `${stap} ${sleutel}: ${van} tot ${tot}`;
  const gezien = new Set(
    plan.stappen.flatMap((stap) => [
      dagen(stap.sleutel, '', stap.opentOp, stap.eindigtOp),
      ...stap.taken.map((taak) =>
        dagen(stap.sleutel, `${taak.sleutel}.${taak.uitvoerder}`, taak.opentOp, taak.vervaltOp),
      ),
    ]),
  );
  const gepland = traject.stappen.flatMap((stap) => [
    dagen(stap.sleutel, '', stap.geplandOp, stap.geplandEindigtOp),
    ...stap.taken.map((taak) =>
      dagen(stap.sleutel, `${taak.sleutel}.${taak.uitvoerder}`, taak.geplandOpenOp, taak.geplandVervaltOp),
    ),
  ]);
  const anders = gepland.filter((regel) => !gezien.has(regel));
  const fouten = anders.map((regel) => `${traject.gemeente.naam}: niet in het plan: ${regel}`);
  if (gepland.length !== gezien.size)
    fouten.push(`${traject.gemeente.naam}: het plan heeft een ander aantal regels`);
  return fouten;
}

/** Every mail has an end: sent, or not sent for a reason that is named. */
function openstaand(berichten: readonly Bericht[]): string[] {
  return berichten
    .filter(
      ({ status, toelichting }) =>
        status !== 'verzonden' && (!['vervallen', 'overgeslagen'].includes(status) || !toelichting),
    )
    .map(({ status, soort, onderwerp }) => `mail ${soort} over ${onderwerp} is ${status}`);
}

/**
 * All that is wrong with one traject that should have ended: not finished, other days than planned, mail missing, double
 * or without an end. Expects one contactpersoon per niveau. Empty when all is well.
 */
export function controleerTraject(
  traject: Traject,
  berichten: readonly Bericht[],
  sjabloon: Sjabloon,
): string[] {
  const fouten: string[] = [];
  if (traject.status !== 'afgerond') fouten.push(`traject is ${traject.status}, niet afgerond`);
  if (!traject.uitkomst) fouten.push('uitkomst ontbreekt');
  if (fouten.length === 0)
    fouten.push(
      ...verschillenInDagen(traject, sjabloon),
      ...verschillenInBerichten(traject, berichten, sjabloon),
      ...openstaand(berichten),
    );
  return fouten.map((fout) => `${traject.gemeente.naam}: ${fout}`);
}

/** Compares what was sent with what the mailbox received, both as Message-IDs with how often. */
export function controleerPostvak(
  verzonden: readonly string[],
  ontvangen: ReadonlyMap<string, number>,
): string[] {
  const fouten = verzonden
    .filter((id) => !ontvangen.has(id))
    .map((id) => `verzonden, maar niet in het postvak: ${id}`);
  for (const [id, aantal] of ontvangen)
    if (aantal > 1) fouten.push(`${String(aantal)} keer in het postvak: ${id}`);
  return fouten;
}
