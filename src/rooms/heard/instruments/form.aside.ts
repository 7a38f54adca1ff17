import type { Result } from '#base/result.js';
import { answerAside } from '#kit/aside/answer.js';
import type { FormAsked } from './form-file.js';
import type { InstrumentContent } from './words.js';
import { readSheets } from './workbook/xlsx.js';
import { type CellProblem, readXlsForm } from './xlsform.js';

await answerAside(({ audiences }: FormAsked, bytes): Result<InstrumentContent, readonly CellProblem[]> => {
  const sheets = readSheets(bytes);
  return sheets.ok ? readXlsForm(sheets.value, audiences) : sheets;
});
