import type { LaunchPlan } from './launch-plan.js';

/** What runs where, in Dutch, for the terminal. `databaseLocation`: the folder of the embedded database, if any. */
export const summary = (plan: LaunchPlan, databaseLocation: string | undefined): string => {
  const { urls, practice, config } = plan;
  const row = (label: string, value: string | null): string[] =>
    value === null ? [] : [`  ${label.padEnd(18)} ${value}`];
  const outside = databaseLocation !== undefined && !databaseLocation.startsWith(config.dataDir);
  return [
    '',
    'Het Maatwerktraject draait.',
    '',
    ...row('Website', urls.web),
    ...row('Postvak', urls.mailbox),
    ...row('Temporal', urls.temporalUi),
    ...row('API-documentatie', urls.apiDocs),
    '',
    ...(practice
      ? [
          'Proberen? Ga naar de website en kies "Aanmelden". Daar kiest u wie u bent: adviseur, onderzoeker of beheerder.',
          'Een gemeente meldt zich aan met een link per mail. Alle mail staat in het postvak.',
        ]
      : [
          ...(plan.oidc === undefined
            ? ['Medewerkers kunnen zich nog niet aanmelden: stel OIDC_ISSUER in. Zie docs/beheer.md.']
            : []),
          'De eerste beheerder maakt u zo: npm run beheer -- eerste-beheerder naam@organisatie.nl "Voornaam Achternaam"',
        ]),
    '',
    ...row('Gegevens', config.dataDir),
    ...(outside
      ? row(
          'Database',
          `${databaseLocation} (de database draait niet als root en kan niet in de map Gegevens)`,
        )
      : []),
    ...row('Logboeken', plan.logDir),
    '',
    'Stoppen: Ctrl-C.',
    '',
  ].join('\n');
};
