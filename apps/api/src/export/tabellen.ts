import {
  BERICHTSOORTEN,
  CHECK_IN_STATUSSEN,
  STAP_STATUSSEN,
  TAAK_STATUSSEN,
  TRAJECT_STATUSSEN,
  UITKOMSTKLASSEN,
  UITVOERDERS,
} from '@maatwerktraject/domain';
import { BERICHT_STATUSSEN } from '@maatwerktraject/contracts';
import { dagSql } from '../cohort/klok.js';
import { kolommenVan, type Kolom, type Tabel } from './kolom.js';
import { dagenTussen, isHerinnering, tellingen } from './tellingen.js';

const NAAR_TRAJECT = { velden: ['traject_id'], tabel: 'trajecten', naar: ['traject_id'] } as const;
const NAAR_STAP = { velden: ['traject_id', 'stap'], tabel: 'stappen', naar: ['traject_id', 'stap'] } as const;

const geteld = (waarvan: string): readonly Kolom[] => {
  const telling = (naam: string, sql: string, omschrijving: string): Kolom => ({
    naam,
    sql,
    omschrijving: `${omschrijving} ${waarvan}.`,
    type: 'integer',
    eenheid: 'aantal',
    verplicht: true,
  });
  return [
    telling('taken_totaal', 'k.taken_totaal', 'Taken'),
    telling('taken_ingediend', 'k.taken_ingediend', 'Ingediende taken'),
    telling('taken_te_laat', 'k.taken_te_laat', 'Taken die na hun laatste dag zijn ingediend,'),
    telling('berichten_verzonden', 'm.berichten', 'Verzonden mails, per ontvanger geteld,'),
    telling('herinneringen_verzonden', 'm.herinneringen', 'Verzonden herinneringen, per ontvanger geteld,'),
    telling('escalaties_verzonden', 'm.escalaties', 'Mails aan de adviseur over een taak die te laat bleef,'),
    telling('check_ins_gehouden', 'g.gesprekken', 'Gehouden gesprekken'),
  ];
};

const t = kolommenVan('t');
const TRAJECTEN: Tabel = {
  naam: 'trajecten',
  titel: 'Trajecten',
  omschrijving: 'Eén rij per traject: een gemeente in een cohort.',
  sleutel: ['traject_id'],
  verwijzingen: [],
  kolommen: [
    t('traject_id', 'string', 'Kenmerk van het traject, alleen voor onderzoek.', {
      sql: 't.pseudoniem',
      verplicht: true,
    }),
    t('cohort_id', 'string', 'Kenmerk van het cohort.', { verplicht: true }),
    t('cohort_naam', 'string', 'Naam van het cohort.', { sql: 'c.naam', verplicht: true, vrijeTekst: true }),
    t('oefencohort', 'boolean', 'Of dit een oefening is. Dan zijn de tijden van de oefenklok.', {
      sql: 'c.oefen_dagen_per_seconde IS NOT NULL',
      verplicht: true,
    }),
    t('sjabloon', 'string', 'Sleutel van het sjabloon.', { sql: 'c.sjabloon_sleutel', verplicht: true }),
    t('sjabloon_versie', 'integer', 'Versie van het sjabloon waar het traject nu op is.', {
      sql: 'coalesce(t.sjabloon_versie, c.sjabloon_versie)',
      verplicht: true,
    }),
    t('gemeentecode', 'string', 'Code van de gemeente volgens het CBS. Leeg zonder recht op namen.', {
      sql: 'g0.code',
    }),
    t('gemeente', 'string', 'Naam van de gemeente. Leeg zonder recht op namen.', { sql: 'g0.naam' }),
    t('provincie', 'string', 'Provincie van de gemeente.', { sql: 'g0.provincie', verplicht: true }),
    t('veiligheidsregio', 'string', 'Veiligheidsregio van de gemeente.', {
      sql: 'g0.veiligheidsregio',
      verplicht: true,
    }),
    t('status', 'string', 'Hoe het met het traject staat.', { waarden: TRAJECT_STATUSSEN, verplicht: true }),
    t('startdatum', 'date', 'Dag waarop het cohort begint.', { sql: 'c.startdatum', verplicht: true }),
    t('gepland_einde', 'date', 'Laatste dag van de laatste stap volgens het plan.', {
      sql: 's0.gepland_einde',
    }),
    t('afgerond_op', 'datetime', 'Moment waarop het traject is afgerond.'),
    t('uitkomst', 'string', 'Uitkomst van het traject.', { waarden: UITKOMSTKLASSEN }),
    t('stappen_afgerond', 'integer', 'Stappen die zijn goedgekeurd.', {
      sql: 's0.afgerond',
      eenheid: 'aantal',
      verplicht: true,
    }),
    ...geteld('in het traject'),
  ],
  bron: `FROM traject t JOIN cohort c ON c.id = t.cohort_id CROSS JOIN LATERAL gemeente_bij(t.id) AS g0
  CROSS JOIN LATERAL (
    SELECT max(s.gepland_eindigt_op) AS gepland_einde, count(*) FILTER (WHERE s.status = 'afgerond') AS afgerond
      FROM stap s WHERE s.traject_id = t.id) s0
  ${tellingen('t.id')}
  WHERE t.cohort_id = $1`,
  volgorde: 't.pseudoniem',
};

