import {
  verzetKlokVerzoek,
  type CohortActivities,
  type CohortInvoer,
  type KlokVerzoek,
} from '@maatwerktraject/messages';
import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { CohortProces } from './cohort.proces.js';

// Ordinary activities: they are few, and what they write must be in history first (ADR 0008).
const { projecteerCohort, startTrajecten, verspreidKlok } = proxyActivities<CohortActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '60 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
const { telLopendeTrajecten } = proxyLocalActivities<CohortActivities>({ startToCloseTimeout: '30 seconds' });

const MAX_EVENTS_PER_RUN = 400;

/**
 * A cohort: starts its trajecten, passes on the practice clock, and closes once all trajecten have ended. It is not
 * their parent and hears nothing from them; from the last stap on it looks once every werkdag.
 */
export async function cohortWorkflow(invoer: CohortInvoer): Promise<void> {
  const cohort = new CohortProces(invoer);
  let gestart = invoer.voortzetting !== undefined;
  let aanHetVerzetten = Promise.resolve();
  setHandler(
    verzetKlokVerzoek,
    async (verzoek) => {
      const nieuw = !cohort.isHerhaling(verzoek);
      if (nieuw && cohort.verzet(verzoek, Date.now())) {
        const projectie = cohort.feiten(Date.now(), 'adviseur', 'klok-verzet');
        // One after the other, so that facts are written in the order of their numbers.
        aanHetVerzetten = aanHetVerzetten.then(async () => {
          await condition(() => gestart);
          await projecteerCohort(projectie);
          await verspreidKlok(invoer.cohortId, projectie.klok);
        });
      }
      await aanHetVerzetten;
      return { nieuw };
    },
    {
      validator: (verzoek: KlokVerzoek) => {
        if (cohort.isHerhaling(verzoek)) return;
        if (!cohort.isOefencohort())
          throw ApplicationFailure.nonRetryable(
            'Alleen de klok van een oefencohort kan worden verzet.',
            'geen-oefencohort',
          );
      },
    },
  );

  if (!gestart) {
    await projecteerCohort(cohort.feiten(Date.now(), 'adviseur', 'cohort-gestart'));
    setCurrentDetails('Cohort start zijn trajecten');
    const aantal = await startTrajecten(invoer);
    gestart = true;
    setCurrentDetails(`Cohort loopt met ${String(aantal)} trajecten`);
  }
  for (;;) {
    await wachtOpControle(cohort);
    if ((await telLopendeTrajecten(invoer.cohortId)) === 0) break;
    if (workflowInfo().historyLength > MAX_EVENTS_PER_RUN) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof cohortWorkflow>(cohort.volgendeInvoer());
    }
  }
  await condition(allHandlersFinished);
  await projecteerCohort(cohort.feiten(Date.now(), 'systeem', 'cohort-geevalueerd', 'cohort-afgesloten'));
  setCurrentDetails('Cohort is geëvalueerd en afgesloten');
}

/** Waits until the next look is due, or the clock is moved: then it may be due already. */
async function wachtOpControle(cohort: CohortProces): Promise<void> {
  const { versie } = cohort.klok();
  const wekker = cohort.volgendeControle(Date.now());
  await condition(() => cohort.klok().versie !== versie, wekker - Date.now(), {
    summary: 'Volgende controle: zijn alle trajecten klaar?',
  });
}
