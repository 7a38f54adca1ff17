/** Files under /assets/: named by their content, so that a browser may keep them for ever. */
import type { FastifyInstance } from 'fastify';
import type { Answers } from './answer.js';

export interface AssetFile {
  readonly body: Buffer;
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
  readonly type: string;
}

export function openAssets(app: FastifyInstance, files: ReadonlyMap<string, AssetFile>, answers: Answers): void {
  app.get('/assets/:file', { exposeHeadRoute: true }, (request, reply) => {
    const file = files.get((request.params as { file: string }).file);
    if (!file) return answers.problem(request, reply, 'not-found', 'public', null);
    const accepts = request.headers['accept-encoding'] ?? '';
    reply
      .headers({ ...answers.headers, 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' })
      .type(file.type);
    if (file.br && accepts.includes('br')) return reply.header('content-encoding', 'br').send(file.br);
    if (file.gzip && accepts.includes('gzip')) return reply.header('content-encoding', 'gzip').send(file.gzip);
    return reply.send(file.body);
  });
}
