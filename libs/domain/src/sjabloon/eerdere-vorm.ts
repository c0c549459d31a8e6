import type { Herinneringsregel, ProcesSjabloon } from './sjabloon.js';

/** How reminders stood in a sjabloon before they were a list of rules. */
interface EerderBeleid {
  readonly voorWerkdagen: number;
  readonly naWerkdagen: number;
  readonly escalatieNaWerkdagen: number;
  readonly akkoordNaWerkdagen: number;
}

type Eerder<S extends ProcesSjabloon> = Omit<
  S,
  'herinneringen' | 'akkoordNaWerkdagen' | 'terugstuurWerkdagen' | 'weekoverzicht' | 'signalen'
> & { readonly herinneringen: EerderBeleid };

function alsRegels(beleid: EerderBeleid): Herinneringsregel[] {
  return [
    { sleutel: 'voor', werkdagen: -beleid.voorWerkdagen, aan: 'uitvoerder' },
    { sleutel: 'op', werkdagen: 0, aan: 'uitvoerder' },
    { sleutel: 'na', werkdagen: beleid.naWerkdagen, aan: 'uitvoerder' },
    { sleutel: 'escalatie', werkdagen: beleid.escalatieNaWerkdagen, aan: 'adviseur' },
  ];
}

const isEerder = <S extends ProcesSjabloon>(sjabloon: S | Eerder<S>): sjabloon is Eerder<S> =>
  !Array.isArray(sjabloon.herinneringen);

/**
 * A sjabloon as it is now, from one that was stored or given to a workflow before reminders became rules: it asks for the
 * same mail on the same days. One of today comes back as it is.
 */
export function inHuidigeVorm<S extends ProcesSjabloon>(sjabloon: S | Eerder<S>): S {
  if (!isEerder(sjabloon)) return sjabloon;
  const { herinneringen, ...rest } = sjabloon;
  return {
    ...rest,
    herinneringen: alsRegels(herinneringen),
    akkoordNaWerkdagen: herinneringen.akkoordNaWerkdagen,
    terugstuurWerkdagen: 5,
    weekoverzicht: null,
    signalen: [],
  } as unknown as S;
}
