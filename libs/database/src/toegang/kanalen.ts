/** Channel on which a commit tells the worker that there may be something to tell other systems. */
export const WEBHOOK_KANAAL = 'webhook_werk';
