import { openbaar, type MatrixRij, type Rooster } from './toegang-vormen.js';

/** Passkeys are for who logs in with a link: here the contactpersonen. */
const metLink = (status: number): Rooster => [409, status, status, 409, 409, 409, 409, 403, 403, 401];

const PASSKEY = { id: 'AAAA', rawId: 'AAAA', type: 'public-key' };
const GEMAAKT = { ...PASSKEY, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } };
const GETOOND = {
  ...PASSKEY,
  response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
};

/** Of one's own passkeys. The whole way with a device that signs is in passkey/*.integration.spec.ts. */
export const PASSKEYS: readonly MatrixRij[] = [
  // Nobody here has shown a link just now.
  openbaar('POST /aanmelding/passkey/vraag', 410),
  openbaar('POST /aanmelding/passkey', 410, { antwoord: GETOOND }),
  { route: 'GET /ik/passkeys', recht: 'ik', eigen: [200, 200, 200, 200, 200, 200, 200, 403, 403, 401] },
  // An answer to nothing.
  {
    route: 'POST /ik/passkeys',
    recht: 'ik',
    inhoud: { naam: 'Proef', antwoord: GEMAAKT },
    eigen: metLink(410),
  },
  { route: 'POST /ik/passkeys/vraag', recht: 'ik', eigen: metLink(200) },
  {
    route: 'PUT /ik/passkeys/{passkeyId}/naam',
    recht: 'ik',
    inhoud: { naam: 'Nieuwe naam' },
    eigen: metLink(204),
    ander: metLink(404),
  },
  {
    route: 'DELETE /ik/passkeys/{passkeyId}',
    recht: 'ik',
    eigen: metLink(204),
    ander: metLink(404),
  },
];
