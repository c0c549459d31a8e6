// Plain Node: used before any dependency is installed, and by the compiled tools after that.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** An error whose message is one Dutch sentence for the user; shown without a stack trace. */
export class UserError extends Error {}

const repeatMs = 20_000;

/** Shows a line with the time that has passed while `work` runs. */
export const progress = async (label, work) => {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const live = process.stdout.isTTY === true;
  if (!live) console.log(`… ${label}`);
  const tick = () =>
    live
      ? process.stdout.write(`\r… ${label} (${seconds()} s) `)
      : console.log(`… ${label} (${seconds()} s)`);
  const timer = setInterval(tick, live ? 1000 : repeatMs);
  const finish = (mark) => {
    clearInterval(timer);
    console.log(`${live ? '\r' : ''}${mark} ${label} (${seconds()} s)`);
  };
  try {
    const result = await work();
    finish('✓');
    return result;
  } catch (error) {
    finish('✗');
    throw error;
  }
};

const running = new Set();

/** A command and all that it started (npm starts others): they share a process group. */
const signalGroup = (child, signal) => {
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
};

/** Ends the commands that are still running, for when the user stops halfway. */
export const stopRunningCommands = () => {
  for (const child of running) signalGroup(child, 'SIGTERM');
};

/**
 * Runs a command with its output in a log file; resolves to its exit code, 127 when the command does not exist,
 * 124 when it took longer than `timeoutMs`.
 */
export const runToLog = (command, args, { log, cwd, env = process.env, timeoutMs }) =>
  new Promise((resolve) => {
    mkdirSync(dirname(log), { recursive: true });
    const fd = openSync(log, 'w');
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', fd, fd], detached: true });
    running.add(child);
    let timedOut = false;
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            signalGroup(child, 'SIGKILL');
          }, timeoutMs);
    const finish = (code) => {
      clearTimeout(timer);
      if (running.delete(child)) closeSync(fd);
      resolve(timedOut ? 124 : code);
    };
    child.on('error', () => finish(127));
    child.on('close', (code) => finish(code ?? 1));
  });
