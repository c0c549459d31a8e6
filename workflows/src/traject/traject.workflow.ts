import {
  klokVerzet,
  trajectVerzoek,
  type TrajectActivities,
  type TrajectInvoer,
  type TrajectVerzoek,
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
import { TrajectProces } from './traject.proces.js';

const poging = {
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
} as const;

/** For what time brings: the same again if the workflow task is tried again. Cheaper by half (ADR 0008). */
const meteen = proxyLocalActivities<TrajectActivities>(poging);

/** For what a person asked: scheduling it ends the workflow task, so the request is in history before it is written. */
const naVastleggen = proxyActivities<TrajectActivities>(poging);

/** How long a traject that was started again waits for who wanted that. */
const WACHT_OP_HEROPENEN = '1 minute';

/** A run that for whatever reason has grown this long is continued, also half-way a stap. */
const MAX_EVENTS_PER_RUN = 450;

/**
 * One gemeente through the stappen of its sjabloon. A run lasts one stap: after the adviseur's approval the next run
 * takes over with all state in its input, and there new code may begin.
 */
export async function trajectWorkflow(invoer: TrajectInvoer): Promise<void> {
  const traject = new TrajectProces(invoer);
  setHandler(klokVerzet, (klok) => {
    traject.verzetKlok(klok);
  });
  setHandler(
    trajectVerzoek,
    async (verzoek) => {
      const nieuw = !traject.isHerhaling(verzoek);
      if (nieuw) traject.voerUit(verzoek, Date.now());
      const volgnummer = traject.laatsteVolgnummer();
      await condition(() => traject.geschrevenTot() >= volgnummer);
      return { nieuw };
    },
    {
      validator: (verzoek: TrajectVerzoek) => {
        const weigering = traject.controleer(verzoek, Date.now());
        if (weigering) throw ApplicationFailure.nonRetryable(weigering.zin, weigering.code);
      },
    },
  );

  traject.begin(Date.now());
  // Known once the first stap is planned; a run that continues is already in its stap.
  const eersteStap = traject.stapVolgnummer();
  if (invoer.heropend) await condition(() => traject.heeftWachtrij(), WACHT_OP_HEROPENEN);
  for (;;) {
    traject.verstrijk(Date.now());
    await schrijfWeg(traject);
    if (traject.heeftWachtrij()) continue;
    if (traject.isVoorbij() || traject.stapVolgnummer() !== eersteStap || isLang()) {
      await condition(allHandlersFinished);
      if (traject.heeftWachtrij()) continue;
      if (traject.isVoorbij()) return;
      await continueAsNew<typeof trajectWorkflow>(traject.volgendeInvoer());
    }
    await wachtOpVolgende(traject);
  }
}

function isLang(): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || historyLength > MAX_EVENTS_PER_RUN;
}

/** Writes down what was decided, in order, one transaction at a time. */
async function schrijfWeg(traject: TrajectProces): Promise<void> {
  if (!traject.heeftWachtrij()) return;
  // Both taken at once: what a request adds during the write is not in history yet, and goes with the next one.
  const projectie = traject.projectie();
  const { projecteerTraject } = traject.vraagtVastleggen() ? naVastleggen : meteen;
  await projecteerTraject(projectie);
  traject.geschreven(projectie);
  setCurrentDetails(traject.omschrijving());
}

/** Waits until the next moment is due, a request has come in, or the clock was moved. */
async function wachtOpVolgende(traject: TrajectProces): Promise<void> {
  const klokVersie = traject.klokVersie();
  const gewekt = (): boolean => traject.heeftWachtrij() || traject.klokVersie() !== klokVersie;
  const wekker = traject.volgendeWekker();
  if (wekker === undefined) await condition(gewekt);
  else
    await condition(gewekt, Math.max(1, wekker - Date.now()), {
      summary: `Volgende: ${traject.volgendeSoort()}`,
    });
}
