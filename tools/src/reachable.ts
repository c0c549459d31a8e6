import { Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { UserError } from '../long-step.mjs';

const minimalPostgres = 150_000;
const connectMs = 5000;
// Codes of gRPC itself.
const grpcCodes = { NOT_FOUND: 5, ALREADY_EXISTS: 6 } as const;
const retention = '30 days';

/** An address without its password, for messages. */
const withoutPassword = (address: string): string => {
  const url = new URL(address);
  url.password = '';
  return url.toString();
};

const reason = (error: unknown): string => {
  // A host with two addresses fails with one error per address and no message of its own.
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return first instanceof Error ? first.message : String(first);
};

/** Throws a `UserError` unless the configured database can be used. */
export const checkDatabase = async (name: string, databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: connectMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new UserError(
      `De database op ${withoutPassword(databaseUrl)} is niet bereikbaar (${reason(error)}). Controleer ${name}.`,
    );
  }
  try {
    const { rows } = await client.query<{ version: string; encoding: string }>(
      "select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding",
    );
    if (Number(rows[0]?.version) < minimalPostgres)
      throw new UserError(`De database in ${name} is te oud. Gebruik PostgreSQL 15 of nieuwer.`);
    if (rows[0]?.encoding !== 'UTF8')
      throw new UserError(`De database in ${name} gebruikt geen UTF8. Maak een database met ENCODING UTF8.`);
  } finally {
    await client.end();
  }
};

/** Throws a `UserError` unless mail can be handed over. */
export const checkSmtp = async (name: string, smtpUrl: string): Promise<void> => {
  const url = new URL(smtpUrl);
  url.searchParams.set('connectionTimeout', String(connectMs));
  url.searchParams.set('greetingTimeout', String(connectMs));
  const transport = createTransport(url.toString());
  try {
    await transport.verify();
  } catch (error) {
    throw new UserError(
      `De mailserver op ${withoutPassword(smtpUrl)} is niet bereikbaar (${reason(error)}). Controleer ${name}.`,
    );
  } finally {
    transport.close();
  }
};

const isCode = (code: number, name: keyof typeof grpcCodes): boolean => code === grpcCodes[name];

const hasNamespace = async (connection: Connection, namespace: string): Promise<boolean> => {
  try {
    await connection.workflowService.describeNamespace({ namespace });
    return true;
  } catch (error) {
    if (isGrpcServiceError(error) && isCode(error.code, 'NOT_FOUND')) return false;
    throw error;
  }
};

/** Whether a Temporal server answers and has the namespace; for waiting until an embedded one is ready. */
export const temporalAnswers = async (address: string, namespace: string): Promise<boolean> => {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: 2000 });
    return await hasNamespace(connection, namespace);
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
};

/** Throws a `UserError` unless the configured Temporal can be used. Makes the namespace when it is not there. */
export const checkTemporal = async (address: string, namespace: string): Promise<void> => {
  let connection: Connection;
  try {
    connection = await Connection.connect({ address, connectTimeout: connectMs });
  } catch (error) {
    throw new UserError(
      `Temporal op ${address} is niet bereikbaar (${reason(error)}). Controleer TEMPORAL_ADDRESS.`,
    );
  }
  try {
    if (await hasNamespace(connection, namespace)) return;
    await connection.workflowService
      .registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs(retention) })
      .catch((error: unknown) => {
        if (!(isGrpcServiceError(error) && isCode(error.code, 'ALREADY_EXISTS'))) throw error;
      });
    console.log(`De namespace ${namespace} is gemaakt in Temporal op ${address}.`);
  } catch (error) {
    throw new UserError(
      `De namespace ${namespace} op ${address} is niet te gebruiken (${reason(error)}). Maak haar in Temporal, of kies een andere TEMPORAL_NAMESPACE.`,
    );
  } finally {
    await connection.close();
  }
};
