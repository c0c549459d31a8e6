import {
  CohortLeider,
  ContactWijziging,
  HoofdcontactKeuze,
  LeiderKeuze,
  NieuwContact,
  TrajectAdviseur,
  TrajectAdviseurKeuze,
  TrajectContact,
  VervangingInvoer,
} from './contactpersoon.js';
import { accountId, adviseur, contact, paar, type Voorbeeld } from './voorbeelden.verhaal.js';

const { naam, email, niveau } = contact;
const vervanging = { vervangerId: contact.id, van: '2027-03-01', tot: '2027-03-12' };

/** Examples about the people around a traject. */
export const CONTACT_VOORBEELDEN: readonly Voorbeeld[] = [
  paar(TrajectContact, contact),
  paar(NieuwContact, { naam, email, niveau }),
  paar(ContactWijziging, { vertrektOp: '2027-04-01' }),
  paar(VervangingInvoer, vervanging),
  paar(HoofdcontactKeuze, { contactpersoonId: contact.id }),
  paar(TrajectAdviseur, { accountId, ...adviseur }),
  paar(TrajectAdviseurKeuze, { accountId }),
  paar(CohortLeider, { accountId, ...adviseur }),
  paar(LeiderKeuze, { accountId }),
];
