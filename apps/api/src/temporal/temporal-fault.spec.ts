import { ServiceError } from '@temporalio/client';
import { isBetweenRuns, problemOfTemporal } from './temporal-fault.js';

/** What the client of Temporal throws when its server answers with this code of gRPC. */
const fault = (code: number): ServiceError =>
  new ServiceError('Workflow Update failed', {
    cause: Object.assign(new Error('no'), { code, details: 'no', metadata: {} }),
  });

describe('a fault of Temporal', () => {
  it.each([
    ['is away', 14, /^Temporal/],
    ['does not answer in time', 4, /^Temporal/],
    ['has a process whose tasks fail', 9, /^Het proces/],
  ])('is no fault of ours when it %s', (_, code, detail) => {
    expect(problemOfTemporal(fault(code))).toMatchObject({ status: 503 });
    expect(problemOfTemporal(fault(code))?.body().detail).toMatch(detail);
  });

  it('is one of ours when it says that what we asked is wrong', () => {
    expect([fault(3), new Error('no')].map(problemOfTemporal)).toEqual([undefined, undefined]);
  });

  it('passes by itself between two runs', () => {
    expect([10, 9, 14].map((code) => isBetweenRuns(fault(code)))).toEqual([true, false, false]);
  });
});
