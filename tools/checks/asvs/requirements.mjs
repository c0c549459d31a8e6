/**
 * Which requirements of OWASP ASVS 5.0.0 the table must answer: their numbers at level 1 and at level 2, per chapter. Numbers
 * and levels alone; the text stands at OWASP. Chapters 5, 12, 15 and 17 are left out: see docs/asvs.md.
 */
export const requirements = {
  V1: {
    titel: 'Encoderen en schoonmaken',
    1: '2.1 2.2 2.3 2.4 2.5 3.1 3.2 5.1',
    2: '1.1 1.2 2.6 2.7 2.8 2.9 3.3 3.4 3.5 3.6 3.7 3.8 3.9 3.10 3.11 4.1 4.2 4.3 5.2',
  },
  V2: {
    titel: 'Invoer en regels van het werk',
    1: '1.1 2.1 2.2 3.1',
    2: '1.2 1.3 2.3 3.2 3.3 3.4 4.1',
  },
  V3: {
    titel: 'De website in de browser',
    1: '2.1 2.2 3.1 4.1 4.2 5.1 5.2 5.3',
    2: '3.2 3.3 3.4 4.3 4.4 4.5 4.6 5.4 5.5 7.1 7.2',
  },
  V4: {
    titel: 'API',
    1: '1.1 4.1',
    2: '1.2 1.3 2.1 3.1 3.2 4.2 4.3 4.4',
  },
  V6: {
    titel: 'Aanmelden',
    1: '1.1 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 3.1 3.2 4.1 4.2',
    2: '1.2 1.3 2.9 2.10 2.11 2.12 3.3 3.4 4.3 4.4 5.1 5.2 5.3 5.4 5.5 6.1 6.2 6.3 8.1 8.2 8.3 8.4',
  },
  V7: {
    titel: 'Sessies',
    1: '2.1 2.2 2.3 2.4 4.1 4.2',
    2: '1.1 1.2 1.3 3.1 3.2 4.3 4.4 4.5 5.1 5.2 6.1 6.2',
  },
  V8: {
    titel: 'Wie wat mag',
    1: '1.1 2.1 2.2 3.1',
    2: '1.2 2.3 4.1',
  },
  V9: {
    titel: 'Tokens met inhoud',
    1: '1.1 1.2 1.3 2.1',
    2: '2.2 2.3 2.4',
  },
  V10: {
    titel: 'OAuth en OpenID Connect',
    1: '4.1 4.2 4.3 4.4 4.5',
    2: '1.1 1.2 2.1 2.2 3.1 3.2 3.3 3.4 4.6 4.7 4.8 4.9 4.10 4.11 5.1 5.2 5.3 5.4 5.5 6.1 6.2 7.1 7.2 7.3',
  },
  V11: {
    titel: 'Versleuteling',
    1: '3.1 3.2 4.1',
    2: '1.1 1.2 2.1 2.2 2.3 3.3 4.2 4.3 4.4 5.1 6.1',
  },
  V13: {
    titel: 'Instellingen',
    1: '4.1',
    2: '1.1 2.1 2.2 2.3 2.4 2.5 3.1 3.2 4.2 4.3 4.4 4.5',
  },
  V14: {
    titel: 'Gegevens beschermen',
    1: '2.1 3.1',
    2: '1.1 1.2 2.2 2.3 2.4 3.2 3.3',
  },
  V16: {
    titel: 'Logboeken en fouten',
    1: '',
    2: '1.1 2.1 2.2 2.3 2.4 2.5 3.1 3.2 3.3 3.4 4.1 4.2 4.3 5.1 5.2 5.3',
  },
};
