/** Channel on which a commit tells the worker that somebody waits for a link to log in. */
export const AANMELDLINK_KANAAL = 'aanmeldlink_gevraagd';

/** Channel on which a commit tells the worker that somebody must hear of his account, or of what he manages. */
export const ACCOUNTBERICHT_KANAAL = 'accountbericht_gevraagd';

/** Channel on which a commit tells the worker that somebody is to be invited. */
export const UITNODIGING_KANAAL = 'uitnodiging_klaar';

/** Channel on which a commit tells the worker that the agenda of a cohort has mail. */
export const AGENDABERICHT_KANAAL = 'agendabericht_klaar';

/** Channel on which a commit tells the worker that there may be something to tell other systems. */
export const WEBHOOK_KANAAL = 'webhook_werk';

/** Channel on which a commit tells the postbode that there is mail. */
export const BERICHT_KANAAL = 'bericht_klaar';
