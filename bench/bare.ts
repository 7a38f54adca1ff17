/** The bare server: Node's own, which knows a few addresses and answers each with bytes and headers that it was given. */
import { createServer } from 'node:http';

interface Given {
  readonly path: string;
  readonly headers: readonly string[];
  /** Base 64. */
  readonly body: string;
}

const pages = new Map<string, { readonly headers: string[]; readonly body: Buffer }>();
const server = createServer((request, response) => {
  const page = pages.get(request.url ?? '');
  if (!page) response.writeHead(404).end();
  else response.writeHead(200, page.headers).end(page.body);
});

process.on('message', (given: readonly Given[]) => {
  for (const { path, headers, body } of given)
    pages.set(path, { headers: [...headers], body: Buffer.from(body, 'base64') });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' && address !== null ? address.port : 0);
  });
});
process.on('disconnect', () => process.exit(0));
