/** SQL: whether the account in this column takes part in oefencohorten and in nothing else; who takes part in nothing does not. */
export const oefentAlleen = (account: string): string => `coalesce((
      SELECT bool_and(c.oefen_dagen_per_seconde IS NOT NULL)
        FROM contactpersoon p JOIN traject t ON t.id = p.traject_id JOIN cohort c ON c.id = t.cohort_id
       WHERE p.account_id = ${account}), false)`;
