import {
  GEBEURTENISTYPEN,
  TESTTYPE,
  typeVan,
  type Gebeurtenissoort,
  type Gebeurtenistype,
} from './gebeurtenistype.js';

/** A recorded fact, as the database has it. */
export interface VastgelegdeGebeurtenis {
  readonly soort: Gebeurtenissoort;
  readonly workflowId: string;
  readonly seq: number;
  /** Its place in the order in which facts became visible; ascending, with gaps for who may not see all. */
  readonly volgnummer: number;
  readonly cohortId: string;
  readonly trajectId: string | null;
  readonly gemeentecode: string | null;
  /** Of a cohort with a clock of its own, to practise with. */
  readonly oefen: boolean;
  /** Moment in the domain's time; with an oefenklok not the real one. ISO 8601, UTC. */
  readonly op: string;
  /** When it was written down, real time. */
  readonly vastgelegdOp: string;
  readonly inhoud: Readonly<Record<string, unknown>>;
}

export interface GebeurtenisData {
  readonly cohortId: string;
  readonly trajectId?: string;
  readonly gemeentecode?: string;
  readonly stap?: string;
  readonly taak?: string;
  readonly checkIn?: string;
  readonly status: string;
  readonly op: string;
  readonly oefen: boolean;
}

/** CloudEvents 1.0 in its JSON form, within the NL GOV profile. */
export interface CloudEvent<Data = GebeurtenisData> {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly sequence?: string;
  readonly data: Data;
}

/** Who publishes, and where the schemas of the data are. */
export interface Afzender {
  /** A URN, as `urn:nld:oin:<OIN>:systeem:maatwerktraject`. */
  readonly bron: string;
  /** The address of the website, without a slash behind it. */
  readonly publicUrl: string;
}

/** Wide enough for more facts than there will ever be, so that text order is number order. */
const VOLGNUMMER_CIJFERS = 12;

export const schemaAdres = ({ publicUrl }: Afzender, type: string): string =>
  `${publicUrl}/api/v1/gebeurtenistypen/${type}/schema`;

/** The same fact always has the same ID. Without a full stop: it is signed between full stops. */
export const gebeurtenisId = ({
  workflowId,
  seq,
}: Pick<VastgelegdeGebeurtenis, 'workflowId' | 'seq'>): string =>
  `${workflowId.replaceAll('/', '-')}-${String(seq)}`;

const tekst = (waarde: unknown): string => (typeof waarde === 'string' ? waarde : '');

function dataVan(feit: VastgelegdeGebeurtenis, type: Gebeurtenistype): GebeurtenisData {
  const { inhoud, trajectId, gemeentecode } = feit;
  const status = type.statussen[inhoud['gehouden'] === false ? 1 : 0] ?? type.statussen[0];
  return {
    cohortId: feit.cohortId,
    ...(trajectId === null ? {} : { trajectId }),
    ...(gemeentecode === null ? {} : { gemeentecode }),
    // One by one: whatever else a fact holds stays here.
    ...Object.fromEntries(type.sleutels.map((sleutel) => [sleutel, tekst(inhoud[sleutel])])),
    status,
    op: feit.op,
    oefen: feit.oefen,
  };
}

/** What others get of a fact: opaque IDs, codes and keys, and no text of a person. */
export function cloudEventVan(feit: VastgelegdeGebeurtenis, afzender: Afzender): CloudEvent {
  const type = typeVan(feit.soort);
  return {
    specversion: '1.0',
    id: gebeurtenisId(feit),
    source: afzender.bron,
    type,
    subject: feit.trajectId ?? feit.cohortId,
    time: feit.vastgelegdOp,
    datacontenttype: 'application/json',
    dataschema: schemaAdres(afzender, type),
    sequence: String(feit.volgnummer).padStart(VOLGNUMMER_CIJFERS, '0'),
    data: dataVan(feit, GEBEURTENISTYPEN[feit.soort]),
  };
}

/** An event about nothing, for the delivery with this ID. */
export const testEventVan = (
  leveringId: string,
  webhookId: string,
  time: string,
  afzender: Afzender,
): CloudEvent<{ readonly webhookId: string }> => ({
  specversion: '1.0',
  id: `test-${leveringId}`,
  source: afzender.bron,
  type: TESTTYPE,
  time,
  datacontenttype: 'application/json',
  dataschema: schemaAdres(afzender, TESTTYPE),
  data: { webhookId },
});
