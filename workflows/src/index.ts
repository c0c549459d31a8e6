export { trajectWorkflow } from './traject/traject.workflow.js';
export { cohortWorkflow } from './cohort/cohort.workflow.js';
export { bewaarWorkflow } from './bewaren/bewaren.workflow.js';
export { webhookWorkflow } from './webhook/webhook.workflow.js';
