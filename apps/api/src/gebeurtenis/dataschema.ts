import { GebeurtenisData, Uuid } from '@maatwerktraject/contracts';
import { GEBEURTENISTYPEN, soortVan, TESTTYPE, type Gebeurtenistype } from '@maatwerktraject/domain';
import { z } from 'zod';

const TestData = z.object({ webhookId: Uuid });

/** The fields that an event of this type has, all of them and no others. */
function vormVan({ over, sleutels, statussen }: Gebeurtenistype): z.ZodType {
  const { cohortId, trajectId, gemeentecode, op, oefen, ...perSleutel } = GebeurtenisData.shape;
  const gekozen = Object.fromEntries(sleutels.map((sleutel) => [sleutel, perSleutel[sleutel].unwrap()]));
  return z.object({
    cohortId,
    ...(over === 'traject' ? { trajectId: trajectId.unwrap(), gemeentecode: gemeentecode.unwrap() } : {}),
    ...gekozen,
    status: z.enum(statussen as [string, ...string[]]),
    op,
    oefen,
  });
}

/** JSON Schema (2020-12) of the data of a type; undefined for a type that is not ours. Later fields may come. */
export function dataschemaVan(type: string, adres: string): Record<string, unknown> | undefined {
  const soort = soortVan(type);
  if (soort === undefined && type !== TESTTYPE) return undefined;
  const vorm = soort === undefined ? TestData : vormVan(GEBEURTENISTYPEN[soort]);
  const { additionalProperties: _, ...schema } = z.toJSONSchema(vorm, { target: 'draft-2020-12' });
  return { ...schema, $id: adres, title: type };
}
