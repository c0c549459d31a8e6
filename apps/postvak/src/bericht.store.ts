import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { BerichtMetadata, Envelope } from './bericht.js';
import { fileNameOf, numberOf, readMetadata, withEnvelope } from './bericht.file.js';
import { BerichtIndex } from './bericht.index.js';

interface Pending {
  readonly metadata: BerichtMetadata;
  readonly temporary: string;
  readonly settle: (error?: Error) => void;
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const isMetadata = (value: unknown): value is BerichtMetadata =>
  typeof value === 'object' &&
  value !== null &&
  'volgnummer' in value &&
  typeof value.volgnummer === 'number' &&
  'aan' in value &&
  Array.isArray(value.aan);

/** Lines of the index that can be read; a last line that a crash cut off is left out. */
const readIndexLines = async (path: string): Promise<Map<number, BerichtMetadata>> => {
  const text = await readFile(path, 'utf8').catch(() => '');
  const found = new Map<number, BerichtMetadata>();
  for (const line of text.split('\n')) {
    try {
      const value: unknown = JSON.parse(line);
      if (isMetadata(value)) found.set(value.volgnummer, value);
    } catch {
      // The file of the mail is the truth: its line is made again from it.
    }
  }
  return found;
};

/**
 * Mails as numbered files. A file is complete and on disk before `add` resolves; a number is given in the order in which
 * mails become visible, so that a reader who asks for what came after a number misses nothing.
 */
export class BerichtStore {
  readonly index = new BerichtIndex();
  private pending: Pending[] = [];
  private committing: Promise<void> | undefined;
  private nextNumber = 1;

  private constructor(
    private readonly directory: string,
    private readonly indexFile: FileHandle,
    private readonly directoryHandle: FileHandle,
  ) {}

  /** Opens the folder (made when absent) and brings the index in line with the files in it. */
  static async open(directory: string): Promise<BerichtStore> {
    // Mail holds names and links: for this user's eyes only.
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const names = await readdir(directory);
    await Promise.all(names.filter((name) => name.endsWith('.tmp')).map((name) => rm(join(directory, name))));
    const numbers = names
      .map(numberOf)
      .filter((number) => number !== undefined)
      .sort((a, b) => a - b);
    const indexPath = join(directory, 'index.jsonl');
    const known = await readIndexLines(indexPath);
    const berichten: BerichtMetadata[] = [];
    for (const number of numbers)
      berichten.push(
        known.get(number) ??
          (await readMetadata(number, await readFile(join(directory, fileNameOf(number))))),
      );
    await writeFile(`${indexPath}.tmp`, berichten.map((bericht) => `${JSON.stringify(bericht)}\n`).join(''));
    await rename(`${indexPath}.tmp`, indexPath);
    const store = new BerichtStore(directory, await open(indexPath, 'a'), await open(directory, 'r'));
    for (const bericht of berichten) store.index.add(bericht);
    store.nextNumber = (numbers.at(-1) ?? 0) + 1;
    return store;
  }

  /** Stores a mail; resolves once it would survive a crash, rejects when it may not be on disk. */
  async add(raw: Buffer, envelope: Envelope): Promise<void> {
    const file = withEnvelope(raw, envelope, new Date().toISOString());
    const metadata = await readMetadata(0, file);
    const temporary = join(this.directory, `${randomUUID()}.tmp`);
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(file);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await new Promise<void>((resolve, reject) => {
      this.pending.push({
        metadata,
        temporary,
        settle: (error) => (error === undefined ? resolve() : reject(error)),
      });
      this.committing ??= this.commitAll();
    });
  }

  /** The stored file of a mail: envelope headers and the mail itself. */
  read(volgnummer: number): Promise<Buffer> {
    return readFile(join(this.directory, fileNameOf(volgnummer)));
  }

  /** Waits for what is being stored and closes the folder. */
  async close(): Promise<void> {
    await this.committing;
    await this.indexFile.close();
    await this.directoryHandle.close();
  }

  private async commitAll(): Promise<void> {
    while (this.pending.length > 0) {
      const batch = this.pending;
      this.pending = [];
      await this.commit(batch);
    }
    this.committing = undefined;
  }

  /** One batch, so that many mails at once share one sync of the folder. */
  private async commit(batch: readonly Pending[]): Promise<void> {
    const stored: { bericht: BerichtMetadata; settle: Pending['settle'] }[] = [];
    for (const { metadata, temporary, settle } of batch) {
      const volgnummer = this.nextNumber;
      this.nextNumber += 1;
      try {
        await rename(temporary, join(this.directory, fileNameOf(volgnummer)));
        stored.push({ bericht: { ...metadata, volgnummer }, settle });
      } catch (error) {
        settle(asError(error));
      }
    }
    const failure = await this.directoryHandle.sync().then(() => undefined, asError);
    // A line that cannot be written is made again from its file at the next start.
    const lines = stored.map(({ bericht }) => `${JSON.stringify(bericht)}\n`).join('');
    await this.indexFile.appendFile(lines).catch(() => undefined);
    for (const { bericht, settle } of stored) {
      this.index.add(bericht);
      settle(failure);
    }
  }
}
