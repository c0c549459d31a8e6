import type { MijnGegevens } from '../api/types.js';
import { bijzonderheden, handelingInWoorden, onderwerpInWoorden } from '../logboek/logboek.view-model.js';
import { viaNaam } from '../sessies/sessie.view-model.js';
import { momentKort } from '../ui/datum.js';
import { ROL_NAAM } from '../ui/woorden.js';
import { alsWoord } from './inhoud.view-model.js';
import { dag, GEEN, gemeenteVan, moment, nieuwsteEerst, rijen, woord, type GegevensSoort } from './soort.js';

export const sessies = (gegevens: MijnGegevens): GegevensSoort => ({
  id: 'sessies',
  titel: 'Waar u bent aangemeld, en was',
  koppen: ['Apparaat', 'Aangemeld met', 'Rol', 'Begonnen', 'Laatst gebruikt', 'Beëindigd'],
  rijen: rijen(nieuwsteEerst(gegevens.sessies), (sessie) => [
    sessie.apparaat,
    sessie.via === 'oidc' || sessie.via === 'link'
      ? viaNaam({ ...sessie, via: sessie.via })
      : alsWoord(sessie.via),
    woord(ROL_NAAM, sessie.rol),
    momentKort(sessie.begonnenOp),
    momentKort(sessie.gebruiktOp),
    moment(sessie.beeindigdOp),
  ]),
});

export const passkeys = (gegevens: MijnGegevens): GegevensSoort => ({
  id: 'passkeys',
  titel: 'Passkeys',
  uitleg: 'De geheime helft van een passkey staat op uw apparaat. Die hebben wij niet.',
  koppen: ['Passkey', 'Toegevoegd', 'Laatst gebruikt'],
  rijen: rijen(gegevens.passkeys, ({ naam, gemaaktOp, gebruiktOp }) => [
    naam,
    momentKort(gemaaktOp),
    moment(gebruiktOp),
  ]),
});

export const inzagen = (gegevens: MijnGegevens): GegevensSoort => ({
  id: 'inzagen',
  titel: 'Wanneer een beheerder in uw traject mocht kijken',
  koppen: ['Gemeente', 'Vanaf', 'Tot'],
  rijen: rijen(nieuwsteEerst(gegevens.inzagen), ({ trajectId, begintOp, vervaltOp }) => [
    gemeenteVan(gegevens.contactpersonen, trajectId),
    momentKort(begintOp),
    momentKort(vervaltOp),
  ]),
});

export const verzoeken = ({ wissingsverzoeken }: MijnGegevens): GegevensSoort => ({
  id: 'verzoeken',
  titel: 'Verzoeken om te wissen',
  koppen: ['Gevraagd', 'Reden', 'Stand'],
  rijen: rijen(nieuwsteEerst(wissingsverzoeken), ({ gevraagdOp, reden, afgehandeldOp }) => [
    momentKort(gevraagdOp),
    reden === '' ? GEEN : reden,
    afgehandeldOp === null ? 'Ligt bij de beheerder' : `Afgehandeld op ${dag(afgehandeldOp)}`,
  ]),
});

/** What he did, and what others did to his account. */
export const logboek = ({ auditregels }: MijnGegevens): GegevensSoort => ({
  id: 'logboek',
  titel: 'Wat er met uw account is gedaan',
  uitleg: 'Regels in dit logboek veranderen niet. Uw netwerkadres gaat er na 90 dagen uit.',
  koppen: ['Wanneer', 'Wie', 'Wat', 'Waaraan', 'Reden', 'Netwerkadres', 'Bijzonderheden'],
  rijen: nieuwsteEerst(auditregels).map((regel) => ({
    id: String(regel.volgnummer),
    cellen: [
      momentKort(regel.op),
      regel.zelf ? 'U' : 'Iemand anders',
      handelingInWoorden(regel.handeling),
      onderwerpInWoorden(regel.onderwerp),
      regel.reden ?? GEEN,
      regel.adres ?? GEEN,
    ],
    lijst: bijzonderheden(regel),
  })),
});