const s = kolommenVan('s');
const STAPPEN: Tabel = {
  naam: 'stappen',
  titel: 'Stappen',
  omschrijving: 'Eén rij per traject en stap, ook voor stappen die nog moeten beginnen.',
  sleutel: ['traject_id', 'stap'],
  verwijzingen: [NAAR_TRAJECT],
  kolommen: [
    s('traject_id', 'string', 'Kenmerk van het traject.', { sql: 't.pseudoniem', verplicht: true }),
    s('stap', 'string', 'Sleutel van de stap.', { sql: 's.sleutel', verplicht: true }),
    s('volgnummer', 'integer', 'De hoeveelste stap dit is, vanaf 1.', { verplicht: true }),
    s('sjabloon_versie', 'integer', 'Versie van het sjabloon waarmee deze stap gaat of ging.', {
      sql: 'coalesce(s.sjabloon_versie, t.sjabloon_versie, c.sjabloon_versie)',
      verplicht: true,
    }),
    s('status', 'string', 'Hoe het met de stap staat.', { waarden: STAP_STATUSSEN, verplicht: true }),
    s('gepland_op', 'date', 'Dag waarop de stap volgens het plan begint.', { verplicht: true }),
    s('gepland_eindigt_op', 'date', 'Laatste dag van de stap volgens het plan.', { verplicht: true }),
    s('opent_op', 'date', 'Dag waarop de stap echt begint.'),
    s('eindigt_op', 'date', 'Laatste dag van het venster, gerekend vanaf het echte begin.'),
    s('geopend_op', 'datetime', 'Moment waarop de stap is geopend.'),
    s('ingeleverd_op', 'datetime', 'Moment waarop de laatste taak is ingediend.'),
    s('goedgekeurd_op', 'datetime', 'Moment waarop de adviseur de stap heeft goedgekeurd.'),
    s('dagen_tot_ingeleverd', 'number', 'Tijd van openen tot de laatste taak.', {
      sql: dagenTussen('s.geopend_op', 's.ingeleverd_op'),
      eenheid: 'dagen',
    }),
    s('dagen_tot_goedgekeurd', 'number', 'Tijd van openen tot de goedkeuring.', {
      sql: dagenTussen('s.geopend_op', 's.goedgekeurd_op'),
      eenheid: 'dagen',
    }),
    s(
      'dagen_na_plan',
      'integer',
      'Dagen van het geplande einde tot de goedkeuring. Onder nul: eerder klaar.',
      {
        sql: `${dagSql('s.goedgekeurd_op')} - s.gepland_eindigt_op`,
        eenheid: 'dagen',
      },
    ),
    s('te_laat', 'boolean', 'Of de stap na de laatste dag van het plan is goedgekeurd.', {
      sql: `${dagSql('s.goedgekeurd_op')} > s.gepland_eindigt_op`,
    }),
    ...geteld('in de stap'),
  ],
  bron: `FROM traject t JOIN cohort c ON c.id = t.cohort_id JOIN stap s ON s.traject_id = t.id
  ${tellingen('t.id', 's.sleutel')} WHERE t.cohort_id = $1`,
  volgorde: 't.pseudoniem, s.volgnummer',
};

