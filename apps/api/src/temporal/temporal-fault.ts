import {
  isGrpcServiceError,
  ServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { refused, unavailable, type ProblemException } from '../http/problem.js';

/** gRPC status codes by number (grpc/status.h). */
const AWAY = new Set([1, 4, 8, 14]);
const ABORTED = 10;
/** Its tasks fail, so it cannot take a request now (`WorkflowNotReady`). */
const FAILED_PRECONDITION = 9;

const grpcCode = (error: unknown): number | undefined => {
  if (isGrpcServiceError(error)) return error.code;
  return error instanceof ServiceError && isGrpcServiceError(error.cause) ? error.cause.code : undefined;
};

const failureOf = (error: unknown): ApplicationFailure | undefined =>
  error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure
    ? error.cause
    : undefined;

/** No such workflow, or it has ended. */
export const isNotFound = (error: unknown): boolean => error instanceof WorkflowNotFoundError;

/** The workflow went on in a next run at just that instant: the same request can be sent to it again. */
export const isBetweenRuns = (error: unknown): boolean =>
  grpcCode(error) === ABORTED || failureOf(error)?.type === 'AcceptedUpdateCompletedWorkflow';

/** What a failed call to Temporal means for the caller; undefined when it is a fault of ours. */
export function problemOfTemporal(error: unknown): ProblemException | undefined {
  const failure = failureOf(error);
  if (failure) return refused(failure.type ?? 'geweigerd', failure.message);
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return unavailable('Het proces');
  const code = grpcCode(error);
  if (code === FAILED_PRECONDITION) return unavailable('Het proces');
  return code !== undefined && AWAY.has(code) ? unavailable('Temporal') : undefined;
}
