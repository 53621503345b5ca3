import { connect } from 'node:net';

/** What came back over one connection until the server closed it. */
export interface RawAnswers {
  /** The status of each answer, in order. */
  statuses: number[];
  /** The headers of the first final answer, names in lower case. */
  headers: ReadonlyMap<string, string>;
  /** What follows those headers, as Latin-1. */
  body: string;
}

/** Every answer of the server starts so; none of its pages holds such a line. */
const STATUS_LINE = /HTTP\/1\.[01] (\d{3}) [^\r\n]*\r\n/g;

/** Writes bytes, given as Latin-1, to a server and reads until it closes the connection; the last request has to ask for that. */
export async function send(url: string, bytes: string): Promise<RawAnswers> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  await new Promise<void>((done) => {
    // A reset after the answer is the server's way to leave bytes unread.
    socket.on('data', (chunk) => chunks.push(chunk)).on('error', () => undefined);
    socket.on('close', () => done());
    socket.write(bytes, 'latin1');
  });
  const text = Buffer.concat(chunks).toString('latin1');
  const statuses = [...text.matchAll(STATUS_LINE)].map(([, status]) => Number(status));
  const final = text.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
  const end = final.indexOf('\r\n\r\n');
  const lines = final.slice(0, end).split('\r\n').slice(1);
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    })
  );
  return { statuses, headers, body: final.slice(end + 4) };
}
