import { answerAside } from '#kit/aside/answer.js';
import { type Columns, namedTable } from './register-table.js';

await answerAside((columns: Columns<string>, bytes) => namedTable(bytes, columns));
