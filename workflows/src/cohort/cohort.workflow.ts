import {
  cohortVerzoek,
  verzetKlokVerzoek,
  type CohortActivities,
  type CohortInvoer,
  type CohortProjectie,
  type CohortVerzoek,
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
const { projecteerCohort, startTrajecten, startTraject, verspreidKlok, meet } =
  proxyActivities<CohortActivities>({
    startToCloseTimeout: '10 minutes',
    heartbeatTimeout: '60 seconds',
    retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
  });
const { telLopendeTrajecten } = proxyLocalActivities<CohortActivities>({ startToCloseTimeout: '30 seconds' });

const MAX_EVENTS_PER_RUN = 400;

/** Work that is done one piece after another, in the order in which it was decided on. */
class Rij {
  private laatste = Promise.resolve();

  neem(werk: () => Promise<void>): Promise<void> {
    this.laatste = this.laatste.then(werk);
    return this.laatste;
  }

  /** Until all that is in it now has been done. */
  leeg(): Promise<void> {
    return this.laatste;
  }
}

/**
 * A cohort: starts its trajecten, passes on the practice clock, keeps the agenda of its groepssessies and conditions
 * (ADR 0021), and closes once all trajecten have ended. It is not their parent and hears nothing from them; from the last
 * stap on it looks once every werkdag.
 */
export async function cohortWorkflow(invoer: CohortInvoer): Promise<void> {
  const cohort = new CohortProces(invoer);
  let gestart = invoer.voortzetting !== undefined;
  // Numbered before any handler is set: a request can come in with the start itself.
  const start = gestart ? undefined : cohort.feiten(Date.now(), 'adviseur', 'cohort-gestart');
  const rij = new Rij();
  const schrijf = (projectie: CohortProjectie, daarna?: () => Promise<void>): Promise<void> =>
    rij.neem(async () => {
      await condition(() => gestart);
      await projecteerCohort(projectie);
      await daarna?.();
    });
  setHandler(
    verzetKlokVerzoek,
    async (verzoek) => {
      const nieuw = !cohort.isHerhaling(verzoek);
      if (nieuw && cohort.verzet(verzoek, Date.now())) {
        const projectie = cohort.feiten(Date.now(), 'adviseur', 'klok-verzet');
        void schrijf(projectie, () => verspreidKlok(invoer.cohortId, projectie.klok));
      }
      await rij.leeg();
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
  setHandler(
    cohortVerzoek,
    async (verzoek) => {
      const nieuw = !cohort.isHerhaling(verzoek);
      if (nieuw) {
        const { commando } = verzoek;
        const projectie = cohort.voerUit(verzoek, Date.now());
        void schrijf(projectie, async () => {
          if (commando.soort !== 'laat-toe') return;
          const { cohortId, sjabloon } = invoer;
          const { trajectId, startdatum } = commando;
          // The clock of now: it may have been moved while this waited for its turn.
          await startTraject({ trajectId, cohortId, klok: cohort.klok(), sjabloon, startdatum });
        });
      }
      await rij.leeg();
      return { nieuw };
    },
    {
      validator: (verzoek: CohortVerzoek) => {
        const weigering = cohort.controleer(verzoek, Date.now());
        if (weigering) throw ApplicationFailure.nonRetryable(weigering.zin, weigering.code);
      },
    },
  );

  if (start) {
    await projecteerCohort(start);
    setCurrentDetails('Cohort start zijn trajecten');
    const aantal = await startTrajecten(invoer);
    gestart = true;
    setCurrentDetails(`Cohort loopt met ${String(aantal)} trajecten`);
  }
  for (;;) {
    const controleren = await wachtOpMoment(cohort);
    await handelMomentenAf(cohort, invoer.cohortId, schrijf);
    if (controleren && (await isKlaar(cohort, invoer.cohortId))) break;
    if (workflowInfo().historyLength > MAX_EVENTS_PER_RUN) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof cohortWorkflow>(cohort.volgendeInvoer());
    }
  }
  // From here on it takes no requests: nothing is written between this check and the closing.
  cohort.sluit();
  await projecteerCohort(cohort.feiten(Date.now(), 'systeem', 'cohort-geevalueerd', 'cohort-afgesloten'));
  setCurrentDetails('Cohort is geëvalueerd en afgesloten');
}

/** Whether all trajecten have ended, no groepssessie is still to come, and nobody asked for either meanwhile. */
async function isKlaar(cohort: CohortProces, cohortId: string): Promise<boolean> {
  const wijzigingen = cohort.aantalWijzigingen();
  if ((await telLopendeTrajecten(cohortId)) > 0 || cohort.wachtOpSessie(Date.now())) return false;
  await condition(allHandlersFinished);
  return cohort.aantalWijzigingen() === wijzigingen;
}

/** Carries out all that is due on the cohort's own agenda, each at its own domain time and in order. */
async function handelMomentenAf(
  cohort: CohortProces,
  cohortId: string,
  schrijf: (projectie: CohortProjectie) => Promise<void>,
): Promise<void> {
  for (let moment = cohort.vervallenMoment(Date.now()); moment; moment = cohort.vervallenMoment(Date.now())) {
    const voorwaarde = cohort.voorwaardeBij(moment, Date.now());
    const projectie = voorwaarde
      ? cohort.naMeting(moment, voorwaarde, await meet(cohortId, voorwaarde.toets))
      : cohort.handelAf(moment, Date.now());
    if (projectie) await schrijf(projectie);
  }
}

/**
 * Waits until something on the agenda is due, the agenda has changed, or it is time to look whether all trajecten have
 * ended; gives whether that is so. After the clock was moved it may be: then it looks as well.
 */
async function wachtOpMoment(cohort: CohortProces): Promise<boolean> {
  const { versie } = cohort.klok();
  const nu = Date.now();
  const controle = cohort.volgendeControle(nu);
  const agenda = cohort.volgendeAgenda();
  const wekker = Math.min(controle, agenda ?? controle);
  const klokVerzet = (): boolean => cohort.klok().versie !== versie;
  await condition(() => klokVerzet() || cohort.volgendeAgenda() !== agenda, Math.max(1, wekker - nu), {
    summary:
      wekker === controle
        ? 'Volgende controle: zijn alle trajecten klaar?'
        : 'Volgende moment van het cohort',
  });
  return klokVerzet() || Date.now() >= controle;
}
