import type { MinutesContent } from '#rooms/decided/minutes/index.js';
import type { PackChange } from './changes.js';
import type { PackContent, PackPages } from './words.js';

declare module '#kit/publications/contents.js' {
  interface PublicationParts {
    pack: { content: PackContent; pages: PackPages; changes: readonly PackChange[] };
    minutes: { content: MinutesContent };
  }
}
