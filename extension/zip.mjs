/**
 * Makes zip files whose bytes depend only on the files in them: sorted names, a fixed time, no extra fields.
 */
import { crc32, deflateRawSync } from "node:zlib";

/** 1 January 1980, the earliest date that the format allows. */
const DATE = 0x21;
const VERSION = 20;
const DEFLATE = 8;
const UTF8 = 0x0800;
/** Says that the file was made on Unix, so that its mode below counts. */
const MADE_ON_UNIX = (3 << 8) | VERSION;
const PLAIN_FILE = 0o100644 * 0x10000;

/** Returns a zip file (PKWARE's APPNOTE.TXT 6.3.10) that contains `files`, a map of names to Buffers. */
export function zip(files) {
  const parts = [];
  const index = [];
  let offset = 0;
  for (const name of [...files.keys()].sort()) {
    const entry = entryOf(name, files.get(name));
    const local = Buffer.concat([signed(0x04034b50, entry.head), entry.name, entry.data]);
    parts.push(local);
    index.push(central(entry, offset));
    offset += local.length;
  }
  const directory = Buffer.concat(index);
  return Buffer.concat([...parts, directory, ending(index.length, directory.length, offset)]);
}

function entryOf(name, content) {
  const data = deflateRawSync(content, { level: 9 });
  const encoded = Buffer.from(name, "utf8");
  const head = Buffer.alloc(26);
  head.writeUInt16LE(VERSION, 0);
  head.writeUInt16LE(UTF8, 2);
  head.writeUInt16LE(DEFLATE, 4);
  head.writeUInt16LE(DATE, 8);
  head.writeUInt32LE(crc32(content), 10);
  head.writeUInt32LE(data.length, 14);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt16LE(encoded.length, 22);
  return { name: encoded, data, head };
}

function central({ name, head }, offset) {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(MADE_ON_UNIX);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(PLAIN_FILE, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signed(0x02014b50, made), head, rest, name]);
}

function ending(count, size, offset) {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return signed(0x06054b50, end);
}

function signed(signature, rest) {
  const start = Buffer.alloc(4);
  start.writeUInt32LE(signature);
  return Buffer.concat([start, rest]);
}
