import { ALS_SYSTEEM } from '../systeem.functie.js';

/** Tables with rows of a traject, and what becomes of such a row when its traject goes. */
const VAN_TRAJECT = [
  ['contactpersoon', 'ON DELETE CASCADE'],
  ['invoer', ''],
  ['stap', ''],
  ['taak', ''],
  ['check_in', ''],
] as const;

/**
 * Each row of a traject knows its cohort too, so that a row rule looks at the row alone: looking for its traject cost a
 * walk over all trajecten in every query (`npm run bench -- toegang`). The database fills it in, and the foreign key
 * keeps it true.
 */
export const COHORT_VAN_RIJ = `
ALTER TABLE traject ADD UNIQUE (id, cohort_id);
CREATE FUNCTION neem_cohort_over() RETURNS trigger LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  SELECT cohort_id INTO NEW.cohort_id FROM traject WHERE id = NEW.traject_id;
  RETURN NEW;
END $$;
${VAN_TRAJECT.map(
  ([tabel, weg]) => `
ALTER TABLE ${tabel} ADD cohort_id uuid;
UPDATE ${tabel} SET cohort_id = t.cohort_id FROM traject t WHERE t.id = traject_id;
ALTER TABLE ${tabel} ALTER cohort_id SET NOT NULL, DROP CONSTRAINT ${tabel}_traject_id_fkey,
  ADD FOREIGN KEY (traject_id, cohort_id) REFERENCES traject (id, cohort_id) ${weg};
CREATE TRIGGER ${tabel}_cohort BEFORE INSERT ON ${tabel} FOR EACH ROW EXECUTE FUNCTION neem_cohort_over();`,
).join('')}
`;

/** After the function of the trigger is gone, and the triggers with it. */
export const COHORT_VAN_RIJ_WEG = `
${VAN_TRAJECT.map(
  ([tabel, weg]) => `
ALTER TABLE ${tabel} DROP cohort_id, ADD FOREIGN KEY (traject_id) REFERENCES traject (id) ${weg};`,
).join('')}
ALTER TABLE traject DROP CONSTRAINT traject_id_cohort_id_key;
`;
