/**
 * Bare endpoints on Node's own server, against which the intake is measured: JSON is parsed, its keys are counted, the answers become
 * durable, then 201. A: one INSERT for each, on sixteen connections. B: all that wait in one INSERT, two under way at most.
 */
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

const [kind = 'A'] = process.argv.slice(2);

interface Waiting {
  readonly text: string;
  readonly settle: (status: number) => void;
}

process.once('message', (reach: pg.PoolConfig) => {
  const pool = new pg.Pool({ ...reach, max: 16 });
  const waiting: Waiting[] = [];
  let underWay = 0;
  const next = (): void => {
    while (underWay < 2 && waiting.length > 0) {
      underWay += 1;
      const group = waiting.splice(0, 500);
      pool
        .query({
          name: 'group',
          text: 'insert into bench.answer (id, answers) select * from unnest($1::uuid[], $2::jsonb[])',
          values: [group.map(() => randomUUID()), group.map(({ text }) => text)],
        })
        .then(
          () => group.forEach(({ settle }) => settle(201)),
          () => group.forEach(({ settle }) => settle(500)),
        )
        .finally(() => {
          underWay -= 1;
          next();
        });
    }
  };
  const keep = (text: string, settle: (status: number) => void): void => {
    if (kind === 'A') {
      pool
        .query({
          name: 'one',
          text: 'insert into bench.answer (id, answers) values ($1, $2)',
          values: [randomUUID(), text],
        })
        .then(
          () => settle(201),
          () => settle(500),
        );
      return;
    }
    waiting.push({ text, settle });
    if (waiting.length === 1) setImmediate(next);
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body: { given?: object } = JSON.parse(Buffer.concat(parts).toString('utf8'));
      if (Object.keys(body.given ?? {}).length !== 15)
        return void response.writeHead(422, { 'content-length': 0 }).end();
      keep(JSON.stringify(body.given), (status) =>
        response.writeHead(status, { 'content-length': 2, 'content-type': 'application/json' }).end('{}'),
      );
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' && address !== null ? address.port : 0);
  });
});
process.on('disconnect', () => process.exit(0));
