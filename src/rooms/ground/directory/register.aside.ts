import type { Result } from '#base/result.js';
import { answerAside } from '#kit/aside/answer.js';
import type { AnyReading, RegisterAsked } from './aside.js';
import { readAuthorities } from './authorities.js';
import { readLinksFile } from './school-links.js';
import { readSchools } from './schools.js';
import type { FileProblem } from './words.js';

await answerAside(({ kind, names }: RegisterAsked, bytes): Result<AnyReading, FileProblem> => {
  switch (kind) {
    case 'authorities': {
      const read = readAuthorities(bytes, names);
      return read.ok ? { ok: true, value: { kind, reading: read.value } } : read;
    }
    case 'schools': {
      const read = readSchools(bytes);
      return read.ok ? { ok: true, value: { kind, reading: read.value } } : read;
    }
    case 'links': {
      const read = readLinksFile(bytes);
      return read.ok ? { ok: true, value: { kind, reading: read.value } } : read;
    }
  }
});