const ta = kolommenVan('ta');
const TAKEN: Tabel = {
  naam: 'taken',
  titel: 'Taken',
  omschrijving: 'Eén rij per taak en uitvoerder.',
  sleutel: ['taak_id'],
  verwijzingen: [NAAR_TRAJECT, NAAR_STAP],
  kolommen: [
    ta('taak_id', 'string', 'Kenmerk van de taak.', {
      sql: `concat_ws('.', t.pseudoniem, ta.stap, ta.taak, ta.uitvoerder)`,
      verplicht: true,
    }),
    ta('traject_id', 'string', 'Kenmerk van het traject.', { sql: 't.pseudoniem', verplicht: true }),
    ta('stap', 'string', 'Sleutel van de stap.', { verplicht: true }),
    ta('taak', 'string', 'Sleutel van de taak in het sjabloon.', { verplicht: true }),
    ta('uitvoerder', 'string', 'Wie de taak doet.', { waarden: UITVOERDERS, verplicht: true }),
    ta('status', 'string', 'Hoe het met de taak staat.', { waarden: TAAK_STATUSSEN, verplicht: true }),
    ta('gepland_open_op', 'date', 'Dag waarop de taak volgens het plan opengaat.', { verplicht: true }),
    ta('gepland_vervalt_op', 'date', 'Laatste dag voor de taak volgens het plan.', { verplicht: true }),
    ta('opent_op', 'date', 'Dag waarop de taak echt opengaat.'),
    ta('vervalt_op', 'date', 'Laatste dag voor de taak, gerekend vanaf het echte begin van de stap.'),
    ta('geopend_op', 'datetime', 'Moment waarop de taak is geopend.'),
    ta('ingediend_op', 'datetime', 'Moment waarop de taak is ingediend.'),
    ta('dagen_na_termijn', 'integer', 'Dagen van de laatste dag tot het indienen. Onder nul: eerder klaar.', {
      sql: `${dagSql('ta.ingediend_op')} - ta.vervalt_op`,
      eenheid: 'dagen',
    }),
    ta(
      'te_laat',
      'boolean',
      'Of de taak na de laatste dag is ingediend. Leeg zolang zij niet is ingediend.',
      {
        sql: `${dagSql('ta.ingediend_op')} > ta.vervalt_op`,
      },
    ),
    ta('herinneringen_vooraf', 'integer', 'Soorten herinnering die zijn verzonden voor het indienen.', {
      sql: `(SELECT count(DISTINCT bh.soort) FROM bericht bh
              WHERE bh.traject_id = ta.traject_id AND bh.stap = ta.stap AND bh.onderwerp = concat_ws('.', ta.taak, ta.uitvoerder)
                AND ${isHerinnering('bh')} AND bh.status = 'verzonden' AND bh.op <= coalesce(ta.ingediend_op, 'infinity'))`,
      eenheid: 'aantal',
      verplicht: true,
    }),
  ],
  bron: `FROM traject t JOIN taak ta ON ta.traject_id = t.id
  JOIN stap s ON s.traject_id = ta.traject_id AND s.sleutel = ta.stap WHERE t.cohort_id = $1`,
  volgorde: 't.pseudoniem, s.volgnummer, ta.gepland_vervalt_op, ta.id',
};

const b = kolommenVan('b');
const BERICHTEN: Tabel = {
  naam: 'berichten',
  titel: 'Berichten',
  omschrijving: 'Eén rij per mail en ontvanger, zonder naam of adres. Ook mails die niet zijn verzonden.',
  sleutel: ['bericht_id'],
  verwijzingen: [NAAR_TRAJECT, NAAR_STAP],
  kolommen: [
    b('bericht_id', 'string', 'Kenmerk van de mail.', { sql: 'b.id', verplicht: true }),
    b('traject_id', 'string', 'Kenmerk van het traject.', { sql: 't.pseudoniem', verplicht: true }),
    b('stap', 'string', 'Sleutel van de stap.', { verplicht: true }),
    b('onderwerp', 'string', 'Sleutel van de taak (met uitvoerder), het gesprek of de stap.', {
      verplicht: true,
    }),
    b('soort', 'string', 'Soort mail.', { waarden: BERICHTSOORTEN, verplicht: true }),
    b('aan', 'string', 'Voor wie de mail is.', { waarden: UITVOERDERS, verplicht: true }),
    b('status', 'string', 'Wat er met de mail is gebeurd.', { waarden: BERICHT_STATUSSEN, verplicht: true }),
    b('gepland_op', 'datetime', 'Moment van de mail in het traject.', { sql: 'b.op', verplicht: true }),
    b(
      'verzonden_op',
      'datetime',
      'Moment waarop de mail is verzonden, in echte tijd. Ook bij een oefencohort.',
    ),
    b('pogingen', 'integer', 'Hoe vaak is geprobeerd de mail te verzenden.', {
      eenheid: 'aantal',
      verplicht: true,
    }),
  ],
  bron: 'FROM traject t JOIN bericht b ON b.traject_id = t.id WHERE t.cohort_id = $1',
  volgorde: 't.pseudoniem, b.op, b.id',
};

