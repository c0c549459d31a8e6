// Shows that the secret scan finds each kind, that examples pass, and that a comment does not silence it.
import { finish } from './lib.mjs';
import { findSecrets } from './secrets.rules.mjs';

// Put together from halves, so that the scan does not find these in this file.
const word = (...parts) => parts.join('');
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const hex = '0123456789abcdef'.repeat(4);
const base64 = word('MDEyMzQ1Njc4OWFiY2RlZjAx', 'MjM0NTY3ODlhYmNkZWY=');
const pem = (name, start = 'MI') =>
  `-----BEGIN ${name}-----\n${start}${`${letters}${letters}\n`.repeat(12)}-----END ${name}-----`;
const github = word('gh', `p_${letters}`);

/** [kind, text that holds one secret] */
const found = [
  ['JWT', word('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxMjM0NTY3ODkwIn0.', letters)],
  ['sleutel', word('CODEC_KEYS=', base64)],
  ['sleutel', word('CODEC_KEYS=2027-a:', base64)],
  ['sleutel', word('SESSION_SECRET: ', hex)],
  ['sleutel', word("const wachtwoord = '", hex.slice(0, 48), "';")],
  ['toegekende waarde', word("const token = '", "a1b2c3d4e5f6g7h8i9';")],
  ['toegekende waarde', word('{"password": "', 'Zomer2027!Twente"}')],
  ['toegekende waarde', word("const token = '", "3f2b8a6c-1d4e-4f5a-9b7c-0a1b2c3d4e5f';")],
  ['wachtwoord in een adres', word('smtp://post:', 'hunter22@mail.example:587')],
  ['wachtwoord in een adres', word('https://iemand:', 'hunter22@bron.example/pad')],
  ['database-connection-string', word('postgres://beheer:', 'Xk29dk3lfo@db.example:5432/x')],
  ['privatekey', pem(word('PRIVATE', ' KEY'))],
  ['privatekey', pem(word('OPENSSH PRIVATE', ' KEY'), 'b3BlbnNzaC1rZXktdjE')],
  ['PEM-sleutel', word('-----BEGIN PRIVATE', ' KEY-----\nMC4CAQAwBQYDK2VwBCIE', letters)],
  ['PEM-sleutel', word('{"k": "-----BEGIN EC PRIVATE', ` KEY-----\\nMC4CAQ${letters}"}`)],
  ['aws', word('AWS_SECRET_ACCESS_KEY=', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYabcdefghij')],
  ['npm', word('//bron.example/:_authToken=', `npm_${letters}`)],
  ['github', github],
  ['github', `// secretlint-disable-next-line\n${github}`],
  ['slack', word('xo', 'xb-123456789012-1234567890123-abcdefghijklmnopqrstuvwx')],
];

/** What must pass: examples, names, hashes and settings without a value. */
const fine = [
  'DATABASE_URL=postgres://gebruiker:wachtwoord@localhost:5432/maatwerktraject',
  'SMTP_URL=smtp://gebruiker:wachtwoord@mail.example:587',
  'const adres = `postgres://iemand:geheim@127.0.0.1:${poort}/weg`;',
  'const adres = `postgres://${user}:${password}@127.0.0.1:${port}/db`;',
  'POSTGRES_PASSWORD=',
  'POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?zet dit in .env}',
  "sjabloon: { sleutel: 'maatwerktraject', versie: 1 }",
  "sleutel: 'voortgangsgesprek_1'",
  `"integrity": "sha512-${'A'.repeat(86)}=="`,
  "const token = 'een-geheim-van-ten-minste-32-tekens';",
  "const token = randomBytes(32).toString('base64url');",
];

const faults = [];
for (const [kind, text] of found) {
  const kinds = (await findSecrets('src/proef.ts', text)).map((one) => one.kind);
  if (!kinds.includes(kind)) {
    faults.push(`Een geheim van de soort ${kind} wordt niet gevonden (wel: ${kinds.join() || 'niets'}).`);
  }
}
for (const text of fine) {
  const kinds = (await findSecrets('src/proef.ts', text)).map((one) => one.kind);
  if (kinds.length > 0) faults.push(`Dit is geen geheim, maar wordt wel gemeld (${kinds.join()}): ${text}`);
}
finish(faults, `${found.length} geheimen gevonden, ${fine.length} voorbeelden toegestaan`);
