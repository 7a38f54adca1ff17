import type { Doubt, Reading } from '../words.js';
import type { Findings } from '../parts/reading.js';
export function doubtsOf(_reading: Omit<Reading, 'doubts'>, _findings: Findings): readonly Doubt[] {
  return [];
}