const ci = kolommenVan('ci');
const CHECK_INS: Tabel = {
  naam: 'check-ins',
  titel: 'Check-ins',
  omschrijving:
    'Eén rij per gesprek van de adviseur met het hoofdcontact. Het verslag zelf staat er niet in.',
  sleutel: ['traject_id', 'check_in'],
  verwijzingen: [NAAR_TRAJECT, NAAR_STAP],
  kolommen: [
    ci('traject_id', 'string', 'Kenmerk van het traject.', { sql: 't.pseudoniem', verplicht: true }),
    ci('check_in', 'string', 'Sleutel van het gesprek in het sjabloon.', {
      sql: 'ci.sleutel',
      verplicht: true,
    }),
    ci('stap', 'string', 'Sleutel van de stap.', { verplicht: true }),
    ci('status', 'string', 'Of het gesprek is gehouden.', { waarden: CHECK_IN_STATUSSEN, verplicht: true }),
    ci('gepland_week_van', 'date', 'Eerste werkdag van de geplande week.', { verplicht: true }),
    ci('week_van', 'date', 'Eerste werkdag van de week, gerekend vanaf het echte begin van de stap.'),
    ci('datum', 'date', 'Dag van het gesprek, of dag waarop is vastgelegd dat het niet is gehouden.'),
    ci('verslag_aanwezig', 'boolean', 'Of er een verslag bij is geschreven.', {
      sql: 'coalesce(i.heeft_tekst, false)',
      verplicht: true,
    }),
  ],
  bron: `FROM traject t JOIN check_in ci ON ci.traject_id = t.id
  JOIN stap s ON s.traject_id = ci.traject_id AND s.sleutel = ci.stap
  LEFT JOIN invoer i ON i.id = ci.invoer_id WHERE t.cohort_id = $1`,
  volgorde: 't.pseudoniem, s.volgnummer, ci.gepland_week_van, ci.sleutel',
};

const u = kolommenVan('t');
const UITKOMSTEN: Tabel = {
  naam: 'uitkomsten',
  titel: 'Uitkomsten',
  omschrijving: 'Eén rij per traject waarvan de uitkomst is vastgelegd.',
  sleutel: ['traject_id'],
  verwijzingen: [NAAR_TRAJECT],
  kolommen: [
    u('traject_id', 'string', 'Kenmerk van het traject.', { sql: 't.pseudoniem', verplicht: true }),
    u('uitkomst', 'string', 'Uitkomst van het traject.', { waarden: UITKOMSTKLASSEN, verplicht: true }),
    u('vastgelegd_op', 'datetime', 'Moment waarop de uitkomst is vastgelegd.', {
      sql: 't.uitkomst_op',
      verplicht: true,
    }),
    // The text itself is the adviseur's, and may name people.
    u('toelichting_aanwezig', 'boolean', 'Of de adviseur een toelichting heeft geschreven.', {
      sql: 'coalesce(i.heeft_tekst, false)',
      verplicht: true,
    }),
  ],
  bron: 'FROM traject t LEFT JOIN invoer i ON i.id = t.uitkomst_invoer_id WHERE t.cohort_id = $1 AND t.uitkomst IS NOT NULL',
  volgorde: 't.pseudoniem',
};

/** Everything that the export gives, in the order of the files. */
export const TABELLEN: readonly Tabel[] = [TRAJECTEN, STAPPEN, TAKEN, BERICHTEN, CHECK_INS, UITKOMSTEN];
