import type { MijnGegevens } from '../api/types.js';
import { dagKort } from '../ui/datum.js';
import { ROL_NAAM } from '../ui/woorden.js';
import { alsWoord } from './inhoud.view-model.js';
import { dag, GEEN, rijen, woord, type GegevensSoort } from './soort.js';

function eindeVan({ vervaltOp, ingetrokkenOp }: MijnGegevens['toekenningen'][number]): string {
  if (ingetrokkenOp !== null) return `Ingetrokken op ${dag(ingetrokkenOp)}`;
  return vervaltOp === null ? 'Geldt nu' : `Tot ${dag(vervaltOp)}`;
}

/** What somebody may do here. */
export const rollen = ({ toekenningen }: MijnGegevens): GegevensSoort => ({
  id: 'rollen',
  titel: 'Rollen en toegang',
  koppen: ['Rol', 'Cohort', 'Sinds', 'Stand', 'Namen van gemeenten', 'Reden', 'Hoe u werd genoemd'],
  rijen: rijen(toekenningen, (toekenning) => [
    woord(ROL_NAAM, toekenning.rol),
    toekenning.cohort ?? GEEN,
    dag(toekenning.verleendOp),
    eindeVan(toekenning),
    toekenning.identiteiten ? 'Ja' : GEEN,
    toekenning.reden ?? GEEN,
    toekenning.naam ?? GEEN,
  ]),
});

/** His part in a traject, and what he chose there. The usual choice is not said. */
const watIemandIs = (persoon: MijnGegevens['contactpersonen'][number]): string =>
  [
    alsWoord(persoon.niveau),
    ...(persoon.hoofdcontact ? ['en hoofdcontact'] : []),
    ...(persoon.weekoverzicht ? [] : ['elke taak in een eigen mail']),
    ...(persoon.vervangerVan === null || persoon.vervangerTot === null
      ? []
      : [`vervangen van ${dagKort(persoon.vervangerVan)} tot en met ${dagKort(persoon.vervangerTot)}`]),
    ...(persoon.vertrektOp === null ? [] : [`weg vanaf ${dagKort(persoon.vertrektOp)}`]),
  ].join(', ');

/** Where his name and address stand. */
export const trajecten = ({ contactpersonen, cohorten }: MijnGegevens): GegevensSoort => ({
  id: 'trajecten',
  titel: 'Trajecten en cohorten waar u bij staat',
  koppen: ['Gemeente', 'Cohort', 'Wat u daar bent', 'Naam', 'E-mailadres'],
  rijen: rijen(
    [
      ...contactpersonen.map((persoon) => ({ ...persoon, wat: watIemandIs(persoon) })),
      ...cohorten.map((cohort) => ({ ...cohort, gemeente: GEEN, wat: 'Adviseur in de mail' })),
    ],
    ({ gemeente, cohort, wat, naam, email }) => [gemeente, cohort, wat, naam, email],
  ),
});
