import type { MatrixRij } from './toegang-vormen.js';

const TRAJECT = '/trajecten/{trajectId}';
const REDEN = 'gezien bij de ontvanger';
const LEZEN = {
  recht: 'logboek.lezen',
  eigen: [200, 403, 403, 403, 403, 403, 403, 200, 403, 401],
  ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
} as const;

/** Mail that did not simply arrive. */
export const BEZORGING: readonly MatrixRij[] = [
  { route: `GET ${TRAJECT}/berichten/{berichtId}`, ...LEZEN },
  { route: `GET ${TRAJECT}/adresproblemen`, ...LEZEN },
  {
    ...LEZEN,
    route: `POST ${TRAJECT}/berichten/{berichtId}/besluit`,
    recht: 'trajecten.begeleiden',
    inhoud: { besluit: 'aangekomen', reden: REDEN },
  },
  {
    ...LEZEN,
    route: `POST ${TRAJECT}/adresproblemen/{adresprobleemId}/oplossing`,
    recht: 'trajecten.begeleiden',
    inhoud: { reden: REDEN },
    // It is solved already: who may solve it, is told so.
    eigen: [409, 403, 403, 403, 403, 403, 403, 409, 403, 401],
  },
  // Of a mail server alone; this is no report of one.
  {
    route: 'POST /retourmeldingen',
    recht: 'retourmeldingen.melden',
    csv: 'Subject: hallo\r\n\r\nGeen melding',
    kop: { 'Content-Type': 'message/rfc822' },
    eigen: [403, 403, 403, 403, 403, 403, 403, 422, 403, 401],
  },
];
