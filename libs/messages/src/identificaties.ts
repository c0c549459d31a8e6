/** The one task queue of this product. */
export const TASK_QUEUE = 'maatwerktraject';

/** The workflow types by name, so that callers need no import of workflow code. */
export const TRAJECT_WORKFLOW = 'trajectWorkflow';
export const COHORT_WORKFLOW = 'cohortWorkflow';
export const BEWAAR_WORKFLOW = 'bewaarWorkflow';
export const WEBHOOK_WORKFLOW = 'webhookWorkflow';

/** The schedule that starts it, and the start of the workflow's ID. */
export const BEWAAR_SCHEDULE = 'bewaren';

export const trajectWorkflowId = (trajectId: string): string => `traject/${trajectId}`;
export const webhookWorkflowId = (webhookId: string): string => `webhook/${webhookId}`;
export const cohortWorkflowId = (cohortId: string): string => `cohort/${cohortId}`;

/** How long a finished workflow's history is kept at least; PostgreSQL holds the permanent record. */
export const NAMESPACE_RETENTION_DAGEN = 30;
