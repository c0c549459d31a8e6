import { BEWAARREGELS } from '@maatwerktraject/domain';
import { BEWAAR_SCHEDULE, BEWAAR_WORKFLOW, TASK_QUEUE, type BewaarInvoer } from '@maatwerktraject/messages';
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type ScheduleClient } from '@temporalio/client';

const PLAN = {
  spec: {
    // Every night there is exactly one half past three, also when the clock goes forward or back.
    calendars: [{ hour: 3, minute: 30, comment: 'elke nacht' }],
    timezone: 'Europe/Amsterdam',
  },
  action: {
    type: 'startWorkflow',
    workflowType: BEWAAR_WORKFLOW,
    workflowId: BEWAAR_SCHEDULE,
    taskQueue: TASK_QUEUE,
    args: [{ regels: BEWAARREGELS } satisfies BewaarInvoer],
    staticSummary: 'Wist wat lang genoeg is bewaard',
  },
  // After a stop of the whole system one night is made up for, not each of them.
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' },
} as const;

/** Makes the schedule, or brings it up to date with this version. Whether somebody paused it stays as it is. */
export async function zorgVoorBewaarSchedule(client: ScheduleClient): Promise<void> {
  const nieuw = {
    ...PLAN,
    spec: { ...PLAN.spec, calendars: [...PLAN.spec.calendars] },
    action: { ...PLAN.action, args: [...PLAN.action.args] },
  };
  try {
    await client.create({ scheduleId: BEWAAR_SCHEDULE, ...nieuw });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.getHandle(BEWAAR_SCHEDULE).update(({ state }) => ({ ...nieuw, state }));
  }
}
