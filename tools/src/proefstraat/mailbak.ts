import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { root } from '../paths.js';
import { inheritedEnvironment } from '../services.js';
import type { ChildSpec } from '../supervised-child.js';

/** A mail that the mail server answered for. */
export interface Aangenomen {
  /** Real time, ms. */
  readonly op: number;
  readonly messageId: string;
  readonly aan: readonly string[];
}

/** Whether something listens; an SMTP server that takes a line says so first. */
const neemtOp = (poort: number): Promise<boolean> =>
  new Promise((klaar) => {
    const lijn = connect(poort, '127.0.0.1');
    lijn.setTimeout(2_000);
    const zeg = (antwoord: boolean) => (): void => {
      lijn.destroy();
      klaar(antwoord);
    };
    lijn.once('data', zeg(true)).once('error', zeg(false)).once('timeout', zeg(false));
  });

/** The mail server of the bench, which takes `duurMs` for a mail and writes what it accepts to `bestand`. */
export const mailbakSpec = (poort: number, bestand: string, duurMs: number, log: string): ChildSpec => ({
  name: 'mailbak',
  label: 'de mailbak',
  command: process.execPath,
  args: [
    join(root, 'tools', 'dist', 'proefstraat', 'mailbak.main.js'),
    String(poort),
    bestand,
    String(duurMs),
  ],
  env: inheritedEnvironment(),
  log,
  ipc: true,
  stopSignal: 'SIGTERM',
  stopMs: 2_000,
  ready: () => neemtOp(poort),
});

/** All that was accepted, in order. A last line that was cut off in a kill was never answered for. */
export function leesMailbak(bestand: string): Aangenomen[] {
  if (!existsSync(bestand)) return [];
  return readFileSync(bestand, 'utf8')
    .split('\n')
    .flatMap((regel) => {
      try {
        return [JSON.parse(regel) as Aangenomen];
      } catch {
        return [];
      }
    });
}
