import type { LaunchPlan } from './launch-plan.js';

/** What runs where, in Dutch, for the terminal. `databaseLocation`: the folder of the embedded database, if any. */
export const summary = (plan: LaunchPlan, databaseLocation: string | undefined): string => {
  const { urls, tokens, config } = plan;
  const row = (label: string, value: string | null): string[] =>
    value === null ? [] : [`  ${label.padEnd(18)} ${value}`];
  const link = (role: 'adviseur' | 'gemeente' | 'onderzoeker'): string[] =>
    tokens === null ? [] : row(role, `${urls.web}/?sleutel=${tokens[role]}`);
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
    ...(tokens === null
      ? [
          'Inloggen kan nu nog niet: dat kan alleen als de database, Temporal en de mail niet zelf zijn ingesteld.',
        ]
      : [
          'Inloggen om te proberen, per rol:',
          ...link('adviseur'),
          ...link('gemeente'),
          ...link('onderzoeker'),
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
