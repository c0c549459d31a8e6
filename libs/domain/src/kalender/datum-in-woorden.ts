import { weekdag, type Datum } from './datum.js';

const DAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const MAANDEN = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** For example `dinsdag 2 februari 2027`. Not by `Intl`: the words must not depend on the machine. */
export function datumInWoorden(datum: Datum): string {
  const [jaar, maand, dag] = datum.split('-').map(Number);
  return `${DAGEN[weekdag(datum) - 1] ?? ''} ${String(dag)} ${MAANDEN[(maand ?? 1) - 1] ?? ''} ${String(jaar)}`;
}
