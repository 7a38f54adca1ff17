import { refused, type Result } from '#base/result.js';
import type { Source } from './source.js';
export async function pdfSource(_bytes: Uint8Array): Promise<Result<Source, 'pdf damaged'>> {
  return refused('pdf damaged');
}
